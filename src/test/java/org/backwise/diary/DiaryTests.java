package org.backwise.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.AtOnce;
import org.backwise.DeskTest;
import org.backwise.StatementCount;
import org.backwise.TestDesk;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.PersonalData;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.care.LiveSession.State;
import org.backwise.journal.Action;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.practice.Refused;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Times of sessions, the day and the week across clients, and what stands in the way. */
@DeskTest
class DiaryTests extends DiaryScenario {

	private static final String OLGA = "Olga Owner";

	private static final String THEO = "Theo Therapist";

	/**
	 * A page may cost this many, and two more for the session of whoever is signed in.
	 */
	private static final int MOST_STATEMENTS = 12;

	@Autowired
	private DiaryCatchUp catchUp;

	@Autowired
	private Marking marking;

	@Autowired
	private Moving moving;

	@Autowired
	private DiaryRows rows;

	@Autowired
	private List<PersonalData> held;

	@Autowired
	private Cases cases;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void todayShowsSessionsByTimeWithWhatToLookAt() {
		Case second = inCare("second");
		Case first = inCare("first");
		inCare("untimed");
		usual(second, "11:30", THEO);
		usual(first, "09:00", OLGA);
		assertThat(get("/desk/today")).hasStatusOk()
			.bodyText()
			.contains("<title>Today – your massage practice</title>", "3 sessions", "3 to look at first", "First visit",
					"Check-in missing", "No time yet")
			.containsSubsequence("/desk/cases/" + first.reference() + "/sessions/1?from=/desk/today\"", "09:00–10:00",
					OLGA, "/desk/cases/" + second.reference() + "/sessions/1?from=/desk/today\"", "11:30–12:30", THEO,
					"No time yet");
		send(first, Moment.START, Map.of());
		assertThat(get("/desk/today")).bodyText()
			.satisfies((page) -> assertThat(count(page, "mark-check-in")).isEqualTo(2));
		assertThat(get("/desk/today?who=mine")).bodyText()
			.contains("1 session<", first.reference())
			.doesNotContain(THEO);
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(get("/desk/diary?who=mine")).bodyText().contains(second.reference()).doesNotContain(OLGA + "</bdi>");
		assertThat(get("/desk/diary?who=none")).bodyText().contains("1 session<").doesNotContain("09:00–10:00");
	}

	@Test
	void aPlanThatNobodyCheckedIsNotInTheDiary() {
		Case client = this.people.planned("p");
		assertThat(get("/desk/today")).hasStatusOk()
			.bodyText()
			.contains("No sessions today.", "As soon as a plan is approved", "Plan to check")
			.doesNotContain("Casey Client");
		take(client, Act.APPROVE, null);
		assertThat(get("/desk/today")).bodyText().contains("Casey Client");
	}

	@Test
	void emptyDaysSayWhatComes() {
		inCare("p");
		assertThat(get("/desk/diary?day=2027-03-02")).bodyText()
			.contains("No sessions.", "The next is on Monday 8 March 2027.");
		this.clock.pass(Period.ofDays(2));
		assertThat(get("/desk/today")).bodyText()
			.contains("No sessions today.", "The next is on Monday 8 March 2027.", "Nothing entered yet");
		assertThat(get("/desk/diary?day=2027-03-15&view=week")).bodyText().contains("15 Mar – 21 March 2027");
		assertThat(get("/desk/diary?day=nonsense&view=month&who=x&room=y")).hasStatusOk();
	}

	@Test
	void theUsualTimeHoldsForAllToComeAndSingleOnesDiffer() {
		Case client = inCare("p");
		assertThat(get("/desk/cases/" + client.reference() + "/time")).hasStatusOk()
			.bodyText()
			.contains("Usual time of Casey Client", "<title>Time of a session – your massage practice</title>",
					"Mon 8 Mar 2027");
		usual(client, "10:00", THEO);
		assertThat(post(client, 3, form(client, 3, "16:15", OLGA, "minutes", "45")))
			.hasRedirectedUrl("/desk/diary?done&day=2027-03-15");
		assertThat(at(client, 2)).isEqualTo(new Appointment(LocalTime.of(10, 0), 60, id(THEO), null));
		assertThat(at(client, 3)).isEqualTo(new Appointment(LocalTime.of(16, 15), 45, id(OLGA), null));
		assertThat(at(client, 4).start()).isEqualTo("10:00");
		assertThat(post(client, 2, form(client, 2, "12:00", THEO, "scope", "later"))).hasStatus3xxRedirection();
		assertThat(this.appointments.of(client.id()).values()).extracting(Appointment::start)
			.startsWith(LocalTime.of(10, 0), LocalTime.of(12, 0), LocalTime.of(12, 0))
			.endsWith(LocalTime.of(12, 0));
		assertThat(actions(client).stream().filter(Action.SESSION_TIMED::equals)).hasSize(3);
	}

