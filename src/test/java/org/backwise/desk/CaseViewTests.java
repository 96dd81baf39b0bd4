package org.backwise.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.backwise.care.CarePlan;
import org.backwise.care.LiveSession.State;
import org.backwise.care.LiveSession;
import org.backwise.care.Session;
import org.backwise.cases.Act;
import org.backwise.cases.AnswerSheet;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.ChangedAnswer;
import org.backwise.cases.Consent;
import org.backwise.cases.Round;
import org.backwise.cases.Standing;
import org.backwise.cases.TestRounds;
import org.backwise.knowledge.Level;
import org.backwise.triage.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What a therapist reads of a case, without a browser. */
class CaseViewTests {

	private static final LocalDate MONDAY = TestRounds.MONDAY;

	@Test
	void anOrdinaryCaseHasNeitherWarningsNorCautions() {
		CaseView view = CaseView.of(file(TestRounds.first(Map.of()), proposed(), List.of()));
		assertThat(view.warnings()).isEmpty();
		assertThat(view.cautions()).isEmpty();
		assertThat(view.fired()).isEmpty();
		assertThat(view.others()).isNotEmpty();
		assertThat(view.scores()).isNotEmpty();
		assertThat(view.scores().get(0).points()).isLessThanOrEqualTo(view.most());
	}

	@Test
	void aReferralShowsItsRulesAndTheAnswersBehindThem() {
		CaseView view = CaseView.of(file(TestRounds.first(Map.of("general-signs", List.of("fever"))),
				new Standing(0, CaseState.REFERRED, Level.URGENT, List.of()), List.of()));
		assertThat(view.warnings()).hasSize(1);
		assertThat(view.fired()).isNotEmpty().allSatisfy((rule) -> {
			assertThat(rule.level()).isEqualTo(Level.URGENT);
			assertThat(rule.when()).isNotBlank();
			assertThat(rule.sources()).isNotEmpty();
		});
		assertThat(view.scores()).isEmpty();
		assertThat(view.phases()).isEmpty();
	}

	@Test
	void aCautionSaysWhatToDoAndWhatItLeavesOut() {
		CaseFile file = file(TestRounds.first(Map.of("skin-and-medicines", List.of("blood-thinners"))), proposed(),
				List.of());
		CaseView view = CaseView.of(file);
		assertThat(view.cautions()).hasSize(1);
		assertThat(view.limits()).singleElement().satisfies((rule) -> {
			assertThat(rule.caution()).isNotBlank();
			assertThat(rule.excludes()).hasSize(1);
		});
		assertThat(view.scores()).filteredOn(CaseView.Score::out).hasSize(1);
		assertThat(file.toRead()).hasSize(1);
		assertThat(file(TestRounds.first(Map.of()), proposed(), List.of()).toRead()).isEmpty();
	}

	@Test
	void aPlanSaysWhereToWorkWhatToLeaveAndWhichHabit() {
		PlanBasis basis = basis(TestRounds.first(Map.of("location", List.of("neck"), "skin-and-medicines",
				List.of("skin-broken-or-infected", "skin-condition-or-sunburn"), "habit", "long-sitting")));
		assertThat(basis.work()).containsExactly(TestRounds.RULES.knowledge().areaName("neck"));
		assertThat(basis.leave()).extracting(PlanBasis.Left::rules)
			.containsExactly(Set.of("K-11", "X-05"), Set.of("K-20"));
		assertThat(basis.habit()).isEqualTo(TestRounds.RULES.knowledge().habit("long-sitting"));
		assertThat(basis.chosenBy()).isEqualTo("client");
		assertThat(basis.lifted()).isEmpty();
	}

	@Test
	void whatWasLiftedKeepsWhatItLeavesOut() {
		PlanBasis basis = basis(TestRounds.cleared(Map.of("disc-diagnosis", "yes")));
		assertThat(basis.lifted()).singleElement().satisfies((lifted) -> {
			assertThat(lifted.rule()).isEqualTo("D-01");
			assertThat(lifted.excludes()).hasSize(1);
		});
		assertThat(basis.chosenBy()).isEqualTo("rule");
	}

