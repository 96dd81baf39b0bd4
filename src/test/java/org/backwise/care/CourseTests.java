package org.backwise.care;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.CheckInView.Limit;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Clearance;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Rounds;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.triage.Assessment.TechniqueChoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Courses of care over weeks, by the services alone, with a clock. */
@DeskTest
class CourseTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	private static final Reason AS_PROPOSED = new Reason("as-proposed", null, null);

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Cases cases;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Rounds rounds;

	@Autowired
	private CarePlans plans;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private CheckInViews views;

	@Autowired
	private PlanSteps steps;

	@Autowired
	private PlanEnds ends;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Marking marking;

	@Autowired
	private Lapses lapses;

	@Autowired
	private Notes notes;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	@Test
	void aCourseStepsDownWhenTheBodyRespondsAndBackOnAFlare() {
		CaseId id = inCare("steps");
		keepTheFirst(id, 4);
		toSession(id, 5);
		CheckIn review = send(id, Map.of("pain", 2, "change", "much-better"));
		assertThat(review.moment()).isEqualTo(Moment.REVIEW);
		assertThat(review.decision().outcome()).isEqualTo(Outcome.STEP_DOWN);
		assertThat(this.steps.waiting(id)).get().extracting(PlanSteps.Proposed::to).isEqualTo("fortnightly");
		this.steps.take(id, version(id), THEO, Outcome.STEP_DOWN, "fortnightly", AS_PROPOSED);
		assertThat(this.steps.waiting(id)).isEmpty();
		CarePlan plan = this.plans.of(id).orElseThrow();
		assertThat(plan.block()).isEqualTo(new CarePlan.Block("fortnightly", 6));
		assertThat(plan.isFirm(6)).isTrue();
		assertThat(plan.isFirm(10)).isFalse();
		keep(id, 5);
		toSession(id, 6);
		assertThat(days(plan, 5, 6)).isEqualTo(14);
		CheckIn flare = send(id, Map.of("pain", 5));
		assertThat(flare.decision().outcome()).isEqualTo(Outcome.STEP_BACK);
		this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, calm(Map.of()), List.of(), staff());
		this.steps.take(id, version(id), THEO, Outcome.STEP_BACK, "weekly", AS_PROPOSED);
		assertThat(this.plans.of(id).orElseThrow().block()).isEqualTo(new CarePlan.Block("weekly", 7));
		assertThat(this.plans.of(id).orElseThrow().block().last(this.plans.of(id).orElseThrow().sessions()))
			.isEqualTo(10);
		keep(id, 6);
		toSession(id, 7);
		assertThat(send(id, Map.of("pain", 4)).course().stepBacks()).as("whatever was asked in between").isEqualTo(1);
	}

	@Test
	void noSessionTakesPlaceUnasked() {
		CaseId id = inCare("unasked");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 2));
		this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, calm(Map.of()), List.of(), staff());
		keep(id, 2);
		assertThat(this.sessions.of(id).get(1).state()).isEqualTo(LiveSession.State.KEPT);
	}

	/** It asks nothing of the sessions before it; else no rule about them was tried. */
	@Test
	void theCheckInOfTheStartHoldsForTheFirstSessionOnly() {
		CaseId id = this.people.planned("late-start").id();
		this.plans.letStand(id, Act.APPROVE, 0, THEO, new Reason("x", null, null), null);
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		assertThat(send(id, Map.of()).moment()).isEqualTo(Moment.START);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 2));
		this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, calm(Map.of()), List.of(), staff());
		keep(id, 2);
		assertThat(this.sessions.of(id).get(1).state()).isEqualTo(LiveSession.State.KEPT);
	}

	/** What is forgotten at the desk must not leave the client unasked. */
	@Test
	void aSessionThatNobodyMarkedHoldsUpNoCheckIn() {
		CaseId id = inCare("unmarked");
		keepTheFirst(id, 2);
		toSession(id, 3);
		send(id, Map.of());
		toSession(id, 4);
		NextCheckIn next = this.checkIns.next(id).orElseThrow();
		assertThat(next.session()).isEqualTo(4);
		assertThat(next.open()).isTrue();
		send(id, Map.of());
		assertThat(this.checkIns.next(id)).isEmpty();
		keep(id, 4);
		LocalDate third = this.sessions.of(id).get(2).day();
		this.gate.tookPlace(id, 3, third, "PLANNED " + third, Set.of());
		toSession(id, 5);
		assertThat(this.checkIns.next(id).orElseThrow().session()).isEqualTo(5);
		assertThat(send(id, Map.of()).course().kept()).containsEntry("weekly", 4);
	}

	@Test
	void whoIsAskedSomeWeeksAfterTheEndDependsOnHowItEnded() {
		for (String code : Act.END.reasons()) {
			CaseId id = inCare("end-" + code);
			keepTheFirst(id, 1);
			this.lifeCycle.take(id, new Decision(Act.END, version(id), THEO, new Reason(code, null, null)));
			boolean asked = List.of(Reason.BETTER, Reason.NO_CHANGE, "client-wish").contains(code);
			assertThat(this.checkIns.next(id).map(NextCheckIn::moment)).as(code)
				.isEqualTo(asked ? Optional.of(Moment.AFTER_4_WEEKS) : Optional.empty());
		}
	}

	@Test
	void aSheetHoldsForNoSessionThatMayBeMoreThanThreeDaysLater() {
		CaseId id = inCare("old-sheet");
		toSession(id, 1);
		keep(id, 1);
		LocalDate day = this.sessions.of(id).get(1).day();
		somethingSaidAt(id, day.minusDays(3).atTime(23, 59));
		assertThat(this.checkIns.holding(id, day)).isEmpty();
		somethingSaidAt(id, day.minusDays(2).atTime(0, 1));
		assertThat(this.checkIns.holding(id, day)).isPresent();
	}

	private void somethingSaidAt(CaseId id, LocalDateTime at) {
		this.clock.pass(Duration.between(this.clock.instant(), at.atZone(this.clock.getZone()).toInstant()));
		this.checkIns.send(id, Moment.BETWEEN, By.CLIENT, calm(Map.of()), List.of(), new Who.Client(id.value()));
	}

	@Test
	void afterHalfAYearNoSessionTakesPlaceBeforeTheWholeQuestionnaireIsAskedAfresh() {
		CaseId id = inCare("old");
		LocalDate asked = LocalDate.ofInstant(find(id).sentAt(), this.clock.getZone());
		this.clock.pass(Duration.ofDays(26 * 7 - 1));
		this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, calm(Map.of()), List.of(), staff());
		assertThat(this.checkIns.mustAskWhole(find(id))).isFalse();
		assertThat(this.gate.whyNot(id, 1, asked.plusWeeks(26).minusDays(1))).isEmpty();
		this.clock.pass(Duration.ofDays(1));
		assertThat(this.checkIns.mustAskWhole(find(id))).isTrue();
		assertThat(this.gate.whyNot(id, 1, asked.plusWeeks(26))).get()
			.extracting(Refusal::reason)
			.isEqualTo("care.questionnaire.old");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 1));
	}

	@Test
	void whatHasToBeMindedIsTickedFirst() {
		CaseId id = inCare("ticked");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		send(id, Map.of("pain", 4, "pressure-last", "too-firm"));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 2));
		String seen = this.sessions.of(id).get(1).seen();
		this.gate.tookPlace(id, 2, today(), seen, Set.of("FK-02"));
		assertThat(this.jdbc.sql("select done from session_mark where case_id = ? and number = 2")
			.param(id.value())
			.query(String.class)
			.single()).isEqualTo("FK-02");
	}

	@Test
	void littleChangeOffersTheOtherTechniqueAndMuchWorryAHabitAgainstIt() {
		CaseId id = inCare("offers");
		keepTheFirst(id, 3);
		toSession(id, 4);
		CheckIn review = send(id, Map.of("change", "same", "stress", 9));
		TechniqueChoice choice = Objects.requireNonNull(review.decision().technique());
		String used = review.course().lastTechnique();
		Map<String, String> offers = this.views.limits(review)
			.stream()
			.collect(Collectors.toMap(Limit::id, (limit) -> Objects.requireNonNull(limit.offer()).id()));
		assertThat(offers).containsOnlyKeys("FK-01", "FK-06").containsEntry("FK-06", "stress");
		assertThat(offers.get("FK-01")).isIn(choice.primary(), choice.alternative()).isNotEqualTo(used);
	}

	@Test
	void aCalmLaterCheckInTakesNothingBack() {
		CaseId id = inCare("later");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		send(id, Map.of("pain", 4, "pressure-last", "too-firm"));
		this.checkIns.send(id, Moment.BETWEEN, By.CLIENT, calm(Map.of()), List.of(), new Who.Client(id.value()));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 2));
	}

	@Test
	void theStrictestStepWaitsWhateverComesAfter() {
		CaseId id = inCare("strictest");
		keepTheFirst(id, 4);
		toSession(id, 5);
		send(id, Map.of("pain", 5, "change", "much-worse"));
		this.checkIns.send(id, Moment.BETWEEN, By.CLIENT, calm(Map.of()), List.of(), new Who.Client(id.value()));
		assertThat(this.steps.waiting(id)).get()
			.extracting(PlanSteps.Proposed::outcome)
			.isEqualTo(Outcome.END_AND_REFER);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 5));
	}

	@Test
	void aNewSignStopsThePlanAtOnceAndAnEmergencyIsNeverLifted() {
		CaseId id = inCare("emergency");
		this.checkIns.send(id, Moment.BETWEEN, By.CLIENT,
				Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"), List.of(),
				new Who.Client(id.value()));
		assertThat(state(id)).isEqualTo(CaseState.REFERRED);
		assertThat(this.lifeCycle.standing(find(id)).level()).isEqualTo(Level.EMERGENCY);
		assertThat(this.rounds.stopping(this.rounds.latest(id))).get()
			.satisfies((checkIn) -> assertThat(checkIn.decision().findings()).extracting("rule").contains("E-02"));
		assertThat(this.lifeCycle.standing(find(id)).acts()).doesNotContain(Act.CLEAR, Act.RESUME);
		assertThat(this.checkIns.next(id)).isEmpty();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(id, 1));
	}

	@Test
	void aClearedSignOfACheckInMakesAComplementaryPlanThatGoesOn() {
		CaseId id = inCare("cleared");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		send(id, Map.of("pain", 4, "new-signs", List.of("limbs"), "limb-signs", List.of("pain-into-leg")));
		assertThat(state(id)).isEqualTo(CaseState.REFERRED);
		this.lifeCycle.clear(id, version(id), THEO,
				new Clearance("Dr Osei", today(), "none", THEO.account(), this.clock.instant()), "seen the letter");
		assertThat(state(id)).isEqualTo(CaseState.PROPOSED);
		assertThat(this.rounds.latest(id).assessment().cleared()).extracting("rule").containsExactly("D-02");
		CarePlan plan = this.plans.of(id).orElseThrow();
		assertThat(plan.technique()).isEqualTo("relaxation");
		assertThat(plan.sessions()).hasSize(12);
		assertThat(plan.sessions().get(1).day()).isAfter(today());
		this.plans.letStand(id, Act.APPROVE, version(id), THEO, new Reason("x", null, null), null);
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::moment).isEqualTo(Moment.RETURN);
		CheckIn back = send(id, Map.of("pain", 4, "known-signs-D-02", "same-or-better"));
		assertThat(back.moment()).isEqualTo(Moment.RETURN);
		assertThat(back.decision().outcome().pauses()).isFalse();
		assertThat(this.checkIns.next(id)).as("asked for the next session already").isEmpty();
		assertThat(this.gate.whyNot(id, 2, this.sessions.of(id).get(1).day())).isEmpty();
	}

	@Test
	void afterAClearanceTheSignsAreAskedSinceTheyWereAskedLast() {
		CaseId id = inCare("since");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		CheckIn stop = send(id,
				Map.of("pain", 4, "new-signs", List.of("limbs"), "limb-signs", List.of("pain-into-leg")));
		this.clock.pass(Duration.ofDays(9));
		this.lifeCycle.clear(id, version(id), THEO,
				new Clearance("Dr Osei", today(), "none", THEO.account(), this.clock.instant()), "seen the letter");
		this.plans.letStand(id, Act.APPROVE, version(id), THEO, new Reason("x", null, null), null);
		assertThat(this.rounds.latest(id).sentAt()).isAfter(stop.sentAt().plus(Duration.ofDays(8)));
		CheckIn back = send(id, Map.of("pain", 4, "known-signs-D-02", "same-or-better"));
		assertThat(back.answers()).extracting("asked")
			.anyMatch((asked) -> asked.toString()
				.contains("since " + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(stop.day())));
		LocalDate asked = LocalDate.ofInstant(find(id).sentAt(), this.clock.getZone());
		this.clock.pass(Duration.ofDays(84 - ChronoUnit.DAYS.between(asked, today())));
		CheckIn later = this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST,
				calm(Map.of("known-signs-D-02", "same-or-better")), List.of(), staff());
		assertThat(later.decision().cautions()).as("twelve weeks since the questionnaire, not since the clearance")
			.extracting("caution")
			.contains("FK-12");
	}

	/** The clock ran a day ahead when the client came back, and was put right since. */
	@Test
	void aStopHoldsThoughTheClockWasSetBackBeforeIt() {
		CaseId id = inCare("set-back");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		send(id, Map.of("pain", 4, "new-signs", List.of("limbs"), "limb-signs", List.of("pain-into-leg")));
		this.clock.pass(Duration.ofDays(1));
		clearAndApprove(id);
		assertThat(send(id, Map.of("pain", 4, "known-signs-D-02", "same-or-better")).moment()).isEqualTo(Moment.RETURN);
		this.clock.pass(Duration.ofDays(-1));
		this.lifeCycle.take(id, new Decision(Act.RAISE, version(id), THEO, new Reason("judgement", null, null),
				Level.SEE_DOCTOR, null));
		assertThat(state(id)).isEqualTo(CaseState.REFERRED);
		clearAndApprove(id);
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::moment).isEqualTo(Moment.RETURN);
		assertThat(this.gate.whyNot(id, 2, this.sessions.of(id).get(1).day())).isPresent();
		assertThat(this.lifeCycle.standing(find(id)).steps()).extracting(CaseStep::at).isSorted();
	}

	private void clearAndApprove(CaseId id) {
		this.lifeCycle.clear(id, version(id), THEO,
				new Clearance("Dr Osei", today(), "none", THEO.account(), this.clock.instant()), "seen the letter");
		this.plans.letStand(id, Act.APPROVE, version(id), THEO, new Reason("x", null, null), null);
	}

	@Test
	void whatOnlyTimeLiftsIsOverByACheckInAfterTwoDays() {
		CaseId id = inCare("wait");
		this.checkIns.send(id, Moment.BETWEEN, By.CLIENT, calm(Map.of("new-signs", List.of("not-fit-today"))),
				List.of(), new Who.Client(id.value()));
		assertThat(this.lifeCycle.standing(find(id)).level()).isEqualTo(Level.WAIT);
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::open).isEqualTo(false);
		this.clock.pass(Duration.ofHours(48));
		send(id, Map.of("pain", 4));
		assertThat(state(id)).isEqualTo(CaseState.APPROVED);
		assertThat(this.lifeCycle.standing(find(id)).level()).isNull();
	}

	@Test
	void aPlanWithoutSessionsLapsesAndACheckInBringsItBack() {
		CaseId id = inCare("lapse");
		toSession(id, 1);
		keep(id, 1);
		this.clock.pass(Duration.ofDays(22));
		this.lapses.lapse();
		assertThat(state(id)).isEqualTo(CaseState.LAPSED);
		send(id, Map.of("pain", 4));
		assertThat(state(id)).isEqualTo(CaseState.APPROVED);
	}

	@Test
	void aCancelledSessionCountsForNothing() {
		CaseId id = inCare("cancelled");
		toSession(id, 1);
		keep(id, 1);
		cancel(id, 2, true);
		toSession(id, 3);
		CheckIn third = send(id, Map.of("pain", 4));
		assertThat(third.moment()).as("the second session, not the third").isEqualTo(Moment.SESSION);
		assertThat(third.course().kept()).containsEntry("weekly", 1);
		assertThat(third.course().missed()).isEmpty();
		assertThat(third.course().session()).isEqualTo(3);
		keep(id, 3);
		assertThat(this.sessions.taken(id)).isEqualTo(3);
		assertThat(this.sessions.of(id)).extracting(LiveSession::state)
			.startsWith(LiveSession.State.KEPT, LiveSession.State.CANCELLED_LATE, LiveSession.State.KEPT,
					LiveSession.State.PLANNED);
	}

	@Test
	void aPlanLapsesAlsoWhenEverySessionWasCancelledInTime() {
		CaseId id = inCare("away");
		toSession(id, 1);
		keep(id, 1);
		for (int session = 2; session <= 4; session++) {
			cancel(id, session, false);
		}
		this.clock.pass(Duration.ofDays(20));
		this.lapses.lapse();
		assertThat(state(id)).isEqualTo(CaseState.APPROVED);
		this.clock.pass(Duration.ofDays(2));
		this.lapses.lapse();
		assertThat(state(id)).isEqualTo(CaseState.LAPSED);
	}

	@Test
	void aBlockWhoseLastSessionFellThroughGetsAnotherOne() {
		CaseId id = inCare("last");
		int last = allButTheLast(id);
		cancel(id, last, true);
		assertThat(this.steps.waiting(id)).as("one session more is needed").isPresent();
		this.steps.take(id, version(id), THEO, Outcome.HOLD, null, AS_PROPOSED);
		LiveSession more = this.sessions.of(id).get(last);
		assertThat(more.session().phase()).isEqualTo("weekly");
		assertThat(more.isOpen()).isTrue();
		assertThat(this.plans.of(id).orElseThrow().isFirm(last + 1)).isTrue();
		assertThat(this.checkIns.next(id)).get().satisfies((next) -> {
			assertThat(next.moment()).isEqualTo(Moment.REVIEW);
			assertThat(next.session()).isEqualTo(last + 1);
		});
	}

	@Test
	void aBlockThatIsOverIsReviewedAlsoWithoutASessionToCome() {
		CaseId id = inCare("over");
		int last = allButTheLast(id);
		cancel(id, last, true);
		this.steps.putOff(id, version(id), THEO, new Reason("timetable", null, null));
		this.clock.pass(Duration.ofDays(4));
		assertThat(this.checkIns.next(id)).get().satisfies((next) -> {
			assertThat(next.moment()).isEqualTo(Moment.REVIEW);
			assertThat(next.open()).isTrue();
		});
		assertThat(send(id, Map.of("pain", 5)).decision().outcome()).isEqualTo(Outcome.HOLD);
		assertThat(this.steps.waiting(id)).get().extracting(PlanSteps.Proposed::outcome).isEqualTo(Outcome.HOLD);
		assertThat(this.checkIns.next(id)).as("asked once").isEmpty();
	}

	/** The number of the last session of the block; all before it took place. */
	private int allButTheLast(CaseId id) {
		CarePlan plan = this.plans.of(id).orElseThrow();
		int last = plan.block().last(plan.sessions());
		for (int session = 1; session < last; session++) {
			toSession(id, session);
			if (session > 1) {
				send(id, Map.of("pain", 5));
			}
			keep(id, session);
		}
		return last;
	}

	@Test
	void whatWasCancelledAheadIsToComeWhereThePlanHasAnotherDay() {
		CaseId id = inCare("ahead");
		cancel(id, 3, false);
		cancel(id, 4, false);
		CarePlan plan = this.plans.of(id).orElseThrow();
		this.plans.change(id, version(id), THEO,
				new PlanChange(plan.technique(), Map.of("weekly", 6, "fortnightly", 4, "monthly", 3),
						plan.firstDay().plusDays(1), plan.minutes(), plan.habit()),
				new Reason("timetable", null, null));
		assertThat(this.sessions.of(id)).allMatch(LiveSession::isOpen);
	}

	@Test
	void whatWasSaidIsTakenBackUnlessItsNoteIsSigned() {
		CaseId id = inCare("wrong");
		toSession(id, 1);
		keep(id, 1);
		this.marking.reopen(id, 1, this.sessions.of(id).get(0).seen());
		assertThat(this.sessions.of(id).get(0).isOpen()).isTrue();
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.marking.reopen(id, 1, this.sessions.of(id).get(0).seen()));
		keep(id, 1);
		this.notes.write(id, 1, new Soap("s", "", "", ""), -1, true);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.marking.reopen(id, 1, this.sessions.of(id).get(0).seen()));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> cancel(id, 1, true));
	}

	private void cancel(CaseId id, int number, boolean late) {
		this.marking.cancel(id, number, late, LiveSession.CancelledBy.CLIENT,
				this.sessions.of(id).get(number - 1).seen());
	}

	@Test
	void aWishToStopIsNeverArguedWith() {
		CaseId id = inCare("stop");
		keepTheFirst(id, 2);
		toSession(id, 3);
		CheckIn review = send(id, Map.of("pain", 5, "wish", "stop"));
		assertThat(review.decision().outcome()).isEqualTo(Outcome.FINISH);
		assertThat(state(id)).isEqualTo(CaseState.ENDED);
		assertThat(this.checkIns.next(id)).get().satisfies((next) -> {
			assertThat(next.moment()).isEqualTo(Moment.AFTER_4_WEEKS);
			assertThat(next.open()).isFalse();
		});
	}

	@Test
	void aNewSignAfterTheEndIsAReferralToo() {
		CaseId id = inCare("after");
		this.lifeCycle.take(id, new Decision(Act.END, version(id), THEO, new Reason("better", null, null)));
		this.clock.pass(Duration.ofDays(28));
		CheckIn after = send(id, Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		assertThat(after.moment()).isEqualTo(Moment.AFTER_4_WEEKS);
		assertThat(state(id)).isEqualTo(CaseState.REFERRED);
		assertThat(this.lifeCycle.standing(find(id)).level()).isEqualTo(Level.EMERGENCY);
	}

	@Test
	void whoIsStillNotFitWaitsOnceMore() {
		CaseId id = inCare("still");
		this.checkIns.send(id, Moment.BETWEEN, By.CLIENT, calm(Map.of("new-signs", List.of("not-fit-today"))),
				List.of(), new Who.Client(id.value()));
		this.clock.pass(Duration.ofHours(48));
		send(id, Map.of("pain", 4, "new-signs", List.of("not-fit-today")));
		assertThat(state(id)).isEqualTo(CaseState.REFERRED);
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::open).isEqualTo(false);
	}

	@Test
	void noReasonContradictsTheCheckIns() {
		CaseId id = inCare("reason");
		keepTheFirst(id, 4);
		toSession(id, 5);
		assertThat(send(id, Map.of("pain", 2, "change", "much-better")).decision().outcome())
			.isEqualTo(Outcome.STEP_DOWN);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.steps.take(id, version(id), THEO, Outcome.HOLD, null, AS_PROPOSED));
		assertThat(this.ends.reasons(find(id))).contains(Reason.BETTER).doesNotContain(Reason.NO_CHANGE);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.ends.end(id, version(id), THEO, new Reason(Reason.NO_CHANGE, null, null)));
		assertThat(state(id).isChecked()).isTrue();
		this.ends.end(id, version(id), THEO, new Reason(Reason.BETTER, null, null));
		assertThat(state(id)).isEqualTo(CaseState.ENDED);
	}

	@Test
	void aSheetSentTwiceIsOneRound() {
		CaseId id = inCare("twice");
		toSession(id, 1);
		keep(id, 1);
		toSession(id, 2);
		send(id, Map.of("pain", 4));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.checkIns.send(id, Moment.SESSION, By.CLIENT,
				calm(Map.of("pain", 4)), List.of(), new Who.Client(id.value())));
		assertThat(this.checkIns.of(id)).hasSize(2);
	}

	/** Approved, and the start check-in made. */
	private CaseId inCare(String link) {
		CaseId id = this.people.planned(link).id();
		this.plans.letStand(id, Act.APPROVE, 0, THEO, new Reason("x", null, null), null);
		CheckIn start = send(id, Map.of());
		assertThat(start.moment()).isEqualTo(Moment.START);
		return id;
	}

	/** On the evening before a session, so that its check-in is open. */
	private void toSession(CaseId id, int number) {
		LocalDate day = this.sessions.of(id).get(number - 1).day();
		Duration until = Duration.between(this.clock.instant(),
				day.atTime(9, 0).atZone(this.clock.getZone()).toInstant());
		if (!until.isNegative()) {
			this.clock.pass(until);
		}
		if (number == 1 && this.checkIns.holding(id, day).isEmpty()) {
			this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, calm(Map.of()), List.of(), staff());
		}
	}

	private CheckIn send(CaseId id, Map<String, Object> changes) {
		NextCheckIn next = this.checkIns.next(id).orElseThrow();
		return this.checkIns.send(id, next.moment(), By.CLIENT, calm(changes), List.of(), new Who.Client(id.value()));
	}

	/** A little better before each one from the second on. */
	private void keepTheFirst(CaseId id, int sessions) {
		for (int session = 1; session <= sessions; session++) {
			toSession(id, session);
			if (session > 1) {
				send(id, Map.of("pain", 4));
			}
			keep(id, session);
		}
	}

	private void keep(CaseId id, int number) {
		this.gate.tookPlace(id, number, today(), this.sessions.of(id).get(number - 1).seen(), Set.of());
	}

	private static Map<String, Object> calm(Map<String, Object> changes) {
		Map<String, Object> answers = new LinkedHashMap<>();
		answers.put("nerve-signs", List.of("none"));
		answers.put("body-signs", List.of("none"));
		answers.put("new-signs", List.of("none"));
		answers.put("pain", 5);
		answers.put("pain-pattern", "comes-and-goes");
		answers.put("change", "a-little-better");
		answers.put("tension-now", "at-times");
		answers.put("movement", "free");
		answers.put("after-last", "fine");
		answers.put("pressure-last", "right");
		answers.put("warmth-last", "right");
		answers.put("habit-days", 5);
		answers.put("confidence", 7);
		answers.put("sleep", 2);
		answers.put("stress", 2);
		answers.put("wish", "go-on");
		answers.putAll(changes);
		return answers;
	}

	private Who staff() {
		return new Who.Staff(THEO.account());
	}

	private static long days(CarePlan plan, int from, int to) {
		return java.time.temporal.ChronoUnit.DAYS.between(plan.sessions().get(from - 1).day(),
				plan.sessions().get(to - 1).day());
	}

	private Case find(CaseId id) {
		return this.cases.find(id).orElseThrow();
	}

	private CaseState state(CaseId id) {
		return this.lifeCycle.standing(find(id)).state();
	}

	private int version(CaseId id) {
		return this.lifeCycle.standing(find(id)).version();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