	@Test
	void whatTookPlaceKeepsItsTime() {
		Case client = inCare("p");
		usual(client, "10:00", THEO);
		send(client, Moment.START, Map.of());
		keep(client, 1);
		usual(client, "15:00", THEO);
		assertThat(at(client, 1).start()).isEqualTo("10:00");
		assertThat(at(client, 2).start()).isEqualTo("15:00");
		assertThat(get("/desk/today")).bodyText().contains("10:00–11:00", "Took place", "Note to sign");
		assertThat(post(client, 1, form(client, 1, "11:00", THEO))).hasStatus(422)
			.bodyText()
			.contains("no longer to come");
	}

	/** The clocks go forward on 28 March 2027. */
	@Test
	void movingThisAndLaterKeepsWeekdayAndTimeAcrossTheChangeOfClocks() {
		Case client = inCare("p");
		usual(client, "10:00", THEO);
		assertThat(post(client, 2, form(client, 2, "10:00", THEO, "scope", "later", "day", "2027-03-11")))
			.hasStatus3xxRedirection();
		assertThat(this.sessions.of(client.id())).extracting((session) -> session.day())
			.startsWith(TODAY, LocalDate.of(2027, 3, 11), LocalDate.of(2027, 3, 18), LocalDate.of(2027, 3, 25),
					LocalDate.of(2027, 4, 1));
		assertThat(get("/desk/diary?day=2027-03-25")).bodyText().contains("10:00–11:00");
		assertThat(get("/desk/diary?day=2027-04-01")).bodyText().contains("10:00–11:00");
		assertThat(get("/desk/diary?day=2027-03-15")).bodyText().contains("No sessions.");
		this.moving.move(client.id(), 3, LocalDate.of(2027, 3, 20), false, session(client, 3).seen());
		assertThat(get("/desk/diary?day=2027-03-20")).bodyText().contains("10:00–11:00", THEO);
		assertThat(actions(client)).contains(Action.SESSION_MOVED, Action.SESSION_TIMED);
	}

	@Test
	void aTimeThatDoesNotExistOrComesTwiceIsTold() {
		Case client = inCare("p");
		assertThat(post(client, 4, form(client, 4, "01:30", null, "day", "2027-03-28"))).hasStatus(422)
			.bodyText()
			.contains("Sun 28 Mar 2027: the clocks go forward past 01:30. The session would begin at 02:30.");
	}

	@Test
	void aClashIsShownBeforeItIsSavedAndInTheDiary() {
		Case there = inCare("there");
		Case client = inCare("client");
		usual(there, "10:00", THEO);
		assertThat(get("/desk/cases/" + client.reference() + "/sessions/1/time")).bodyText()
			.contains("Others on Mon 1 Mar 2027", "10:00–11:00");
		MvcTestResult asked = post(client, 1, form(client, 1, "10:30", THEO));
		assertThat(asked).hasStatus(422)
			.bodyText()
			.contains("Error:", "Something stands against this time",
					"Mon 1 Mar 2027: Theo Therapist has another session 10:00–11:00 (Casey Client)", "value=\"10:30\"");
		assertThat(at(client, 1).start()).isNull();
		assertThat(post(client, 1, form(client, 1, "10:30", THEO, "sure", "made-up"))).hasStatus(422);
		String mark = mark(asked);
		assertThat(post(client, 1, form(client, 1, "10:45", OLGA, "sure", mark)))
			.as("another time has nothing against it")
			.hasStatus3xxRedirection();
		usual(there, "10:30", THEO);
		assertThat(post(client, 1, form(client, 1, "10:30", THEO, "sure", mark))).as("something else stands against it")
			.hasStatus(422)
			.bodyText()
			.contains("10:30–11:30");
		usual(there, "10:00", THEO);
		assertThat(post(client, 1, form(client, 1, "10:30", THEO, "sure", mark))).hasStatus3xxRedirection();
		assertThat(get("/desk/today")).bodyText()
			.contains("mark-clash", "Clashes in the next 14 days")
			.satisfies((page) -> assertThat(count(page, "mark-clash")).isEqualTo(2));
		assertThat(get("/desk/diary?day=2027-03-01")).bodyText().contains("mark-clash", "diary-wide-2");
		assertThat(get("/desk/diary?day=2027-03-08")).bodyText().doesNotContain("mark-clash");
	}

