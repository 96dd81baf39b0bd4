package org.backwise.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.backwise.cases.Act.By;
import org.backwise.knowledge.Level;

import static org.assertj.core.api.Assertions.assertThat;

/** Where steps lead, and what can be done from there: every state with every act. */
class StandingTests {

	private static final Set<Act> IN_CARE = EnumSet.of(Act.CHANGE, Act.DECLINE, Act.PAUSE, Act.END, Act.RAISE, Act.STEP,
			Act.PUT_OFF);

	/** What a therapist may do where, written down a second time and by hand. */
	private static final Map<CaseState, Set<Act>> OFFERED = new EnumMap<>(
			Map.ofEntries(Map.entry(CaseState.REFERRED, EnumSet.of(Act.CLEAR, Act.RAISE, Act.FOLLOW_UP, Act.CLOSE)),
					Map.entry(CaseState.CLEARED, EnumSet.of(Act.RAISE)),
					Map.entry(CaseState.PROPOSED, EnumSet.of(Act.APPROVE, Act.CHANGE, Act.DECLINE, Act.RAISE)),
					Map.entry(CaseState.APPROVED, IN_CARE), Map.entry(CaseState.CHANGED, IN_CARE),
					Map.entry(CaseState.PAUSED, EnumSet.of(Act.RESUME, Act.END, Act.RAISE)),
					Map.entry(CaseState.LAPSED, EnumSet.of(Act.PAUSE, Act.END, Act.RAISE)),
					Map.entry(CaseState.ENDED, EnumSet.of(Act.RAISE)),
					Map.entry(CaseState.DECLINED, EnumSet.of(Act.APPROVE, Act.CHANGE, Act.RAISE)),
					Map.entry(CaseState.CLOSED, EnumSet.of(Act.CLEAR, Act.RAISE)),
					Map.entry(CaseState.WITHDRAWN, EnumSet.noneOf(Act.class))));

	/** Steps that lead to each state. */
	private static final Map<CaseState, List<Act>> WAYS = new EnumMap<>(Map.ofEntries(
			Map.entry(CaseState.REFERRED, List.of(Act.RAISE)),
			Map.entry(CaseState.CLEARED, List.of(Act.RAISE, Act.CLEAR)), Map.entry(CaseState.PROPOSED, List.of()),
			Map.entry(CaseState.APPROVED, List.of(Act.APPROVE)), Map.entry(CaseState.CHANGED, List.of(Act.CHANGE)),
			Map.entry(CaseState.PAUSED, List.of(Act.APPROVE, Act.PAUSE)),
			Map.entry(CaseState.LAPSED, List.of(Act.APPROVE, Act.STEP, Act.LAPSE)),
			Map.entry(CaseState.ENDED, List.of(Act.CHANGE, Act.PAUSE, Act.END)),
			Map.entry(CaseState.DECLINED, List.of(Act.DECLINE)),
			Map.entry(CaseState.CLOSED, List.of(Act.RAISE, Act.CLOSE)),
			Map.entry(CaseState.WITHDRAWN, List.of(Act.APPROVE, Act.WITHDRAW))));

	@Test
	void everyStateOffersWhatItShould() {
		assertThat(WAYS.keySet()).containsExactlyInAnyOrder(CaseState.values());
		WAYS.forEach((state, acts) -> {
			Standing standing = after(null, acts);
			assertThat(standing.state()).isEqualTo(state);
			assertThat(standing.acts()).as(state.toString()).isEqualTo(OFFERED.get(state));
			for (Act act : Act.values()) {
				assertThat(standing.allows(act) && act.isFor(By.THERAPIST)).as(state + " " + act)
					.isEqualTo(standing.acts().contains(act));
			}
		});
	}

	@Test
	void onlyTheRulesProposeAndOnlyAClientWithdraws() {
		assertThat(after(null, WAYS.get(CaseState.CLEARED)).allows(Act.PROPOSE)).isTrue();
		WAYS.forEach((state, acts) -> {
			assertThat(after(null, acts).allows(Act.WITHDRAW)).isEqualTo(state != CaseState.WITHDRAWN);
			assertThat(after(null, acts).allows(Act.PROPOSE)).isEqualTo(state == CaseState.CLEARED);
		});
	}

	@Test
	void anEmergencyIsNeitherClearedNorRaisedFurther() {
		Standing emergency = Standing.of(Level.EMERGENCY, List.of());
		assertThat(emergency.acts()).containsExactly(Act.FOLLOW_UP, Act.CLOSE);
		assertThat(emergency.raisable()).isEmpty();
		assertThat(Standing.of(Level.URGENT, List.of()).raisable()).containsExactly(Level.EMERGENCY);
	}

	@Test
	void aFollowUpMovesNothing() {
		Standing standing = Standing.of(Level.SEE_DOCTOR, steps(List.of(Act.FOLLOW_UP)));
		assertThat(standing).returns(CaseState.REFERRED, Standing::state).returns(1, Standing::version);
		assertThat(standing.arrival()).isEmpty();
		assertThat(standing.since(0)).hasSize(1);
		assertThat(standing.since(1)).isEmpty();
	}

