package org.backwise.proof;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

import static org.assertj.core.api.Assertions.assertThat;

/** A practice may let people wait longer and ask them more often, never the other way. */
class FollowUpFloorTests {

	@Test
	void theRulesThatComeWithBackwiseAreWhatTheyAre() {
		assertThat(FollowUpFloor.broken(Sheets.BUILT_IN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					notices.yaml   | after-hours: 48               | after-hours: 47                | after-hours: 49
					follow-up.yaml | wait-hours: 48                | wait-hours: 47                 | wait-hours: 49
					follow-up.yaml | step-back-days: 365           | step-back-days: 364            | step-back-days: 366
					follow-up.yaml | holds-hours: 72               | holds-hours: 73                | holds-hours: 71
					follow-up.yaml | fresh-questionnaire: 7        | fresh-questionnaire: 8         | fresh-questionnaire: 6
					follow-up.yaml | longest-pause: 84             | longest-pause: 85              | longest-pause: 83
					follow-up.yaml | whole-again: 26               | whole-again: 27                | whole-again: 25
					follow-up.yaml | most-monthly: 6               | most-monthly: 7                | most-monthly: 5
					follow-up.yaml | lapses: { weekly: 21          | lapses: { weekly: 22           | lapses: { weekly: 20
					follow-up.yaml | reviews: { weekly: [3, 4, 6]  | reviews: { weekly: [4, 6]      | reviews: { weekly: [2, 3, 4, 6]
					follow-up.yaml | joined: [history, disc-       | joined: [disc-                 | joined: [history, disc-
					""")
	void whatIsMilderIsRefusedAndWhatIsStricterIsNot(String file, String built, String milder, String stricter) {
		assertThat(FollowUpFloor.broken(with(file, built, milder))).singleElement()
			.satisfies((failure) -> assertThat(failure.words()).contains("is milder than", "Nobody can sign for that"));
		assertThat(FollowUpFloor.broken(with(file, built, stricter))).isEmpty();
	}

	/**
	 * Every mistake in a caution, and in who decides, but for what is only a hint to the
	 * therapist.
	 */
	@Test
	void whatIsMindedAtASessionAndWhoDecidesStays() {
		List<Mutants.Mutant> mutants = FollowUpMutants.all(Sheets.BUILT_IN)
			.stream()
			.filter((mutant) -> mutant.what().startsWith("FK-") || mutant.what().contains("left to the client"))
			.filter((mutant) -> !mutant.what().contains("offers nothing") && !mutant.what().contains("no signpost"))
			.toList();
		assertThat(mutants).hasSizeGreaterThan(40);
		assertThat(mutants).allSatisfy((mutant) -> assertThat(FollowUpFloor.broken(mutant.base())).as(mutant.what())
			.singleElement()
			.satisfies((failure) -> assertThat(failure.words()).contains("is milder than", "Nobody can sign")));
	}

	@Test
	void aCautionMayHoldForMorePeopleAndLeaveOutMore() {
		assertThat(
				FollowUpFloor.broken(
						with("follow-up.yaml", "- { id: FK-10, when: { wish: fewer }, decided-in: [weekly],",
								"- { id: FK-10, when: { any: [{ wish: fewer }, { wish: talk-first }] }, confirm: true, "
										+ "excludes: [deep-therapeutic], decided-in: [weekly, fortnightly],")))
			.isEmpty();
	}

	@Test
	void aPracticeWithAMilderSettingDoesNotStart() {
		assertThat(Floor.broken(with("follow-up.yaml", "holds-hours: 72", "holds-hours: 720")))
			.anySatisfy((failure) -> assertThat(failure.words()).contains("holds-hours", "it is 720 and at most 72"));
	}

	private static KnowledgeBase with(String file, String built, String changed) {
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		String text = files.texts().get(file);
		assertThat(text).contains(built);
		return new KnowledgeReader().read(files.with(file, text.replace(built, changed)));
	}

}
