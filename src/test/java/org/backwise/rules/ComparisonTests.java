package org.backwise.rules;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.cases.TestRounds;
import org.backwise.rules.Change.Direction;
import org.backwise.rules.Change.Point;
import org.backwise.triage.AnswerSheets;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** Two decisions side by side: which way they differ, and in what. */
class ComparisonTests {

	private static final Assessment PLAN = decided(Map.of());

	private static final Assessment CAREFUL = decided(Map.of("skin-and-medicines", List.of("blood-thinners")));

	private static final Assessment URGENT = decided(Map.of("general-signs", List.of("fever")));

	@Test
	void theSameIsTheSame() {
		for (Assessment one : List.of(PLAN, CAREFUL, URGENT)) {
			assertThat(Comparison.between(one, one)).returns(Direction.SAME, Change::direction)
				.returns(List.of(), Change::points);
		}
	}

	@Test
	void aReferralThatWasNoneIsTighterAndTheOtherWayRoundLooser() {
		Change tighter = Comparison.between(PLAN, URGENT);
		assertThat(tighter.direction()).isEqualTo(Direction.TIGHTER);
		assertThat(tighter.points()).contains(new Point("level", "plan", "urgent"));
		Change looser = Comparison.between(URGENT, PLAN);
		assertThat(looser.direction()).isEqualTo(Direction.LOOSER);
		assertThat(looser.points()).contains(new Point("level", "urgent", "plan"));
	}

	@Test
	void aCautionLessIsLooser() {
		assertThat(Comparison.between(PLAN, CAREFUL).direction()).isEqualTo(Direction.TIGHTER);
		Change looser = Comparison.between(CAREFUL, PLAN);
		assertThat(looser.direction()).isEqualTo(Direction.LOOSER);
		assertThat(looser.points()).extracting(Point::kind).contains("cautions", "excluded");
	}

	@Test
	void whatNeitherProtectsMoreNorLessIsOther() {
		Assessment other = new Assessment(PLAN.outcome(), PLAN.level(), null, PLAN.findings(), PLAN.cautions(), false,
				List.of(), PLAN.technique(), List.of(), PLAN.areas(), PLAN.habit(), PLAN.sensitised(), PLAN.ignored(),
				PLAN.knowledge());
		assertThat(Comparison.between(PLAN, other)).returns(Direction.OTHER, Change::direction)
			.satisfies((change) -> assertThat(change.points()).extracting(Point::kind).containsExactly("sessions"));
	}

	@Test
	void aReferralWithoutAReasonIsLooser() {
		assertThat(Comparison.noLongerReferred(URGENT)).returns(Direction.LOOSER, Change::direction)
			.satisfies(
					(change) -> assertThat(change.points()).extracting(Point::kind).containsExactly("level", "rules"));
	}

	@Test
	void whatWouldBeAskedFirstIsNamed() {
		Change change = Comparison.undecided(TestRounds.RULES.read(Map.of("age", 41)));
		assertThat(change.direction()).isEqualTo(Direction.UNDECIDED);
		assertThat(change.points()).singleElement()
			.satisfies((point) -> assertThat(point.to()).contains("nerve-signs").doesNotContain("age,"));
	}

	@Test
	void whatIsStricterWhateverIsAskedYetIsTighter() {
		Reading part = TestRounds.RULES.read(Map.of("age", 41, "general-signs", List.of("fever")));
		Change change = Comparison.undecided(PLAN, part, TestRounds.RULES.findings(part));
		assertThat(change.direction()).isEqualTo(Direction.TIGHTER);
		assertThat(change.points()).contains(new Point("at-least", "plan", "urgent"))
			.anySatisfy((point) -> assertThat(point.to()).contains("U-01 (urgent)"))
			.anySatisfy((point) -> assertThat(point).returns("asks", Point::kind)
				.satisfies((asks) -> assertThat(asks.to()).contains("nerve-signs")));
	}

	@Test
	void whatWasAsStrictBeforeStaysUndecidedUntilTheRestIsAsked() {
		Reading part = TestRounds.RULES.read(Map.of("age", 41, "general-signs", List.of("fever")));
		assertThat(Comparison.undecided(URGENT, part, TestRounds.RULES.findings(part)).direction())
			.isEqualTo(Direction.UNDECIDED);
	}

	private static Assessment decided(Map<String, ?> differs) {
		return TestRounds.RULES.assess(TestRounds.RULES.read(AnswerSheets.ordinaryBackAche().with(differs).answers()));
	}

}
