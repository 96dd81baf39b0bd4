package org.backwise.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

import org.backwise.followup.CareJudge;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.Mutants.Mutant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every small mistake in the rules of check-ins is noticed: by a made-up person, by a
 * near miss or by a promise; or it is named, with the reason why it changes nothing.
 */
class FollowUpChangeTests {

	private static final KnowledgeBase BASE = Sheets.BUILT_IN;

	private static final Path KEPT = Path.of("src/main/resources/proof/follow-up-changes.properties");

	private static final Path DOC = Path.of("docs/knowledge/follow-up-changes.md");

	private static final Path REASONS = Path.of("src/test/resources/follow-up/changes-nothing.yaml");

	/** Refresh with {@code mvn test -Dtest=FollowUpChangeTests -Dbackwise.docs=write}. */
	@Test
	void everySmallMistakeIsNoticedOrExplained() throws IOException {
		List<Mutant> mutants = FollowUpMutants.all(BASE);
		assertThat(mutants.stream().map(Mutant::what)).doesNotHaveDuplicates();
		CareJudge judge = new CareJudge();
		List<Mutant> left = mutants.parallelStream()
			.filter((mutant) -> judge.amongPeople(mutant.base()).isEmpty())
			.toList();
		List<Mutant> after = left.parallelStream()
			.filter((mutant) -> judge.amongNearMisses(mutant.base()).isEmpty())
			.toList();
		List<String> missed = after.parallelStream()
			.filter((mutant) -> !breaksAPromise(mutant.base()))
			.map(Mutant::what)
			.toList();
		Map<String, String> reasons = BuiltInFile.YAML.readValue(Files.readString(REASONS),
				new TypeReference<LinkedHashMap<String, String>>() {
				});
		RuleChanges counted = new RuleChanges(mutants.size(), mutants.size() - left.size(), left.size() - after.size(),
				after.size() - missed.size(), missed.size());
		System.out.println("Small mistakes in the rules of check-ins: " + counted);
		missed.stream()
			.filter((what) -> !reasons.containsKey(what))
			.forEach((what) -> System.out.println("Nothing notices: " + what));
		keep(counted, reasons);
		assertThat(missed).as("mistakes that nothing notices").containsExactlyInAnyOrderElementsOf(reasons.keySet());
	}

	/** The engine does not know them; the courses with a clock go by them. */
	@Test
	void theTimesAreThoseOfTheContract() {
		assertThat(java.util.Objects.requireNonNull(BASE.followUp()).timing()).isEqualTo(new FollowUp.Timing(48, 72, 7,
				Map.of("weekly", List.of(3, 4, 6), "fortnightly", List.of(2, 4, 6, 8, 10, 12), "monthly",
						List.of(1, 2, 3, 4, 5, 6)),
				Map.of("weekly", 21, "fortnightly", 35, "monthly", 63), 84, 26, 48, 4, 365, 6, List.of(28, 84)));
	}

	private static boolean breaksAPromise(KnowledgeBase mutant) {
		return new FollowUpProofs(mutant).alone().values().stream().anyMatch((proof) -> proof.get().isPresent());
	}

	private static void keep(RuleChanges counted, Map<String, String> reasons) throws IOException {
		String kept = "# What noticed small mistakes in the rules of check-ins; written by FollowUpChangeTests.\nsha256="
				+ BASE.sha256() + "\ntried=" + counted.tried() + "\nby-vignettes=" + counted.byVignettes()
				+ "\nby-fixtures=" + counted.byFixtures() + "\nby-properties=" + counted.byProperties()
				+ "\nequivalent=" + counted.equivalent() + "\n";
		StringBuilder doc = new StringBuilder("# Small mistakes in the rules of check-ins, and what notices them\n\n");
		doc.append("Written by `FollowUpChangeTests`; do not edit. Each rule and caution was deleted and made milder,"
				+ " each condition turned in every place, each number of the measures moved by one,"
				+ " and so was when each question is asked. The times that the engine does not know are pinned one by one.\n\n");
		doc.append("| | |\n|---|--:|\n| Mistakes tried | ").append(counted.tried()).append(" |\n");
		doc.append("| Noticed by a made-up person | ").append(counted.byVignettes()).append(" |\n");
		doc.append("| More, noticed by a near miss | ").append(counted.byFixtures()).append(" |\n");
		doc.append("| More, noticed by a promise | ").append(counted.byProperties()).append(" |\n");
		doc.append("| Change nothing | ").append(counted.equivalent()).append(" |\n");
		doc.append("\nThe people and near misses stand in `src/test/resources/follow-up`.\n\n"
				+ "## Mistakes that change nothing\n\n");
		reasons.forEach((what, reason) -> doc.append("- ").append(what).append(": ").append(reason).append(".\n"));
		if ("write".equals(System.getProperty("backwise.docs"))) {
			Files.writeString(KEPT, kept);
			Files.writeString(DOC, doc.toString());
		}
		String hint = " is stale: run mvn test -Dtest=FollowUpChangeTests -Dbackwise.docs=write";
		assertThat(Files.readString(KEPT)).as(KEPT + hint).isEqualTo(kept);
		assertThat(Files.readString(DOC)).as(DOC + hint).isEqualTo(doc.toString());
	}

}
