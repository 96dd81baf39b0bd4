package org.backwise.outbox;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.TestDesk;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.Marking;
import org.backwise.care.NextCheckIn;
import org.backwise.care.SessionGate;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Decision;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.Message.State;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients are asked by messages about check-ins, and when. Sessions are on Mondays,
 * from 1 March 2027 on.
 */
@OutboxTest
class CheckInNewsTests extends OutboxScenario {

	private static final String OPEN = "Your check-in is open";

	private static final String AGAIN = "Your check-in is still open";

	private static final String SILENT = "We have not heard from you";

	private static final String BACK = "Before your sessions go on";

	private static final String AFTERWARDS = "A few questions, if you like";

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private CarePlans plans;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Marking marking;

	@Autowired
	private Appointments appointments;

	@Test
	void whoeverFellSilentIsToldOnceAndAgainOnlyAfterTheyWereHeardOf() throws Exception {
		Case client = keptTheFirst("silent");
		walk("2027-03-16T12:00");
		assertThat(subjects()).containsExactly(OPEN, AGAIN, OPEN, AGAIN, SILENT);
		MimeMessage mail = got()[4];
		assertThat(part(mail, 0)).contains("Your last check-ins are missing.", "answer a few questions, or call us",
				SITE + "/result/" + link(mail), "Stop these messages");
		assertThat(part(mail, 1)).contains("Your last check-ins are missing.", "href=\"" + SITE + "/result/");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(this.cases.behind(link(mail)).map(Case::id)).contains(client.id());
		send(client, Moment.BETWEEN);
		miss(client, 2);
		walk("2027-03-23T12:00");
		miss(client, 4);
		assertThat(subjects()).as("one since they were heard of").filteredOn(SILENT::equals).hasSize(1);
		walk("2027-03-30T12:00");
		assertThat(subjects()).filteredOn(SILENT::equals).hasSize(2);
	}

	@Test
	void aSilenceThatLastsIsToldOnceHoweverManySessionsGoBy() throws Exception {
		Case client = keptTheFirst("lasts");
		walk("2027-03-16T12:00");
		miss(client, 2);
		miss(client, 3);
		walk("2027-03-30T12:00");
		this.clock.pass(Duration.ofDays(35));
		this.outboxClock.pruneNow();
		walk("2027-05-06T12:00");
		assertThat(subjects()).filteredOn(SILENT::equals).hasSize(1);
	}

	@Test
	void silenceIsToldToNobodyWhoWantsNoneOrWasHeardOfMeanwhile() throws Exception {
		Case quiet = keptTheFirst("quiet");
		this.clients.choose(quiet.id(), EnumSet.of(Choice.REMINDER));
		set(Map.of("mail.reminder", "false"));
		Case heard = keptTheFirst("heard");
		to("2027-03-16T07:00");
		this.outboxClock.lookNow();
		assertThat(all()).extracting(Message::kind).containsExactly(Kind.SILENT);
		send(heard, Moment.BETWEEN);
		to("2027-03-16T09:00");
		this.drain.round();
		assertThat(got()).isEmpty();
		assertThat(all()).extracting(Message::state).containsExactly(State.DROPPED);
	}

	@Test
	void everyCheckInIsToldWhenItOpensAndOnceMoreTheEveningBefore() throws Exception {
		Case client = keptTheFirst("twice");
		walk("2027-03-06T12:00");
		assertThat(subjects()).containsExactly(OPEN);
		walk("2027-03-07T19:50");
		assertThat(subjects()).as("not earlier").containsExactly(OPEN);
		walk("2027-03-07T20:10");
		assertThat(subjects()).containsExactly(OPEN, AGAIN);
		walk("2027-03-08T20:00");
		assertThat(subjects()).as("none after that").containsExactly(OPEN, AGAIN);
		miss(client, 2);
		walk("2027-03-13T12:00");
		assertThat(subjects()).as("the next one, though this one was not made").containsExactly(OPEN, AGAIN, OPEN);
	}

