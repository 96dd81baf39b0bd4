package org.backwise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing is changed without a row in the journal: the commands are listed from the code,
 * so that a new one without a row fails.
 */
class JournalCoverageTests {

	/** Commands that tell of nobody's case or account, each with its reason. */
	private static final Set<String> WITHOUT_A_ROW = Set.of(
			// What is being answered belongs to the client alone until it is sent.
			"Drafts.begin", "Drafts.answerDetails", "Drafts.forgetExpired", "Drafts.goOn", "CheckInDrafts.begin",
			// Reads only, and its row says so.
			"CaseFiles.open", "Cases.read", "Rounds.read",
			// Refuses only.
			"CarePlans.check",
			// Takes an act that writes its own row, or takes it back with its row.
			"Clashes.take",
			// The list's own rows, drawn from what was noted elsewhere.
			"WorklistCatchUp.draw", "WorklistCatchUp.drawAgain", "WorklistClock.draw", "WorklistKeeper.draw",
			"WorklistKeeper.give", "DiaryCatchUp.draw", "DiaryKeeper.draw",
			// A name that was offered after a referral; reading and sending are noted.
			"Cases.giveContact",
			// Whoever sends or shows a link notes it.
			"CaseLinks.another", "CaseLinks.revokeOthers",
			// The wording of a knowledge base, not a person.
			"KnowledgeArchive.keep",
			// How far a comparison is; that it was begun is noted.
			"ComparedRows.add", "ComparedRows.finish", "ComparedRows.progress",
			// A link for whoever starts the application; using it writes the row.
			"Invitations.setUp",
			// Parts of an erasure, which Erasures notes.
			"PlanPersonalData.forget", "DiaryPersonalData.forget",
			// Made-up intakes from the command line.
			"Seeder.add", "SeedTables.keep",
			// Uses up a recovery code; signing in with it writes the row.
			"SecondFactors.consume",
			// How often somebody tried to sign in; each failure is noted where it
			// happens.
			"AccountTries.again", "AccountTries.begin", "AccountTries.forgetOld", "AccountTries.giveBack",
			// Which job runs on which instance.
			"PresentLocks.lock",
			// Sums of whole months, which tell of nobody.
			"MonthCounter.count",
			// How often a kind of page was clear, which tells of nobody.
			"ClearCounts.add", "ClearCounts.addTo",
			// A file that nobody brought in yet; what comes in of it is noted.
			"Uploads.add", "Uploads.forgetOld", "Uploads.remove",
			// Noted by BackupKeeper, and by the command in the journal it opens itself.
			"BackupRuns.add",
			// Part of an erasure, which Erasures notes.
			"BroughtIn.eraseWith", "CalendarPersonalData.forget", "OutboxPersonalData.forget",
			// What calendars were told of sessions that were noted elsewhere, and the day
			// on which one last asked.
			"Handouts.handOut", "Feeds.noteRead",
			// What is to be told of what was noted where it happened, and what became of
			// it.
			"ClientNews.hear", "StaffNews.hear", "StaffNews.tell", "MailedLinks.send", "Outbox.put", "OutboxRows.prune",
			"OutboxClock.each", "Drain.failed", "Drain.one", "Drain.settle",
			// Which browsers are known; signing in and out writes the row.
			"KnownBrowsers.forget", "KnownBrowsers.forgetOld", "KnownBrowsers.remember",
			// What ends with a lost link, whose end is noted where it is ended.
			"Drafts.endWith", "MailedLinks.endWith");

	private static final DescribedPredicate<JavaClass> OUTSIDE_THE_JOURNAL = DescribedPredicate
		.describe("outside the journal", (type) -> !type.getPackageName().equals("org.backwise.journal"));

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.backwise");

	@Test
	void everyCommandWritesARow() {
		assertThat(commands(this.classes)).hasSizeGreaterThan(30);
		Set<String> silent = silent(this.classes);
		assertThat(silent).as("commands without a journal row, and reasons that are out of date")
			.isEqualTo(new TreeSet<>(WITHOUT_A_ROW));
	}

	@Test
	void aSilentCommandWouldBeNoticed() {
		JavaClasses made = new ClassFileImporter().importClasses(SilentCommands.class, Journal.class);
		assertThat(silent(made)).containsExactly("SilentCommands.onlyReads", "SilentCommands.writesWithoutARow",
				"SilentCommands.writesWithoutATransaction");
	}