	@Test
	void aReferralAndAnOldPlanHaveNoneOfIt() {
		assertThat(basis(TestRounds.first(Map.of("general-signs", List.of("fever")))).isEmpty()).isTrue();
		assertThat(basis(TestRounds.old(TestRounds.first(Map.of()))).isEmpty()).isTrue();
	}

	@Test
	void anAnswerThatWasAnotherOneShowsBoth() {
		ChangedAnswer change = new ChangedAnswer("pain", new Answer.Amount(9), new Answer.Amount(4),
				Instant.parse("2027-03-01T08:58:00Z"));
		CaseView view = CaseView.of(file(TestRounds.first(Map.of(), change), proposed(), List.of()));
		assertThat(view.others()).filteredOn((row) -> !row.earlier().isEmpty())
			.singleElement()
			.satisfies((row) -> assertThat(row.earlier()).containsExactly(List.of("9")));
	}

	@Test
	void sessionsStandOnTheDaysThatHoldNow() {
		LiveSession kept = session(1, MONDAY, MONDAY, State.KEPT);
		LiveSession moved = session(2, MONDAY.plusWeeks(1), MONDAY.plusDays(9), State.MOVED);
		List<CaseView.PhaseRow> phases = CaseView.of(file(TestRounds.first(Map.of()), proposed(), List.of(kept, moved)))
			.phases();
		assertThat(phases).singleElement()
			.satisfies((phase) -> assertThat(phase.sessions()).containsExactly(kept, moved));
	}

	@Test
	void aPlanThatWasStoppedKeepsOnlyWhatTookPlace() {
		CaseStep paused = new CaseStep(1, Act.PAUSE, null, "Kim", Instant.EPOCH, "unwell", null, null, null, null);
		Standing standing = new Standing(1, CaseState.PAUSED, null, List.of(paused));
		LiveSession kept = session(1, MONDAY, MONDAY, State.KEPT);
		LiveSession open = session(2, MONDAY.plusWeeks(1), MONDAY.plusWeeks(1), State.PLANNED);
		assertThat(CaseView.of(file(TestRounds.first(Map.of()), standing, List.of(kept, open))).phases())
			.singleElement()
			.satisfies((phase) -> assertThat(phase.sessions()).containsExactly(kept));
	}

	@Test
	void aDayIsOverOnlyWhereItIsStillToCome() {
		LiveSession kept = session(1, MONDAY, MONDAY, State.KEPT);
		LiveSession open = session(2, MONDAY.plusWeeks(1), MONDAY.plusWeeks(1), State.PLANNED);
		CaseFile file = file(TestRounds.first(Map.of()), proposed(), List.of(kept, open));
		assertThat(file.dayOver(MONDAY.plusWeeks(1))).isEmpty();
		assertThat(file.dayOver(MONDAY.plusDays(8))).contains(MONDAY.plusWeeks(1));
	}

	private static LiveSession session(int number, LocalDate planned, LocalDate day, State state) {
		String phase = TestRounds.RULES.knowledge().plan().phases().get(0).id();
		return new LiveSession(new Session(number, phase, "relaxation", day), planned, state);
	}

	private static PlanBasis basis(Round round) {
		return CaseView.of(file(round, proposed(), List.of())).basis();
	}

	private static Standing proposed() {
		return new Standing(0, CaseState.PROPOSED, null, List.of());
	}

	private static CaseFile file(Round round, Standing standing, List<LiveSession> sessions) {
		Case theCase = new Case(round.id(), "ABCD2345", new Consent("test", round.sentAt()), round.sentAt(),
				round.assessment().level(), Optional.empty(), Optional.empty());
		CarePlan plan = sessions.isEmpty() ? null : new CarePlan("relaxation", null, MONDAY, 60, null,
				sessions.stream().map(LiveSession::session).toList());
		return new CaseFile(theCase, round, round, standing, Map.of(), plan, sessions, plan, Optional.empty(),
				TestRounds.RULES,
				TestRounds.RULES.liftable(AnswerSheet.of(round.typed(), TestRounds.RULES.knowledge())), Set.of(), null,
				List.of(), 0, List.of(), null, false, null);
	}

}
