package org.backwise.care;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of whom nothing is heard any more: sessions are on Mondays, from 1 March 2027 on.
 */
@DeskTest
class SilenceTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Cases cases;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private CarePlans plans;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Marking marking;

	@Autowired
	private Moving moving;

	@Autowired
	private DueCheckIns due;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	@Test
	void twoSessionsThatWentByInARowAreASilenceFromTheDayAfterTheSecondOn() {
		CaseId id = keptTheFirst("two");
		to(FIRST.plusDays(8));
		assertThat(silence(id)).as("one is none").isEmpty();
		to(FIRST.plusDays(14));
		assertThat(silence(id)).as("its day is not over").isEmpty();
		to(FIRST.plusDays(15));
		Silence silence = silence(id).orElseThrow();
		assertThat(silence.since()).isEqualTo(FIRST.plusDays(15).atStartOfDay(this.clock.getZone()).toInstant());
		to(FIRST.plusDays(20));
		assertThat(silence(id)).contains(silence);
	}

	@Test
	void whatWasMissedCountsOnItsDay() {
		CaseId id = keptTheFirst("missed");
		to(FIRST.plusDays(7));
		miss(id, 2);
		to(FIRST.plusDays(14));
		miss(id, 3);
		assertThat(silence(id)).get()
			.extracting(Silence::since)
			.isEqualTo(FIRST.plusDays(14).atStartOfDay(this.clock.getZone()).toInstant());
	}

	@Test
	void whoeverSaysThatSomethingHasChangedIsHeardOfAtOnce() {
		CaseId id = silent("between");
		send(id, Moment.BETWEEN, By.CLIENT);
		assertThat(silence(id)).isEmpty();
	}

	@Test
	void whoeverMakesTheOpenCheckInOrIsAskedAloudIsHeardOf() {
		CaseId id = silent("open");
		send(id, this.checkIns.next(id).orElseThrow().moment(), By.CLIENT);
		assertThat(silence(id)).isEmpty();
		CaseId aloud = silent("aloud");
		send(aloud, Moment.BETWEEN, By.THERAPIST);
		assertThat(silence(aloud)).isEmpty();
	}

	@Test
	void aSessionThatWasKeptAfterAllEndsIt() {
		CaseId id = keptTheFirst("kept");
		to(FIRST.plusDays(7));
		send(id, Moment.SESSION, By.CLIENT);
		to(FIRST.plusDays(14));
		miss(id, 3);
		to(FIRST.plusDays(21));
		miss(id, 4);
		assertThat(silence(id)).isPresent();
		this.gate.tookPlace(id, 2, FIRST.plusDays(7), session(id, 2).seen(), Set.of());
		assertThat(silence(id)).as("what came after it still counts").isPresent();
		send(id, Moment.BETWEEN, By.THERAPIST);
		this.marking.reopen(id, 4, session(id, 4).seen());
		this.gate.tookPlace(id, 4, FIRST.plusDays(21), session(id, 4).seen(), Set.of());
		assertThat(silence(id)).isEmpty();
	}

	@Test
	void aCheckInBetweenTwoThatAreMissingPartsThem() {
		CaseId id = keptTheFirst("parted");
		to(FIRST.plusDays(7));
		miss(id, 2);
		to(FIRST.plusDays(13));
		send(id, this.checkIns.next(id).orElseThrow().moment(), By.CLIENT);
		to(FIRST.plusDays(14));
		miss(id, 3);
		to(FIRST.plusDays(21));
		miss(id, 4);
		assertThat(silence(id)).isEmpty();
		to(FIRST.plusDays(28));
		miss(id, 5);
		assertThat(silence(id)).isPresent();
	}

	@Test
	void whatThePracticeCancelledIsNoSignAndWhatTheClientCancelledIsOne() {
		CaseId id = keptTheFirst("practice");
		to(FIRST.plusDays(7));
		miss(id, 2);
		to(FIRST.plusDays(14));
		cancel(id, 3, CancelledBy.PRACTICE);
		assertThat(silence(id)).isEmpty();
		to(FIRST.plusDays(21));
		miss(id, 4);
		assertThat(silence(id)).as("in a row all the same").isPresent();
		cancel(id, 5, CancelledBy.CLIENT);
		assertThat(silence(id)).as("they got in touch").isEmpty();
	}

	@Test
	void aHolidayThatWasToldBeforeHidesNothing() {
		CaseId id = keptTheFirst("holiday");
		cancel(id, 5, CancelledBy.CLIENT);
		to(FIRST.plusDays(15));
		assertThat(silence(id)).isPresent();
	}

	@Test
	void theFirstCheckInIsMissingToo() {
		CaseId id = approved("start");
		to(FIRST.plusDays(8));
		assertThat(silence(id)).isPresent();
		this.clock.reset();
		this.clock.pass(Duration.ofDays(-10));
		CaseId early = approved("early");
		put(early, FIRST);
		send(early, Moment.START, By.CLIENT);
		to(FIRST.plusDays(8));
		assertThat(silence(early)).as("the first of all was made, and holds no more").isEmpty();
	}

	@Test
	void whoPausesIsNotSilentAndTheRowBeginsAnewWhenThePlanRunsAgain() {
		CaseId id = silent("pause");
		String before = silence(id).orElseThrow().after();
		this.lifeCycle.take(id, Decision.ofRules(Act.PAUSE, version(id), null, null));
		assertThat(silence(id)).isEmpty();
		this.plans.letStand(id, Act.RESUME, version(id), THEO, new Reason("x", null, null), FIRST.plusDays(16));
		assertThat(silence(id)).as("nothing has gone by since").isEmpty();
		to(FIRST.plusDays(31));
		assertThat(silence(id)).get().extracting(Silence::after).isNotEqualTo(before);
	}

	@Test
	void whoFallsSilentAgainAfterTheyWereHeardOfDoesSoForAnotherTime() {
		CaseId id = silent("again");
		String before = silence(id).orElseThrow().after();
		send(id, Moment.BETWEEN, By.CLIENT);
		miss(id, 2);
		miss(id, 3);
		to(FIRST.plusDays(36));
		assertThat(silence(id)).get().extracting(Silence::after).isNotEqualTo(before);
	}

	@Test
	void whatIsOnlyToBeExpectedIsNotMissing() {
		CaseId id = approved("forecast");
		CarePlan plan = this.plans.of(id).orElseThrow();
		int last = plan.block().last(plan.sessions());
		for (int number = 1; number < last; number++) {
			to(session(id, number).day());
			cancel(id, number, CancelledBy.PRACTICE);
		}
		to(session(id, last + 1).day().plusDays(1));
		assertThat(session(id, last).isOpen()).isTrue();
		assertThat(silence(id)).as("one that was firm, one that was not").isEmpty();
	}

	/** Session 1 was kept, and nothing was heard of the client for the next two. */
	private CaseId silent(String link) {
		CaseId id = keptTheFirst(link);
		to(FIRST.plusDays(15));
		assertThat(silence(id)).isPresent();
		return id;
	}

	private CaseId keptTheFirst(String link) {
		this.clock.reset();
		CaseId id = approved(link);
		send(id, Moment.START, By.CLIENT);
		this.gate.tookPlace(id, 1, FIRST, session(id, 1).seen(), Set.of());
		return id;
	}

	/** The first session, and with it all others, to a later day. */
	private void put(CaseId id, LocalDate day) {
		this.moving.move(id, 1, day, true, session(id, 1).seen());
	}

	private CaseId approved(String link) {
		CaseId id = this.people.planned(link).id();
		this.plans.letStand(id, Act.APPROVE, 0, THEO, new Reason("x", null, null), null);
		return id;
	}

	private void to(LocalDate day) {
		this.clock.pass(Duration.between(this.clock.instant(),
				day.atTime(LocalTime.of(9, 30)).atZone(this.clock.getZone()).toInstant()));
	}

	private void miss(CaseId id, int number) {
		this.marking.miss(id, number, session(id, number).seen());
	}

	private void cancel(CaseId id, int number, CancelledBy by) {
		this.marking.cancel(id, number, false, by, session(id, number).seen());
	}

	private void send(CaseId id, Moment moment, By by) {
		this.checkIns.send(id, moment, by, TestDesk.CALM, List.of(),
				(by == By.CLIENT) ? new Who.Client(id.value()) : new Who.Staff(THEO.account()));
	}

	private Optional<Silence> silence(CaseId id) {
		return this.due.silence(find(id));
	}

	private LiveSession session(CaseId id, int number) {
		return this.sessions.of(id).get(number - 1);
	}

	private int version(CaseId id) {
		return this.lifeCycle.standing(find(id)).version();
	}

	private Case find(CaseId id) {
		return this.cases.find(id).orElseThrow();
	}

}