	@Test
	void noSecondTimeForWhomItWasMadeOrAskedAloud() throws Exception {
		Case made = keptTheFirst("made");
		Case aloud = keptTheFirst("aloud");
		walk("2027-03-06T12:00");
		send(made, Moment.SESSION);
		this.checkIns.send(aloud.id(), Moment.BETWEEN, By.THERAPIST, TestDesk.CALM, List.of(),
				new Who.Staff(account("Olga Owner")));
		walk("2027-03-08T12:00");
		assertThat(subjects()).containsExactly(OPEN, OPEN);
	}

	@Test
	void anAfternoonIsReminedOfInTheMorningAndAnEarlyTimeTheEveningBefore() throws Exception {
		Case client = keptTheFirst("late");
		agree(client, LocalTime.of(20, 30));
		walk("2027-03-07T23:00");
		assertThat(subjects()).containsExactly(OPEN);
		walk("2027-03-08T08:20");
		assertThat(subjects()).containsExactly(OPEN);
		walk("2027-03-08T08:40");
		assertThat(subjects()).containsExactly(OPEN, AGAIN);
	}

	@Test
	void whatWouldComeAtNightComesBeforeIt() throws Exception {
		Case client = keptTheFirst("night");
		agree(client, LocalTime.of(10, 0));
		walk("2027-03-07T20:40");
		assertThat(subjects()).as("22:00 is at night").containsExactly(OPEN, AGAIN);
	}

	@Test
	void aReminderThatComesTooLateForTheEveningDoesNotComeInTheMorning() throws Exception {
		keptTheFirst("too-late");
		walk("2027-03-06T12:00");
		to("2027-03-07T20:55");
		this.outboxClock.lookNow();
		assertThat(all()).extracting(Message::kind).containsExactly(Kind.CHECK_IN, Kind.CHECK_IN_AGAIN);
		to("2027-03-07T21:05");
		this.drain.round();
		to("2027-03-08T08:05");
		this.drain.round();
		assertThat(subjects()).containsExactly(OPEN);
		assertThat(all()).extracting(Message::state).containsExactly(State.SENT, State.DROPPED);
	}

	@Test
	void aReminderIsDroppedWhenTheCheckInWasMadeBeforeItWasSent() throws Exception {
		Case client = keptTheFirst("dropped");
		walk("2027-03-06T12:00");
		to("2027-03-07T20:05");
		this.outboxClock.lookNow();
		send(client, Moment.SESSION);
		this.drain.round();
		assertThat(subjects()).containsExactly(OPEN);
	}

	@Test
	void nobodyIsAskedTwiceOnOneDay() throws Exception {
		Case client = keptTheFirst("day");
		this.clients.choose(client.id(), Set.of());
		to("2027-03-07T19:00");
		this.clients.choose(client.id(), EnumSet.of(Choice.CHECK_IN));
		walk("2027-03-08T12:00");
		assertThat(subjects()).containsExactly(OPEN);
	}