	@Test
	void aStopIsNamedUntilThePlanGoesOn() {
		assertThat(after(null, List.of(Act.APPROVE)).stop()).isEmpty();
		assertThat(stop(Act.APPROVE, Act.PAUSE)).isEqualTo(Act.PAUSE);
		assertThat(stop(Act.APPROVE, Act.PAUSE, Act.END)).isEqualTo(Act.END);
		assertThat(stop(Act.APPROVE, Act.RAISE, Act.CLOSE)).isEqualTo(Act.RAISE);
		assertThat(stop(Act.DECLINE)).isEqualTo(Act.DECLINE);
		Standing resumed = after(null, List.of(Act.APPROVE, Act.PAUSE, Act.RESUME));
		assertThat(resumed.stop()).isEmpty();
		assertThat(resumed.arrival()).get().returns(Act.RESUME, CaseStep::act);
		assertThat(resumed.wasChecked()).isTrue();
		assertThat(after(null, List.of(Act.DECLINE)).wasChecked()).isFalse();
	}

	@Test
	void thePlanThatTheLastStepBroughtCounts() {
		UUID plan = UUID.randomUUID();
		CaseStep changed = new CaseStep(1, Act.CHANGE, null, "Kim", Instant.EPOCH, null, null, null, null, plan);
		CaseStep paused = new CaseStep(2, Act.PAUSE, null, "Kim", Instant.EPOCH, null, null, null, null, null);
		assertThat(Standing.of(null, List.of(changed, paused)).plan()).contains(plan);
		assertThat(Standing.of(null, List.of(paused)).plan()).isEmpty();
	}

	@Test
	void aPlanAfterAReferralStandsBesideADoctorsCare() {
		Standing planned = Standing.of(Level.SEE_DOCTOR, steps(List.of(Act.CLEAR, Act.PROPOSE)));
		assertThat(planned).returns(CaseState.PROPOSED, Standing::state).returns(true, Standing::isComplementary);
		assertThat(Standing.of(null, List.of()).isComplementary()).isFalse();
	}

	@Test
	void onlyACheckInBringsALapsedPlanBackAndAStepPutOffMovesNothing() {
		assertThat(after(null, WAYS.get(CaseState.LAPSED)).allows(Act.RETURN)).isTrue();
		assertThat(after(null, List.of(Act.APPROVE)).allows(Act.RETURN)).isFalse();
		assertThat(after(null, List.of(Act.APPROVE, Act.LAPSE, Act.RETURN)).state()).isEqualTo(CaseState.APPROVED);
		assertThat(after(null, List.of(Act.CHANGE, Act.PUT_OFF)).state()).isEqualTo(CaseState.CHANGED);
		assertThat(after(null, List.of(Act.APPROVE, Act.STEP)).state()).isEqualTo(CaseState.CHANGED);
	}

	@Test
	void onlyAWaitIsOverByItself() {
		assertThat(afterRaise(Level.WAIT).allows(Act.RETURN)).isTrue();
		assertThat(afterRaise(Level.SEE_DOCTOR).allows(Act.RETURN)).isFalse();
		assertThat(Standing.of(Level.WAIT, List.of()).allows(Act.RETURN)).isFalse();
		CaseStep back = new CaseStep(3, Act.RETURN, null, null, Instant.EPOCH, null, null, null, null, null);
		List<CaseStep> steps = new ArrayList<>(afterRaise(Level.WAIT).steps());
		steps.add(back);
		assertThat(Standing.of(null, steps)).returns(CaseState.APPROVED, Standing::state)
			.returns(null, Standing::level);
	}

	@Test
	void aTherapistStopsOnlyAPlanThatStood() {
		assertThat(stoppedByTherapist(Act.APPROVE, Act.PAUSE)).isTrue();
		assertThat(stoppedByTherapist(Act.CHANGE, Act.RAISE)).isTrue();
		assertThat(stoppedByTherapist(Act.DECLINE)).as("nobody stood behind it").isFalse();
		assertThat(stoppedByTherapist(Act.APPROVE, Act.PAUSE, Act.END)).as("it rested already").isFalse();
		assertThat(stoppedByTherapist(Act.APPROVE, Act.PAUSE, Act.RESUME)).isFalse();
		assertThat(stoppedByTherapist()).isFalse();
		assertThat(after(null, List.of(Act.APPROVE, Act.PAUSE)).stoppedByTherapist()).as("by the client").isEmpty();
	}

	private static boolean stoppedByTherapist(Act... acts) {
		List<CaseStep> steps = steps(List.of(acts)).stream()
			.map((step) -> new CaseStep(step.version(), step.act(), UUID.randomUUID(), step.name(), step.at(), null,
					null, null, step.level(), null))
			.toList();
		return Standing.of(null, steps).stoppedByTherapist().isPresent();
	}

	private static Standing afterRaise(Level level) {
		List<CaseStep> steps = new ArrayList<>(steps(List.of(Act.APPROVE)));
		steps.add(new CaseStep(2, Act.RAISE, null, null, Instant.EPOCH, null, null, null, level, null));
		return Standing.of(null, steps);
	}

	private static Act stop(Act... acts) {
		return after(null, List.of(acts)).stop().orElseThrow().act();
	}

	private static Standing after(@Nullable Level level, List<Act> acts) {
		return Standing.of(level, steps(acts));
	}

	private static List<CaseStep> steps(List<Act> acts) {
		List<CaseStep> steps = new ArrayList<>();
		acts.forEach((act) -> steps.add(new CaseStep(steps.size() + 1, act, null, "Kim", Instant.EPOCH, null, null,
				null, (act == Act.RAISE) ? Level.SEE_DOCTOR : null, null)));
		return steps;
	}

}
