package org.backwise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing is changed without a row in the journal: the commands are listed from the code,
 * so that a new one without a row fails.
 */
class JournalCoverageTests {

	/** Commands that tell of nobody's case or account, each with its reason. */
	private static final Set<String> WITHOUT_A_ROW = Set.of(
			// What is being answered belongs to the client alone until it is sent.
			"Drafts.begin", "Drafts.keep", "Drafts.keepDetails", "Drafts.forgetExpired", "Drafts.goOn",
			"Continuations.goOn", "Continuations.continueWithKnownAnswers",
			// Part of a decision that Cases takes and notes.
			"Continuations.recordClearance", "Continuations.withdrawClearance",
			// A lock.
			"Intakes.hold",
			// The list's own rows, drawn from what was noted elsewhere.
			"WorklistCatchUp.draw", "WorklistKeeper.draw",
			// A name that was offered after a referral; reading and sending are noted.
			"Intakes.keepDetails",
			// The wording of a knowledge base, not a person.
			"KnowledgeArchive.keep",
			// A link for whoever starts the application; using it writes the row.
			"Invitations.setUp",
			// Parts of an erasure, which Erasures notes.
			"HeldPlan.forget", "SentIntakes.erase",
			// Made-up intakes from the command line.
			"Seeder.add",
			// Uses up a recovery code; signing in with it writes the row.
			"SecondFactors.consume");

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.backwise");

	@Test
	void everyCommandWritesARow() {
		List<JavaMethod> commands = this.classes.stream()
			.filter((type) -> !type.getPackageName().equals("org.backwise.journal"))
			.flatMap((type) -> type.getMethods().stream())
			.filter(JournalCoverageTests::isCommand)
			.toList();
		assertThat(commands).hasSizeGreaterThan(8);
		Set<String> silent = commands.stream()
			.filter((command) -> !writesARow(command, new HashSet<>()))
			.map((command) -> command.getOwner().getSimpleName() + "." + command.getName())
			.filter((name) -> !WITHOUT_A_ROW.contains(name) && !WITHOUT_A_ROW.contains(name.replaceAll("\\..*", ".*")))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(silent).as("commands without a journal row").isEmpty();
	}

	@Test
	void everyActionIsWrittenSomewhere() {
		Set<String> written = this.classes.stream()
			.filter((type) -> !type.getPackageName().equals("org.backwise.journal"))
			.flatMap((type) -> type.getFieldAccessesFromSelf().stream())
			.filter((access) -> access.getTargetOwner().isEquivalentTo(Action.class))
			.map(JavaFieldAccess::getTarget)
			.map((field) -> field.getName())
			.collect(Collectors.toSet());
		Set<String> all = Arrays.stream(Action.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
		all.remove(Action.UNREADABLE.name());
		all.removeAll(written);
		assertThat(all).as("actions that nobody writes").isEmpty();
	}

	private static boolean isCommand(JavaMethod method) {
		boolean opensOne = method.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isAssignableTo(TransactionOperations.class));
		return opensOne || (method.isAnnotatedWith(Transactional.class)
				&& !method.getAnnotationOfType(Transactional.class).readOnly());
	}

	private static boolean writesARow(JavaCodeUnit code, Set<String> seen) {
		if (!seen.add(code.getFullName())) {
			return false;
		}
		return code.getMethodCallsFromSelf().stream().anyMatch((call) -> {
			boolean note = call.getTargetOwner().isEquivalentTo(Journal.class) && call.getName().equals("note");
			return note || (call.getTargetOwner().getPackageName().startsWith("org.backwise")
					&& call.getTarget().resolveMember().filter((member) -> writesARow(member, seen)).isPresent());
		});
	}

}
