package org.backwise.outbox;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.AtOnce;
import org.backwise.TestDesk;
import org.backwise.care.LiveSession;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.Decision;
import org.backwise.cases.Reason;
import org.backwise.cases.LinkMail;
import org.backwise.cases.LinkSender;
import org.backwise.cases.Therapist;
import org.backwise.cases.PersonalData;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.Message.State;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Messages from what happens to what a mail server shows. */
@OutboxTest
class OutboxTests extends OutboxScenario {

	private static final Map<String, Object> EMERGENCY = Map.of("nerve-signs", List.of("saddle-numbness"),
			"nerve-signs-course", "new-or-worse");

	private static final Duration HOUR = Duration.ofHours(1);

	@Autowired
	private Moving moving;

	@Autowired
	private Marking marking;

	@Autowired
	private Appointments appointments;

	@Autowired
	private LinkSender links;

	@Autowired
	private LinkMail linkMail;

	@Autowired
	private Carriers carriers;

	@Autowired
	private MailWriter letters;

	@Autowired
	private List<PersonalData> held;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private KnowledgeBase knowledge;

	@Test
	void aNewCaseIsToldToWhoWantsToKnowAndNobodyElse() throws Exception {
		ownerWants(Choice.NEW);
		Case client = this.people.planned("link-of-casey");
		assertThat(this.drain.round()).isOne();
		MimeMessage mail = got()[0];
		assertThat(mail.getSubject()).isEqualTo("A new case has come in");
		assertThat(mail.getAllRecipients()[0]).hasToString("olga@larkfield.example");
		assertThat(mail.getFrom()[0]).hasToString("Larkfield <practice@larkfield.example>");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("List-Unsubscribe")).isNull();
		assertThat(mail.getMessageID()).isEqualTo("<outbox." + all().get(0).id() + "@desk.example>");
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		assertThat(part(mail, 0)).contains(SITE + "/desk/cases/" + client.reference()).doesNotContain("<");
		assertThat(part(mail, 1)).contains("href=\"" + SITE + "/desk/cases/" + client.reference())
			.contains("lang=\"en-GB\"");
		assertThat(raw(mail)).doesNotContain("Casey").doesNotContain("casey@");
		assertThat(this.drain.round()).isZero();
	}

	@Test
	void anEmergencyOnlySaysTodayAndDoesNotWaitForTheMorning() throws Exception {
		ownerWants(Choice.NEW);
		this.clock.pass(Duration.ofHours(14));
		this.people.sent("emergency", EMERGENCY);
		this.people.planned("ordinary");
		this.drain.round();
		assertThat(subjects()).containsExactly("A new case needs you today");
		later(Duration.ofHours(9).plusMinutes(1));
		this.drain.round();
		assertThat(subjects()).containsExactly("A new case needs you today", "A new case has come in");
	}

	@Test
	void whatIsRolledBackIsNeverTold() {
		ownerWants(Choice.NEW);
		this.transaction.executeWithoutResult((status) -> {
			this.people.planned("gone");
			assertThat(all()).hasSize(1);
			status.setRollbackOnly();
		});
		assertThat(all()).isEmpty();
		assertThat(this.drain.round()).isZero();
		assertThat(got()).isEmpty();
	}

	@Test
	void aClientGetsWhatTheyTickedWithALinkOfItsOwn() throws Exception {
		inCare("nothing");
		Case client = inCare("plan", Choice.PLAN);
		assertThat(this.drain.round()).isOne();
		MimeMessage mail = got()[0];
		assertThat(mail.getSubject()).isEqualTo("Your plan is confirmed");
		assertThat(mail.getAllRecipients()[0]).hasToString("casey@example.org");
		assertThat(this.cases.behind(link(mail)).map(Case::id)).contains(client.id());
		assertThat(this.jdbc.sql("select count(*) from outbox_message where address is not null")
			.query(Integer.class)
			.single()).isZero();
		this.mvc.perform(get("/result/" + link(mail))).andExpect(status().isOk());
	}

	@Test
	void aReminderGoesTheDayBeforeAndFollowsASessionThatMoves() throws Exception {
		Case client = inCare("remind", Choice.REMINDER);
		LocalDate first = session(client, 1).day();
		LocalDate second = session(client, 2).day();
		assertThat(first).isEqualTo(LocalDate.of(2027, 3, 1));
		this.people.atTheDesk(TestDesk.OWNER);
		this.clock.pass(Period.between(LocalDate.of(2027, 3, 1), second.minusDays(1)));
		this.outboxClock.lookNow();
		this.outboxClock.lookNow();
		assertThat(all()).hasSize(1);
		assertThat(this.drain.round()).as("not before ten").isZero();
		this.moving.move(client.id(), 2, second.plusDays(2), false, session(client, 2).seen());
		later(HOUR.multipliedBy(2));
		assertThat(this.drain.round()).as("no longer tomorrow").isZero();
		assertThat(all()).extracting(Message::state).containsExactly(State.DROPPED);
		this.clock.pass(Period.ofDays(2));
		this.outboxClock.lookNow();
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("A session of yours is near");
		MimeMessage mail = got()[0];
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
	}

	@Test
	void manyMovesMakeOneMessageAndATimeThatChangesIsToldToo() throws Exception {
		Case client = inCare("moves", Choice.CHANGE);
		LiveSession second = session(client, 2);
		this.moving.move(client.id(), 2, second.day().plusDays(1), false, second.seen());
		this.moving.move(client.id(), 3, session(client, 3).day().plusDays(1), false, session(client, 3).seen());
		assertThat(this.drain.round()).as("it settles first").isZero();
		later(ClientNews.SETTLES);
		assertThat(this.drain.round()).isOne();
		Appointment now = this.appointments.of(client.id()).get(2);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(session(client, 2), now, false,
				session(client, 2).day(), new Appointment(LocalTime.of(10, 0), now.minutes(), null, null)));
		this.marking.cancel(client.id(), 4, false, LiveSession.CancelledBy.PRACTICE, session(client, 4).seen());
		later(ClientNews.SETTLES);
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("Your sessions have changed", "Your sessions have changed");
		later(HOUR);
		assertThat(this.drain.round()).isZero();
	}

	@Test
	void nothingGoesToWhoseCareRestsOrWhoWithdrew() {
		Case paused = inCare("paused", Choice.PLAN, Choice.REMINDER, Choice.CHECK_IN);
		Case withdrawn = inCare("withdrawn", Choice.PLAN, Choice.CHECK_IN, Choice.CHANGE);
		this.outboxClock.lookNow();
		take(paused, Act.PAUSE, Act.PAUSE.reasons().get(0));
		this.lifeCycle.withdraw(withdrawn.id());
		later(HOUR.multipliedBy(3));
		this.drain.round();
		assertThat(got()).isEmpty();
		assertThat(all()).isNotEmpty().allSatisfy((one) -> assertThat(one.state()).isEqualTo(State.DROPPED));
	}

	/** Their sessions are gone, and that is what they asked to be told. */
	@ParameterizedTest
	@EnumSource(value = Act.class, names = { "PAUSE", "END" })
	void aPlanThatATherapistStopsIsToldOnceToWhoWantsToKnow(Act act) throws Exception {
		Case client = inCare("stopped", Choice.REMINDER, Choice.CHANGE);
		stop(client, act);
		assertThat(this.drain.round()).as("it settles first").isZero();
		later(ClientNews.SETTLES);
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("Your sessions have changed");
		if (act == Act.PAUSE) {
			take(client, Act.END, Act.END.reasons().get(0));
		}
		this.people.atTheDesk(TestDesk.OWNER);
		this.clock.pass(Period.between(LocalDate.now(this.clock), session(client, 2).day().minusDays(1)));
		this.outboxClock.lookNow();
		later(HOUR.multipliedBy(4));
		assertThat(this.drain.round()).as("neither twice, nor a reminder").isZero();
	}

	@Test
	void aStopIsToldTogetherWithAMoveAndThatThePlanGoesOnIsToldToo() throws Exception {
		Case client = inCare("both", Choice.CHANGE);
		LiveSession second = session(client, 2);
		this.moving.move(client.id(), 2, second.day().plusDays(1), false, second.seen());
		stop(client, Act.PAUSE);
		later(ClientNews.SETTLES);
		assertThat(this.drain.round()).isOne();
		take(client, Act.RESUME, null);
		later(ClientNews.SETTLES);
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("Your sessions have changed", "Your sessions have changed");
	}

	@Test
	void aStopIsNotToldToWhoSeesItOrWantsNothingOrIsGone() {
		Case own = inCare("own", Choice.CHANGE);
		Case quiet = inCare("quiet", Choice.PLAN);
		Case withdrawn = inCare("withdrawn", Choice.CHANGE);
		Case off = inCare("off", Choice.CHANGE);
		Case none = inCare("none", Choice.CHANGE);
		this.clients.choose(quiet.id(), Set.of());
		for (int i = 1; i <= this.sessions.of(none.id()).size(); i++) {
			this.marking.cancel(none.id(), i, false, LiveSession.CancelledBy.CLIENT, session(none, i).seen());
		}
		later(ClientNews.SETTLES);
		this.drain.round();
		int before = got().length;
		this.lifeCycle.take(own.id(), new Decision(Act.PAUSE, this.lifeCycle.standing(own).version(), null,
				new Reason(Act.PAUSE.reasons().get(0), null, null), null, null));
		List.of(quiet, withdrawn, off, none).forEach((one) -> stop(one, Act.END));
		this.lifeCycle.withdraw(withdrawn.id());
		this.clients.choose(off.id(), Set.of());
		later(HOUR.multipliedBy(3));
		assertThat(this.drain.round()).isZero();
		assertThat(got()).hasSize(before);
	}

	private void stop(Case client, Act act) {
		this.people.atTheDesk(TestDesk.OWNER);
		this.lifeCycle.take(client.id(),
				new Decision(act, this.lifeCycle.standing(client).version(),
						new Therapist(account("Olga Owner"), "Olga"), new Reason(act.reasons().get(0), null, null),
						(act == Act.RAISE) ? Level.URGENT : null, null));
	}

	@Test
	void anOpenCheckInIsToldOnceAndNotWhenItWasMadeMeanwhile() throws Exception {
		inCare("check-in", Choice.CHECK_IN);
		for (int i = 0; i < 3; i++) {
			this.outboxClock.lookNow();
		}
		later(HOUR.multipliedBy(2));
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("Your check-in is open");
	}

	@Test
	void aMissingCheckInIsToldToThePracticeOnce() throws Exception {
		ownerWants(Choice.MISSING);
		inCare("missing");
		this.outboxClock.lookNow();
		this.outboxClock.lookNow();
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("A check-in is missing");
	}

	@Test
	void whatWasToldIsKnownHoweverLongItStaysOpen() {
		inCare("long-open", Choice.CHECK_IN);
		this.outboxClock.lookNow();
		assertThat(this.drain.round()).isOne();
		later(Duration.ofDays(40));
		this.outboxClock.pruneNow();
		assertThat(all()).extracting(Message::kind).containsExactly(Kind.CHECK_IN);
	}

	@Test
	void newsOfDaysAgoIsNotSentAnyMoreAndSeenAtTheDeskWhereSomebodyWaitsForIt() throws Exception {
		ownerWants(Choice.NEW);
		this.people.planned("old-news");
		this.staff.choose(account("Olga Owner"), "", Set.of());
		inCare("nobody-wants-it", Choice.PLAN);
		this.clients.choose(this.cases.behind("nobody-wants-it").orElseThrow().id(), Set.of());
		Case plan = inCare("waits", Choice.PLAN, Choice.CHECK_IN, Choice.REMINDER);
		this.outboxClock.lookNow();
		this.rows.add(Message.of(Kind.REMINDER, plan.id(), null, "test", this.clock.instant()));
		later(Drain.LONGEST.plusMinutes(1));
		assertThat(this.drain.round()).isZero();
		assertThat(all()).filteredOn((one) -> one.state() == State.FAILED)
			.singleElement()
			.satisfies((one) -> assertThat(one.theCase()).isEqualTo(plan.id()))
			.satisfies((one) -> assertThat(one.kind()).isEqualTo(Kind.PLAN))
			.satisfies((one) -> assertThat(one.trouble()).isEqualTo(Trouble.TOO_OLD));
		assertThat(all()).filteredOn((one) -> one.state() != State.FAILED)
			.extracting(Message::kind, Message::state)
			.contains(tuple(Kind.NEW_CASE, State.DROPPED), tuple(Kind.PLAN, State.DROPPED),
					tuple(Kind.CHECK_IN, State.DROPPED), tuple(Kind.REMINDER, State.DROPPED));
		ownerWants(Choice.NEW);
		this.people.planned("staff");
		later(Drain.LONGEST.plusMinutes(1));
		assertThat(this.drain.round()).isZero();
		assertThat(all()).filteredOn((one) -> one.state() == State.FAILED)
			.extracting(Message::kind)
			.containsExactlyInAnyOrder(Kind.PLAN, Kind.NEW_CASE);
	}

	@Test
	void aCorrectedAddressGetsItsLinkAndASecondClickNoSecondOne() {
		Case client = inCare("typo");
		assertThat(asked(client, "casy@example.org")).isTrue();
		assertThat(asked(client, "casy@example.org")).isFalse();
		assertThat(asked(client, "casey@example.org")).isTrue();
		assertThat(this.drain.round()).isEqualTo(2);
	}

	@Test
	void aLostLinkEndsWhatWasAskedForWithIt() {
		Case client = inCare("lost");
		asked(client, "stranger@example.org");
		Therapist by = new Therapist(account("Olga Owner"), "Olga");
		this.linkMail.renew(client.id(), LinkToken.random(), false, by);
		this.linkMail.mail(client.id(), true, by);
		assertThat(this.cases.behind("lost")).isEmpty();
		assertThat(this.drain.round()).isOne();
		assertThat(all()).extracting(Message::state).containsExactlyInAnyOrder(State.DROPPED, State.SENT);
	}

	private boolean asked(Case client, String address) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.links.send(client.id(), address)));
	}

	@Test
	void quietHoursHoldWhatCanWait() throws Exception {
		this.clock.pass(Duration.ofHours(13));
		Case client = inCare("night", Choice.PLAN);
		assertThat(this.drain.round()).isZero();
		assertThat(all()).singleElement()
			.satisfies((one) -> assertThat(one.state()).isEqualTo(State.WAITING))
			.satisfies((one) -> assertThat(one.attempts()).isZero())
			.satisfies((one) -> assertThat(one.due()).isEqualTo("2027-03-02T08:00:00Z"));
		this.transaction.executeWithoutResult((status) -> this.links.send(client.id(), "casey@example.org"));
		assertThat(this.drain.round()).as("asked for just now").isOne();
		assertThat(subjects()).containsExactly("Your link");
		later(Duration.ofHours(10));
		assertThat(this.drain.round()).isOne();
	}

	@Test
	void oneClickEndsTheMessagesAndToLookDoesNot() throws Exception {
		Case client = inCare("off", Choice.PLAN, Choice.CHANGE);
		this.drain.round();
		String off = got()[0].getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "").substring(SITE.length());
		assertThat(part(got()[0], 0)).contains(off);
		String page = this.mvc.perform(get(off))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("Stop the messages").doesNotContain("Casey").doesNotContain("/result/");
		assertThat(this.clients.of(client.id()).orElseThrow().kinds()).isNotEmpty();
		this.mvc.perform(post(off).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
		this.mvc.perform(post(off).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
		assertThat(this.clients.of(client.id()).orElseThrow().kinds()).isEmpty();
		this.people.atTheDesk(TestDesk.OWNER);
		this.moving.move(client.id(), 2, session(client, 2).day().plusDays(1), false, session(client, 2).seen());
		later(HOUR);
		assertThat(this.drain.round()).isZero();
		this.mvc.perform(post(off + "x")).andExpect(status().isNotFound());
	}

	@Test
	void aClockThatWasSetBackMakesNoPauseLonger() throws Exception {
		ownerWants(Choice.NEW);
		this.server.stop();
		this.people.planned("ahead");
		later(Duration.ofHours(6));
		this.drain.round();
		assertThat(this.drain.hasWork()).as("the server is given a minute").isFalse();
		later(Duration.ofHours(-6));
		this.people.planned("now");
		assertThat(this.drain.hasWork()).isTrue();
	}

	@Test
	void aServerThatIsDownLosesNothingAndIsSeen() throws Exception {
		ownerWants(Choice.NEW);
		this.server.stop();
		this.people.planned("down");
		this.people.planned("down-too");
		List<Duration> waits = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			this.drain.round();
			Message tried = all().stream().max((a, b) -> Integer.compare(a.attempts(), b.attempts())).orElseThrow();
			assertThat(tried.trouble()).isEqualTo(Trouble.REFUSED);
			waits.add(Duration.between(this.clock.instant(), tried.due()));
			later(Duration.between(this.clock.instant(), tried.due()));
		}
		assertThat(waits).as("of whichever was tried").isNotEmpty();
		assertThat(all()).allSatisfy((one) -> assertThat(one.trouble()).isEqualTo(Trouble.REFUSED));
		assertThat(this.drain.hasWork()).isTrue();
		this.server = new com.icegreen.greenmail.util.GreenMail(new com.icegreen.greenmail.util.ServerSetup(0,
				"127.0.0.1", com.icegreen.greenmail.util.ServerSetup.PROTOCOL_SMTP));
		this.server.start();
		sendBy(this.server.getSmtp().getPort());
		later(Duration.ofHours(24));
		this.drain.round();
		assertThat(got()).hasSize(2);
	}

	@Test
	void theTimeBetweenTriesGrowsAndAfterTwoDaysSomebodyHasToLook() {
		ownerWants(Choice.NEW);
		this.server.stop();
		this.people.planned("alone");
		List<Long> minutes = new ArrayList<>();
		while (all().get(0).state() == State.WAITING) {
			this.drain.round();
			Message tried = all().get(0);
			if (tried.state() == State.WAITING) {
				Duration wait = Duration.between(this.clock.instant(), tried.due());
				minutes.add(wait.toMinutes());
				later(wait);
			}
		}
		assertThat(minutes).startsWith(1L, 5L, 30L, 120L, 480L, 480L).hasSizeLessThan(12);
		assertThat(minutes.stream().mapToLong(Long::longValue).sum()).isEqualTo(Duration.ofDays(2).toMinutes());
		assertThat(all().get(0).state()).isEqualTo(State.FAILED);
	}

	@Test
	void twoWhoDrainAtOnceSendEachOnce() throws Exception {
		ownerWants(Choice.NEW);
		for (int i = 0; i < 60; i++) {
			this.people.planned("many-" + i);
		}
		Callable<Integer> one = this.drain::round;
		List<Integer> sent = AtOnce.all(List.of(one, one, one));
		assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
		Set<String> ids = new HashSet<>();
		for (MimeMessage mail : got()) {
			assertThat(ids.add(mail.getMessageID())).isTrue();
		}
		assertThat(ids).hasSize(60);
	}

	@Test
	void afterADeathBetweenSendingAndSettlingADoubleCanBeTold() throws Exception {
		ownerWants(Choice.NEW);
		this.people.planned("death");
		Message message = all().get(0);
		UUID lease = UUID.randomUUID();
		Letter letter = this.transaction.execute((status) -> {
			assertThat(this.rows.lease(message.id(), lease, this.clock.instant(), this.drain.longest())).isTrue();
			try {
				return this.letters.write(message).orElseThrow();
			}
			catch (NotSentException ex) {
				throw new IllegalStateException(ex);
			}
		});
		try (Carriers.Round round = this.carriers.round()) {
			round.carry(letter);
		}
		// The process dies here. Nobody sends it while the lease may still be alive.
		assertThat(this.drain.round()).isZero();
		later(this.drain.longest().plusSeconds(1));
		assertThat(this.drain.round()).isOne();
		assertThat(got()).hasSize(2);
		assertThat(got()[0].getMessageID()).isEqualTo(got()[1].getMessageID());
		assertThat(this.transaction.<Boolean>execute(
				(status) -> this.rows.settle(message, lease, State.FAILED, this.clock.instant(), null, true)))
			.as("the dead one comes back")
			.isFalse();
		assertThat(all().get(0).state()).isEqualTo(State.SENT);
	}

	@Test
	void anErasedCaseLeavesNothing() throws Exception {
		Case client = inCare("erased", Choice.PLAN, Choice.REMINDER);
		this.drain.round();
		PersonalData mine = this.held.stream().filter((one) -> one.part().equals("messages")).findFirst().orElseThrow();
		assertThat(mine.held(client.id())).isNotNull();
		assertThat(mine.printed(client.id())).isPresent();
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(new CaseEvent.Erased(client.id())));
		for (String table : List.of("outbox_message", "outbox_client", "outbox_off")) {
			assertThat(this.jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero();
		}
		assertThat(mine.held(client.id())).isNull();
	}

	@Test
	void whatIsOldIsPruned() {
		inCare("old", Choice.PLAN);
		this.drain.round();
		this.clock.pass(Period.ofDays(30));
		this.outboxClock.pruneNow();
		assertThat(all()).hasSize(1);
		this.clock.pass(Period.ofDays(1));
		this.outboxClock.pruneNow();
		assertThat(all()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from outbox_off").query(Integer.class).single()).isOne();
	}

	@Test
	void nobodyFillsABoxWithLinks() {
		Case client = inCare("links");
		for (int i = 0; i < 5; i++) {
			String address = "other%d@bücher.example".formatted(i);
			this.transaction.executeWithoutResult((status) -> {
				assertThat(this.links.send(client.id(), address)).isTrue();
				assertThat(this.links.send(client.id(), address)).as("asked twice, sent once").isFalse();
			});
			this.clock.pass(Duration.ofMinutes(2));
		}
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.links.send(client.id(), "other@example.org")));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.links.send(client.id(), "a@b\r\nBcc: c@d")));
		assertThat(this.drain.round()).isEqualTo(5);
		assertThat(raw(got()[0])).contains("other0@xn--bcher-kva.example");
		assertThat(this.jdbc.sql("select count(*) from outbox_message where address is not null")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void withoutAServerNothingIsKeptAndNothingOffered() throws Exception {
		ownerWants(Choice.NEW);
		set(Map.of("mail.host", ""));
		inCare("off", Choice.PLAN);
		assertThat(all()).isEmpty();
		assertThat(this.links.canSend()).isFalse();
		assertThat(this.mvc.perform(get("/result/off/messages")).andReturn().getResponse().getContentAsString())
			.contains("sends no messages")
			.doesNotContain("<form");
	}

	@Test
	void oneThatCannotBeMadeStandsInNobodysWay() throws Exception {
		ownerWants(Choice.NEW);
		this.people.planned("broken");
		this.people.planned("whole");
		this.jdbc.sql("update outbox_message set kind = 'REMOVED' where id = ?").param(all().get(0).id()).update();
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly("A new case has come in");
	}

	/** Every kind of message, against every word the knowledge has for health. */
	@Test
	void noMailHoldsAHealthWordOrAName() throws Exception {
		Set<String> health = HealthWords.of(this.knowledge);
		assertThat(health).hasSizeGreaterThan(60).contains("pain", "massage", "emergency", "urgent", "numbness");
		List<String> seen = new ArrayList<>();
		Case client = this.people.planned("privacy");
		ownerWants(Choice.NEW, Choice.CHANGED, Choice.MISSING);
		for (Kind kind : Kind.values()) {
			Letter letter = LetterMaker.of(this.letters, this.transaction, kind, client,
					kind.isForStaff() ? account("Olga Owner") : null, this.clients);
			seen.add(letter.subject() + "\n" + letter.text() + "\n" + letter.html());
			assertThat(letter.subject()).doesNotContain("Casey");
		}
		assertThat(seen).hasSize(Kind.values().length);
		for (String text : seen) {
			String words = text.replaceAll("https://\\S+", " ").replaceAll("<[^>]*>", " ").toLowerCase();
			assertThat(words).doesNotContain("casey", client.reference().toLowerCase());
			assertThat(Stream.of(words.split("[^\\p{L}-]+")).filter(health::contains)).as(text).isEmpty();
		}
	}

}