	@Test
	void thoseThatLeadBackAfterALapseAreToldOnce() throws Exception {
		Case client = keptTheFirst("lapsed");
		to("2027-03-23T09:00");
		this.lifeCycle.take(client.id(), Decision.ofRules(Act.LAPSE, version(client), null, null));
		walk("2027-04-10T12:00");
		assertThat(subjects()).containsExactly(BACK);
		assertThat(part(got()[0], 0)).contains("Please answer a few questions before your sessions go on.");
		send(client, Moment.RETURN);
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.APPROVED);
	}

	@Test
	void thoseThatLeadBackAfterAWaitAreToldWhenTheyOpen() throws Exception {
		Case client = keptTheFirst("wait");
		send(client, Moment.BETWEEN, "new-signs", List.of("not-fit-today"));
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.REFERRED);
		walk("2027-03-03T08:30");
		assertThat(subjects()).isEmpty();
		walk("2027-03-10T12:00");
		assertThat(subjects()).containsExactly(BACK);
	}

	@Test
	void aBreakIsNotDisturbedAndThePlanThatRunsAgainAsksBeforeItsSession() throws Exception {
		Case client = keptTheFirst("break");
		this.lifeCycle.take(client.id(), Decision.ofRules(Act.PAUSE, version(client), null, null));
		walk("2027-03-20T12:00");
		assertThat(subjects()).isEmpty();
		this.plans.letStand(client.id(), Act.RESUME, version(client), new Therapist(account("Olga Owner"), "Olga"),
				new Reason("x", null, null), LocalDate.of(2027, 4, 5));
		walk("2027-04-03T09:30");
		assertThat(subjects()).as("two days before, not sooner").isEmpty();
		walk("2027-04-03T12:00");
		assertThat(subjects()).containsExactly(BACK);
	}

	@Test
	void someWeeksAfterTheEndEachIsToldOnce() throws Exception {
		Case client = keptTheFirst("ended");
		Case withdrawn = keptTheFirst("withdrawn");
		end(client);
		end(withdrawn);
		this.lifeCycle.withdraw(withdrawn.id());
		walk("2027-03-29T08:30");
		assertThat(subjects()).isEmpty();
		walk("2027-03-30T12:00");
		assertThat(subjects()).containsExactly(AFTERWARDS);
		assertThat(part(got()[0], 0)).contains("If you like, answer a few questions on your page. You need not.");
		walk("2027-05-23T12:00");
		assertThat(subjects()).as("one reminder").containsExactly(AFTERWARDS);
		walk("2027-06-20T12:00");
		assertThat(subjects()).containsExactly(AFTERWARDS, AFTERWARDS);
	}

	@Test
	void whatOpenedLongBeforeMessagesWereWantedIsNoNews() throws Exception {
		Case client = keptTheFirst("old");
		this.clients.choose(client.id(), Set.of());
		end(client);
		to("2027-04-10T09:00");
		assertThat(this.checkIns.next(client.id())).get().extracting(NextCheckIn::open).isEqualTo(true);
		this.clients.choose(client.id(), EnumSet.of(Choice.CHECK_IN));
		walk("2027-04-12T12:00");
		assertThat(subjects()).isEmpty();
	}

	/** In care, the first check-in made and the first session kept, on 1 March. */
	private Case keptTheFirst(String link) {
		Case client = inCare(link, Choice.CHECK_IN);
		send(client, Moment.START);
		this.people.atTheDesk(TestDesk.OWNER);
		this.gate.tookPlace(client.id(), 1, LocalDate.of(2027, 3, 1), session(client, 1).seen(), Set.of());
		return client;
	}

	private void end(Case client) {
		take(client, Act.END, Act.END.reasons().get(0));
	}

	private void miss(Case client, int number) {
		this.people.atTheDesk(TestDesk.OWNER);
		this.marking.miss(client.id(), number, session(client, number).seen());
	}

	private void agree(Case client, LocalTime time) {
		this.people.atTheDesk(TestDesk.OWNER);
		LiveSession second = session(client, 2);
		Appointment now = this.appointments.of(client.id()).get(2);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(second, now, false, second.day(),
				new Appointment(time, now.minutes(), null, null)));
	}

	private void send(Case client, Moment moment, Object... says) {
		Map<String, Object> answers = new HashMap<>(TestDesk.CALM);
		for (int i = 0; i < says.length; i += 2) {
			answers.put((String) says[i], says[i + 1]);
		}
		this.checkIns.send(client.id(), moment, By.CLIENT, answers, List.of(), new Who.Client(client.id().value()));
	}

	private int version(Case client) {
		return this.lifeCycle.standing(client).version();
	}

	private void to(String moment) {
		later(Duration.between(this.clock.instant(),
				LocalDateTime.parse(moment).atZone(this.clock.getZone()).toInstant()));
	}

	/** To a moment, looking and sending every hour on the way, and then. */
	private void walk(String moment) {
		LocalDateTime end = LocalDateTime.parse(moment);
		for (LocalDateTime at = LocalDateTime.now(this.clock).plusHours(1).withMinute(30); at
			.isBefore(end); at = at.plusHours(1)) {
			to(at.toString());
			lookAndSend();
		}
		to(moment);
		lookAndSend();
	}

	private void lookAndSend() {
		this.outboxClock.lookNow();
		this.drain.round();
	}

}