	@Test
	void whatBeginsWhenAnotherEndsOrIsWithSomebodyElseIsNoClash() {
		Case there = inCare("there");
		Case client = inCare("client");
		usual(there, "10:00", THEO);
		assertThat(post(client, 1, form(client, 1, "11:00", THEO))).hasStatus3xxRedirection();
		assertThat(post(client, 2, form(client, 2, "10:00", OLGA))).hasStatus3xxRedirection();
		assertThat(post(client, 3, form(client, 3, "10:00", null))).hasStatus3xxRedirection();
		assertThat(get("/desk/diary?view=week")).bodyText().doesNotContain("mark-clash");
	}

	@Test
	void aTimeOutsideTheHoursNeedsATick() {
		Case client = inCare("p");
		MvcTestResult asked = post(client, 1, form(client, 1, "07:00", THEO));
		assertThat(asked).hasStatus(422).bodyText().contains("outside the opening hours (08:00–20:00)");
		assertThat(post(client, 1, form(client, 1, "07:00", THEO, "sure", mark(asked)))).hasStatus3xxRedirection();
		assertThat(at(client, 1).start()).isEqualTo("07:00");
	}

	@Test
	void whatIsTypedWrongIsSaidAndKept() {
		Case client = inCare("p");
		assertThat(post(client, 1, form(client, 1, "25:99", THEO, "day", "x", "minutes", "7", "therapist", "nobody")))
			.hasStatus(422)
			.bodyText()
			.contains("Enter a real date", "Enter a time, such as 10:00", "Choose a length from 15 to 120 minutes",
					"Choose a therapist from the list");
		assertThat(post(client, 1, form(client, 1, "23:30", THEO))).hasStatus(422)
			.bodyText()
			.contains("ends on the day on which it begins");
		assertThat(post(client, 2, form(client, 2, "10:00", THEO, "day", "2027-03-20"))).hasStatus(422)
			.bodyText()
			.contains("would not leave the sessions in order");
		assertThat(this.appointments.of(client.id()).values()).allMatch((at) -> at.start() == null);
	}

	@Test
	void movingFromAnotherPageMakesNoClashUnseen() {
		Case there = inCare("there");
		Case client = inCare("client");
		usual(there, "10:00", THEO);
		assertThat(post(client, 2, form(client, 2, "10:00", THEO, "day", "2027-03-09"))).hasStatus3xxRedirection();
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(
					() -> this.moving.move(client.id(), 2, LocalDate.of(2027, 3, 8), false, session(client, 2).seen()))
			.satisfies((refused) -> assertThat(refused.refusal().reason()).isEqualTo("care.day.clash"));
		assertThat(session(client, 2).day()).isEqualTo("2027-03-09");
		this.moving.move(client.id(), 2, LocalDate.of(2027, 3, 10), false, session(client, 2).seen());
		assertThat(session(client, 2).state()).isEqualTo(State.MOVED);
	}

	@Test
	void ofTwoWhoTakeTheSameTimeAtOnceOneIsAsked() throws Exception {
		for (int round = 1; round <= 3; round++) {
			Case one = inCare("one" + round);
			Case other = inCare("other" + round);
			Map<String, String> first = form(one, 1, "1" + round + ":00", THEO);
			Map<String, String> second = form(other, 1, "1" + round + ":00", THEO);
			List<Integer> given = AtOnce
				.all(List.of(as("olga", () -> post(one, 1, first)), as("theo", () -> post(other, 1, second))));
			assertThat(given).containsExactlyInAnyOrder(302, 422);
		}
		assertThat(get("/desk/today")).bodyText().doesNotContain("mark-clash");
	}

	@Test
	void whoComesSecondIsShownHowItStands() {
		Case client = inCare("p");
		Map<String, String> seen = form(client, 1, "12:00", THEO);
		usual(client, "10:00", OLGA);
		assertThat(post(client, 1, seen)).hasStatus(409)
			.bodyText()
			.contains("Somebody else changed this session", "10:00–11:00", "value=\"12:00\"");
		assertThat(at(client, 1).start()).isEqualTo("10:00");
	}

	@Test
	void aDoubleClickChangesOnce() {
		Case client = inCare("p");
		Map<String, String> form = form(client, 1, "12:00", THEO);
		assertThat(post(client, 1, form)).hasStatus3xxRedirection();
		assertThat(post(client, 1, form)).hasStatus3xxRedirection();
		assertThat(actions(client)).containsOnlyOnce(Action.SESSION_TIMED);
	}

	@Test
	void aNewSignIsSeenInTheDiaryAndNothingTakesPlace() {
		Case client = inCare("p");
		usual(client, "10:00", THEO);
		send(client, Moment.START, Map.of());
		keep(client, 1);
		this.clock.pass(Period.ofWeeks(1));
		send(client, Moment.BETWEEN, Map.of("new-signs", List.of("limbs"), "limb-signs", List.of("pain-into-leg")));
		assertThat(get("/desk/today")).bodyText()
			.contains("10:00–11:00", "New sign", "Referred", "visit-off")
			.doesNotContain("Check-in missing</li>", "Change time");
		assertThat(post(client, 2, form(client, 2, "11:00", THEO))).hasStatus(422);
	}

