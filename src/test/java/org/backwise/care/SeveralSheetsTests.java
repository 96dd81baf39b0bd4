package org.backwise.care;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Reason;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Several sheets hold for one session: what any of them leaves out stays left out. */
class SeveralSheetsTests extends CareScenario {

	private static final String DEEP = "deep-therapeutic";

	@Autowired
	private SessionBases bases;

	@Autowired
	private PlanSteps steps;

	@Test
	void whatOneSheetLeavesOutNoLaterCalmOneBringsBack() {
		CaseId id = deep("too-firm");
		assertThat(basis(id, 2).chosen()).isEqualTo(DEEP);
		send(id, Map.of("pain", 4, "pressure-last", "too-firm"));
		SessionBasis told = basis(id, 2);
		assertThat(told.chosen()).isNotEqualTo(DEEP);
		assertThat(told.light()).isTrue();
		send(id, Moment.BETWEEN, Map.of());
		assertThat(basis(id, 2)).isEqualTo(told);
	}

	@Test
	void theKindOfMassageIsChosenFromWhatNoneOfThemLeavesOut() {
		CaseId id = deep("two-limits");
		CheckIn firm = send(id, Map.of("pain", 4, "pressure-last", "too-firm"));
		String instead = firm.decision().technique().primary();
		CheckIn other = send(id, Moment.BETWEEN, Map.of("new-signs", List.of("injury"), "injury-now", "small-seen"));
		assertThat(other.decision().cautions()).extracting("caution").contains("FK-09");
		send(id, Moment.BETWEEN, Map.of());
		SessionBasis basis = basis(id, 2);
		List<String> out = basis.kinds()
			.stream()
			.filter(SessionBasis.Kind::leftOut)
			.map(SessionBasis.Kind::id)
			.toList();
		assertThat(out).contains(DEEP, "heat", "myofascial-release").doesNotContain(basis.chosen());
		assertThat(firm.decision().technique().excluded()).doesNotContainKey("heat");
		assertThat(instead).isNotEqualTo(DEEP);
	}

	@Test
	void aFreshInjuryIsKeptOffThoughALaterSheetNamesNone() {
		CaseId id = deep("injury");
		List<String> before = basis(id, 2).work();
		send(id, Moment.BETWEEN, Map.of("new-signs", List.of("injury"), "injury-now", "small-seen"));
		SessionBasis told = basis(id, 2);
		assertThat(told.leave()).isNotEmpty();
		assertThat(told.work()).isNotEqualTo(before);
		send(id, Moment.BETWEEN, Map.of());
		assertThat(basis(id, 2).leave()).isEqualTo(told.leave());
		assertThat(basis(id, 2).work()).isEqualTo(told.work());
	}

	@Test
	void noPlanIsChangedToWhatASheetOfTheseDaysLeavesOut() {
		CaseId id = deep("change");
		send(id, Map.of("pain", 4, "pressure-last", "too-firm"));
		send(id, Moment.BETWEEN, Map.of());
		assertThat(this.plans.leftOut(id)).contains(DEEP);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> changeTo(id, DEEP)).withMessage("care.technique.out");
		this.clock.pass(Duration.ofDays(4));
		assertThat(this.plans.leftOut(id)).as("it was for that day").doesNotContain(DEEP);
	}

	/** One session more is laid like any other step, and so is what may come after it. */
	@Test
	void aHoldLaysNoSessionOfWhatIsLeftOut() {
		CaseId id = deep("hold");
		CarePlan plan = plan(id);
		int last = plan.block().last(plan.sessions());
		for (int session = 2; session < last; session++) {
			toSession(id, session);
			send(id, Map.of());
			keep(id, session);
		}
		toSession(id, last);
		send(id, Map.of("pressure-last", "too-firm"));
		assertThat(laid(this.steps.after(find(id), Outcome.HOLD, null).orElseThrow(), last)).isNotEmpty()
			.doesNotContain(DEEP);
		this.steps.take(id, version(id), THEO, Outcome.HOLD, null, new Reason("as-proposed", null, null));
		assertThat(laid(plan(id), last)).isNotEmpty().doesNotContain(DEEP);
		assertThat(plan(id).technique()).isNotEqualTo(DEEP);
	}

	private static List<String> laid(CarePlan plan, int after) {
		return plan.sessions().stream().skip(after).map(Session::technique).toList();
	}

	/**
	 * A plan of the firmest kind whose first session took place, on the day of the
	 * second.
	 */
	private CaseId deep(String link) {
		CaseId id = inCare(link);
		changeTo(id, DEEP);
		keepTheFirst(id, 1);
		toSession(id, 2);
		return id;
	}

	private SessionBasis basis(CaseId id, int number) {
		LiveSession session = this.sessions.of(id).get(number - 1);
		return this.bases.of(id, session, this.gate.asked(id, session).holding());
	}

}