	private static Set<String> silent(JavaClasses classes) {
		return commands(classes).stream()
			.filter((command) -> !writesARow(command, new HashSet<>()))
			.filter((command) -> !isPartOfACommand(command, new HashSet<>()))
			.map(JournalCoverageTests::nameOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Whatever begins a transaction that may write, and whatever writes to the database.
	 */
	private static List<JavaMethod> commands(JavaClasses classes) {
		return classes.that(OUTSIDE_THE_JOURNAL)
			.stream()
			.filter((type) -> !type.isInterface())
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> beginsOne(method) || writes(method))
			.toList();
	}

	private static boolean beginsOne(JavaMethod method) {
		boolean opensOne = method.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isAssignableTo(TransactionOperations.class));
		return opensOne || isTransactional(method);
	}

	private static boolean isTransactional(JavaMethod method) {
		if (method.isAnnotatedWith(Transactional.class)) {
			return !method.getAnnotationOfType(Transactional.class).readOnly();
		}
		return method.getOwner().isAnnotatedWith(Transactional.class)
				&& !method.getOwner().getAnnotationOfType(Transactional.class).readOnly();
	}

	private static boolean writes(JavaMethod method) {
		return method.getMethodCallsFromSelf().stream().anyMatch((call) -> {
			JavaClass on = call.getTargetOwner();
			String name = call.getName();
			boolean sql = (on.isAssignableTo(JdbcClient.StatementSpec.class) || on.isAssignableTo(JdbcOperations.class))
					&& (name.equals("update") || name.equals("batchUpdate"));
			boolean entity = on.isAssignableTo(Repository.class)
					&& (name.startsWith("save") || name.startsWith("delete") || name.startsWith("erase"));
			return sql || entity;
		});
	}

	/**
	 * Every way to it leads through a command that writes a row in the same transaction.
	 */
	private static boolean isPartOfACommand(JavaCodeUnit code, Set<String> seen) {
		if (code instanceof JavaMethod method && beginsOne(method) && !joinsOne(method)) {
			return false;
		}
		List<JavaCodeUnit> callers = code.getCallsOfSelf().stream().map((call) -> call.getOrigin()).toList();
		// whoever was looked at on the way here decides there, in whatever order they
		// come
		return !callers.isEmpty() && callers.stream()
			.filter((caller) -> seen.add(caller.getFullName()))
			.allMatch((caller) -> answersForItself(caller) || isPartOfACommand(caller, seen));
	}

	private static boolean answersForItself(JavaCodeUnit caller) {
		return caller instanceof JavaMethod method && beginsOne(method)
				&& (WITHOUT_A_ROW.contains(nameOf(method)) || writesARow(method, new HashSet<>()));
	}

	private static String nameOf(JavaMethod method) {
		return method.getOwner().getSimpleName() + "." + method.getName();
	}

	private static boolean joinsOne(JavaMethod method) {
		return method.isAnnotatedWith(Transactional.class)
				&& method.getAnnotationOfType(Transactional.class).propagation() == Propagation.MANDATORY;
	}

	@Test
	void everyActionIsWrittenSomewhere() {
		Set<String> written = this.classes.stream()
			.filter((type) -> !type.isEquivalentTo(Action.class))
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

	/** That somebody read is no row for what they changed. */
	private static boolean writesARow(JavaCodeUnit code, Set<String> seen) {
		if (!seen.add(code.getFullName())) {
			return false;
		}
		boolean notes = code.getMethodCallsFromSelf()
			.stream()
			.anyMatch((call) -> call.getTargetOwner().isEquivalentTo(Journal.class) && call.getName().equals("note"));
		Set<String> actions = code.getFieldAccesses()
			.stream()
			.filter((access) -> access.getTargetOwner().isEquivalentTo(Action.class))
			.map((access) -> access.getTarget().getName())
			.collect(Collectors.toSet());
		return (notes && !actions.equals(Set.of(Action.CASE_READ.name()))) || code.getMethodCallsFromSelf()
			.stream()
			.filter((call) -> call.getTargetOwner().getPackageName().startsWith("org.backwise"))
			.flatMap((call) -> call.getTarget().resolveMember().stream())
			.anyMatch((member) -> writesARow(member, seen));
	}

	/** Commands as somebody might add them. */
	static class SilentCommands {

		private final JdbcClient jdbc;

		private final Journal journal;

		SilentCommands(JdbcClient jdbc, Journal journal) {
			this.jdbc = jdbc;
			this.journal = journal;
		}

		@Transactional
		public void writesWithoutARow() {
			this.jdbc.sql("update care_case set level = null").update();
		}

		public void writesWithoutATransaction() {
			this.jdbc.sql("update care_case set level = null").update();
		}

		@Transactional
		public void onlyReads() {
			this.journal.note(Action.CASE_READ, new Who.System(), null);
			this.jdbc.sql("update care_case set level = null").update();
		}

		@Transactional
		public void writesARow() {
			this.journal.note(Action.LEVEL_RAISED, new Who.System(), null);
			part();
		}

		private void part() {
			this.jdbc.sql("update care_case set level = null").update();
		}

	}

}