	@Test
	void aPlanThatRestsIsShownAsSuchAndOneThatEndedIsGone() {
		Case client = inCare("p");
		Case other = inCare("other");
		usual(client, "10:00", THEO);
		take(client, Act.PAUSE, "client-wish");
		assertThat(get("/desk/today")).bodyText().contains("Paused", "Does not take place", "visit-off");
		assertThat(post(other, 1, form(other, 1, "10:00", THEO))).as("its time is free").hasStatus3xxRedirection();
		take(client, Act.END, "client-wish");
		assertThat(get("/desk/today")).bodyText().doesNotContain(client.reference());
	}

	@Test
	void aSessionWhoseDayIsOverIsAskedAbout() {
		Case client = inCare("p");
		this.clock.pass(Period.ofDays(1));
		assertThat(get("/desk/today")).bodyText().contains("Nothing entered yet", client.reference());
		this.marking.miss(client.id(), 1, session(client, 1).seen());
		assertThat(get("/desk/today")).bodyText().doesNotContain("Nothing entered yet");
		assertThat(get("/desk/diary?day=2027-03-01")).bodyText().contains("Missed");
	}

	@Test
	void cautionsToTickAreCounted() {
		Case client = inCare("p");
		send(client, Moment.START, Map.of());
		keep(client, 1);
		this.clock.pass(Period.ofWeeks(1));
		send(client, Moment.SESSION, Map.of("pressure-last", "too-firm"));
		int asked = this.gate.toConfirm(client.id(), LocalDate.now(this.clock)).size();
		assertThat(asked).isPositive();
		assertThat(get("/desk/today")).bodyText().contains((asked == 1) ? "1 caution to tick" : asked + " cautions");
	}

	@Test
	void plansFromBeforeTheDiaryAreDrawn() {
		Case client = inCare("p");
		this.people.planned("not-checked");
		this.jdbc.sql("delete from diary_session").update();
		new DiaryCatchUpCaller(this.catchUp).run();
		assertThat(this.rows.of(client.id().value())).hasSameSizeAs(this.sessions.of(client.id()));
		assertThat(this.jdbc.sql("select count(distinct case_id) from diary_session").query(Integer.class).single())
			.isEqualTo(1);
	}

	@Test
	void whatIsHeldIsSaidAndErased() {
		Case client = inCare("p");
		usual(client, "10:00", THEO);
		PersonalData part = this.held.stream()
			.filter((one) -> one.part().equals("appointments"))
			.findFirst()
			.orElseThrow();
		assertThat(part.printed(client.id()).orElseThrow().lines().get(0).words())
			.isEqualTo("Mon 1 Mar 2027, 10:00, 60 minutes, Theo Therapist");
		assertThat(part.held(client.id())).isNotNull().hasToString(part.held(client.id()).toString());
		this.transaction.executeWithoutResult((status) -> this.cases.erase(client.id()));
		assertThat(this.jdbc.sql("select (select count(*) from appointment) + (select count(*) from diary_session)")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aFullDayCostsFewStatements() throws Exception {
		List<String> hours = List.of("09:00", "10:00", "11:00", "12:00", "13:00", "14:00");
		for (int i = 0; i < hours.size(); i++) {
			Case client = inCare("full" + i);
			usual(client, hours.get(i), (i % 2 == 0) ? THEO : OLGA);
		}
		inCare("untimed");
		for (String page : List.of("/desk/today", "/desk/today?who=mine", "/desk/diary", "/desk/diary?view=week",
				"/desk/diary?day=2027-03-02")) {
			List<String> statements = StatementCount.of(() -> get(page));
			assertThat(statements).as(page).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
		}
	}

	private Callable<Integer> as(String signInName, Callable<MvcTestResult> what) {
		return () -> {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signInName, null,
					List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
			org.springframework.security.test.context.TestSecurityContextHolder.setContext(context);
			try {
				return what.call().getResponse().getStatus();
			}
			finally {
				org.springframework.security.test.context.TestSecurityContextHolder.clearContext();
			}
		};
	}

	private static int count(String page, String words) {
		return page.split(Pattern.quote(words), -1).length - 1;
	}

	/** It runs once in its life; a test wants it again. */
	private record DiaryCatchUpCaller(DiaryCatchUp catchUp) {

		void run() {
			org.springframework.test.util.ReflectionTestUtils.setField(this.catchUp, "complete", false);
			this.catchUp.catchUp();
		}

	}

}
