package org.backwise.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.StatementCount;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.care.SessionGate;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.CheckIn;
import org.backwise.cases.LifeCycle;
import org.backwise.followup.By;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A course of care at the desk: check-ins, the steps they propose, a stop and its way
 * back.
 */
@DeskTest
class CourseOfCareTests {

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Attendance sessions;

	@Autowired
	private CarePlans plans;

	@Autowired
	private Marking marking;

	@Autowired
	private Moving moving;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Journal journal;

	@Autowired
	private WorklistClock worklistClock;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void aStepThatIsProposedIsConfirmed() {
		Case client = inCare("down");
		atAReview(client, Map.of("pain", 2, "change", "much-better"));
		assertThat(get(client, "")).bodyText()
			.contains("A step is proposed", "Step down", "Check-ins", "If all goes well:");
		assertThat(get(client, "/step")).bodyText().contains("The check-in proposes this", "value=\"as-proposed\"");
		assertThat(act(client, "step", 1, "step", "hold", "reason", "as-proposed")).hasStatus(422)
			.bodyText()
			.contains("This is not what the check-in proposes");
		assertThat(act(client, "step", 1, "step", "step-down:fortnightly", "reason", "as-proposed"))
			.hasStatus3xxRedirection();
		assertThat(this.plans.of(client.id()).orElseThrow().block().phase()).isEqualTo("fortnightly");
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.CHANGED);
		assertThat(actions(client)).containsOnlyOnce(Action.STEP_TAKEN);
		assertThat(get(client, "")).bodyText().contains("Step taken").doesNotContain("A step is proposed");
		assertThat(get(client, "/step")).hasStatus(409);
	}

	@Test
	void aClientReadsWhatWaitsAfterWhatItIsAbout() {
		Case client = inCare("waits");
		atAReview(client, Map.of("pain", 2, "change", "much-better"));
		assertThat(client("waits")).bodyText()
			.containsSubsequence("You are doing better", "stays as it is until your therapist confirms this");
		LiveSession next = this.sessions.of(client.id()).stream().filter(LiveSession::isOpen).findFirst().orElseThrow();
		this.people.atTheDesk(TestDesk.OWNER);
		this.moving.move(client.id(), next.number(), next.day().plusWeeks(1), false, next.seen());
		this.clock.pass(Period.ofDays(6));
		assertThat(client("waits")).bodyText()
			.containsSubsequence("Your check-in is open", "Please answer it before your next session",
					"You are doing better", "stays as it is until your therapist confirms this", "Start my check-in");
	}

	@Test
	void aMilderStepNeedsASecondLookAndAStricterOneDoesNot() {
		Case client = inCare("milder");
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		send(client, Moment.SESSION, Map.of("change", "much-worse"));
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		CheckIn worse = send(client, this.checkIns.next(client.id()).orElseThrow().moment(),
				Map.of("change", "much-worse"));
		assertThat(worse.decision().outcome()).isEqualTo(Outcome.END_AND_REFER);
		assertThat(this.gate.whyNot(client.id(), 3, LocalDate.now(this.clock))).isPresent();
		assertThat(get(client, "")).bodyText().contains("End the plan and refer");
		assertThat(act(client, "step", 1, "step", "hold", "reason", "judgement")).hasStatusOk()
			.bodyText()
			.contains("Please look at this again", "milder than what the check-in proposes");
		assertThat(act(client, "put-off", 1, "reason", "judgement")).hasStatusOk()
			.bodyText()
			.contains("Please look at this again");
		assertThat(this.lifeCycle.standing(client).version()).isEqualTo(1);
		assertThat(act(client, "put-off", 1, "reason", "judgement", "sure", "true", "why", "The letter of the doctor"))
			.hasStatus3xxRedirection();
		assertThat(actions(client)).containsOnlyOnce(Action.STEP_PUT_OFF);
		assertThat(this.lifeCycle.standing(client).steps()).last()
			.returns("The letter of the doctor", (step) -> step.words());
	}

	@Test
	void aWishForFewerSessionsWaitsForATherapistAndChangesNothingByItself() {
		Case client = inCare("fewer");
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		CheckIn wish = send(client, Moment.REVIEW, Map.of("wish", "fewer"));
		assertThat(wish.decision().outcome()).isEqualTo(Outcome.GO_ON);
		CarePlan before = this.plans.of(client.id()).orElseThrow();
		assertThat(this.mvc.get().uri("/result/fewer")).bodyText()
			.contains("You would like fewer sessions. Your therapist will talk with you");
		assertThat(this.mvc.get().uri("/desk/cases?need=fewer").with(this.people.there())).bodyText()
			.contains(client.reference());
		assertThat(get(client, "")).bodyText().contains("The client would like fewer sessions", "Not now");
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		send(client, this.checkIns.next(client.id()).orElseThrow().moment(),
				Map.of("pain", 2, "change", "a-little-better"));
		assertThat(get(client, "")).bodyText().contains("The client would like fewer sessions");
		assertThat(act(client, "step", 1, "step", "step-down:fortnightly", "reason", "client-wish")).hasStatusOk()
			.bodyText()
			.contains("Please look at this again", "milder than what the check-in proposes");
		assertThat(this.plans.of(client.id())).contains(before);
		assertThat(act(client, "step", 1, "step", "hold", "reason", "as-proposed")).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/result/fewer")).bodyText().doesNotContain("You would like fewer sessions");
		assertThat(get(client, "/step")).hasStatus(409);
	}

	@Test
	void aPlanEndsOnlyForAReasonThatNoCheckInContradicts() {
		Case worse = inCare("no-help");
		for (int session = 1; session <= 2; session++) {
			keep(worse);
			this.clock.pass(Period.ofWeeks(1));
			send(worse, this.checkIns.next(worse.id()).orElseThrow().moment(), Map.of("change", "much-worse"));
		}
		assertThat(get(worse, "/end")).bodyText().contains("value=\"no-change\"").doesNotContain("value=\"better\"");
		assertThat(get(worse, "/step")).bodyText()
			.contains("value=\"judgement\"")
			.doesNotContain("value=\"as-proposed\"");
		assertThat(act(worse, "end", 1, "reason", "better")).hasStatus(422)
			.bodyText()
			.contains("The last check-in says otherwise");
		assertThat(act(worse, "end", 1, "reason", "no-change")).hasStatus3xxRedirection();
		assertThat(client("no-help")).bodyText()
			.contains("Massage has not helped enough")
			.doesNotContain("Your back is better", "You got better");

		Case better = inCare("helped");
		atAReview(better, Map.of("pain", 2, "change", "much-better"));
		assertThat(get(better, "/end")).bodyText().contains("value=\"better\"").doesNotContain("value=\"no-change\"");
		assertThat(act(better, "end", 1, "reason", "no-change")).hasStatus(422);
		assertThat(act(better, "end", 1, "reason", "better")).hasStatus3xxRedirection();
		assertThat(client("helped")).bodyText()
			.contains("Your back is better.")
			.doesNotContain("has not helped", "more time between the sessions");
		assertThat(client("helped/summary")).bodyText().contains("You got better");
	}

	@Test
	void nothingIsSaidToHaveHelpedOrNotBeforeItWasTried() {
		Case client = inCare("untried");
		assertThat(get(client, "/end")).bodyText().contains("value=\"better\"").doesNotContain("value=\"no-change\"");
		assertThat(act(client, "end", 1, "reason", "no-change")).hasStatus(422);
		assertThat(act(client, "end", 1, "reason", "client-wish")).hasStatus3xxRedirection();
		assertThat(client("untried")).bodyText().contains("You wished it.").doesNotContain("plan goes on");
	}

	/**
	 * What grows with every check-in fails, at the desk and for the client. Both are
	 * looked at in turn, so that what else the machine does slows both.
	 */
	@Test
	void aLongCourseOpensLikeAShortOne() throws Exception {
		Case few = inCare("short");
		Case client = inCare("long");
		keep(few);
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		send(few, Moment.SESSION, Map.of());
		send(client, Moment.SESSION, Map.of());
		int statements = StatementCount.of(() -> get(client, "")).size();
		int last = this.checkIns.of(client.id()).get(1).number();
		for (int number = last + 1; number < last + 59; number++) {
			this.jdbc.sql("insert into case_round (case_id, number, kind, sent_at, outcome, level, answers, wording, "
					+ "changes, decision, schema_number, rules, words, moment, given_by, course, merged) select case_id, "
					+ "?, kind, sent_at, outcome, level, answers, wording, changes, decision, schema_number, rules, "
					+ "words, moment, given_by, course, merged from case_round where case_id = ? and number = ?")
				.params(number, client.id().value(), last)
				.update();
		}
		assertThat(StatementCount.of(() -> get(client, ""))).hasSize(statements);
		alike("the case at the desk", () -> get(few, ""), () -> get(client, ""));
		alike("the client's page", () -> client("short"), () -> client("long"));
		assertThat(get(client, "")).bodyText().contains("All check-ins, with 55 earlier ones");
		assertThat(get(client, "/check-ins")).hasStatusOk()
			.bodyText()
			.satisfies((page) -> assertThat(page.split("before a session", -1)).hasSize(60));
		assertThat(get(client, "").getResponse().getContentAsString().split("before a session", -1)).hasSize(6);
	}

	private static void alike(String page, Supplier<?> two, Supplier<?> sixty) {
		long fewest = Long.MAX_VALUE;
		long most = Long.MAX_VALUE;
		for (int looks = 1; looks <= 240; looks++) {
			fewest = Math.min(fewest, time(two));
			most = Math.min(most, time(sixty));
			if (looks % 60 == 0 && most < 1.5 * fewest) {
				break;
			}
		}
		System.out.printf("With 60 check-ins %s takes %.2f times as long as with 2 (%d and %d us)%n", page,
				(double) most / fewest, most / 1000, fewest / 1000);
		assertThat(most).as("%s, with two %d ns", page, fewest).isLessThan(2 * fewest);
	}

	private static long time(Supplier<?> look) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		look.get();
		return threads.getCurrentThreadCpuTime() - before;
	}

	@Test
	void whatWasToldAtOneCheckInStaysLeftOutAfterACalmOne() {
		Case client = inCare("thinned");
		assertThat(get(client, "/change")).bodyText().contains("value=\"deep-therapeutic\"");
		send(client, Moment.BETWEEN,
				Map.of("new-signs", List.of("skin-or-medicine"), "skin-and-medicines", List.of("blood-thinners")));
		this.clock.pass(Period.ofDays(5));
		CheckIn calm = send(client, Moment.BETWEEN, Map.of("known-health", "still-right"));
		assertThat(calm.decision().technique().excluded()).containsKey("deep-therapeutic");
		this.clock.pass(Period.ofDays(5));
		assertThat(get(client, "/change")).bodyText().doesNotContain("value=\"deep-therapeutic\"");
		int version = this.lifeCycle.standing(client).version();
		assertThat(act(client, "change", version, "technique", "deep-therapeutic", "sessions-weekly", "4",
				"sessions-fortnightly", "0", "sessions-monthly", "0", "first-day",
				LocalDate.now(this.clock).plusDays(3).toString(), "minutes", "60", "reason", "judgement"))
			.hasStatus(409);
		assertThat(this.lifeCycle.standing(client).version()).isEqualTo(version);
	}

	@Test
	void noStepIsOfferedWhileNoneWaits() {
		Case client = inCare("none");
		assertThat(get(client, "")).bodyText().doesNotContain("Take a step", "Not now");
		assertThat(act(client, "put-off", 1, "reason", "judgement")).hasStatus(409);
	}

	@Test
	void afterAStopADoctorClearsAndThePlanGoesOnWhereItStopped() {
		Case client = inCare("cleared");
		keep(client);
		this.clock.pass(Period.ofWeeks(1));
		CheckIn stop = send(client, Moment.BETWEEN,
				Map.of("new-signs", List.of("limbs"), "limb-signs", List.of("pain-into-leg")));
		assertThat(stop.decision().outcome()).isEqualTo(Outcome.SEE_DOCTOR);
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.REFERRED);
		assertThat(get(client, "")).bodyText()
			.contains("A check-in stopped the care", "Record a clearance", "Stopped on 8 March 2027");
		assertThat(act(client, "clear", 2, "by", "Dr Osei", "on", "2027-03-08", "limits", "Nothing deep", "sure",
				"true", "why", "Seen the letter"))
			.hasStatus3xxRedirection();
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.PROPOSED);
		assertThat(this.sessions.of(client.id()).get(0).state()).isEqualTo(LiveSession.State.KEPT);
		assertThat(this.sessions.of(client.id()).get(1).day()).isEqualTo(LocalDate.of(2027, 3, 9));
		int seen = this.lifeCycle.standing(client).version();
		assertThat(act(client, "approve", seen, "sure", "true", "why", "As the doctor wrote"))
			.hasStatus3xxRedirection();
		this.clock.pass(Period.ofDays(1));
		assertThat(this.gate.whyNot(client.id(), 2, LocalDate.now(this.clock))).isPresent();
		assertThat(this.checkIns.next(client.id()).orElseThrow().moment()).isEqualTo(Moment.RETURN);
		CheckIn back = send(client, Moment.RETURN,
				Map.of("known-signs-D-02", "same-or-better", "limb-signs", List.of("pain-into-leg")));
		assertThat(back.decision().outcome().pauses()).isFalse();
		assertThat(back.decision().known()).isNotEmpty();
		keep(client);
		assertThat(this.sessions.of(client.id()).get(1).state()).isEqualTo(LiveSession.State.KEPT);
	}

	@Test
	void theWorklistTakesCheckInsIn() {
		Case missing = inCare("missing");
		keep(missing);
		Case down = inCare("stepping");
		atAReview(down, Map.of("pain", 2, "change", "much-better"));
		this.worklistClock.draw();
		assertThat(worklist("")).containsSubsequence(missing.reference(), "Nothing heard", down.reference(),
				"Step to decide");
		send(missing, Moment.REVIEW, Map.of());
		assertThat(worklist("")).contains("Step to decide")
			.doesNotContain("Check-in missing</td>", "no session kept</td>");
		assertThat(worklist("?need=silent")).doesNotContain(missing.reference());
		assertThat(worklist("?need=step")).as("and at the end of its block it waits for the next step")
			.contains(down.reference(), missing.reference());
		assertThat(worklist("?level=plan")).contains(down.reference());
		assertThat(worklist("?level=urgent")).doesNotContain(down.reference());
		assertThat(act(down, "put-off", 1, "reason", "client-wish")).hasStatus3xxRedirection();
		assertThat(worklist("")).doesNotContain(down.reference());
	}

	@Test
	void ofWhomNothingIsHeardComesToTheWorklistThoughNoSessionIsNear() {
		Case client = inCare("silent");
		keep(client);
		for (int number = 2; number <= 3; number++) {
			this.clock.pass(Period.ofWeeks(1));
			this.people.atTheDesk(TestDesk.OWNER);
			this.marking.miss(client.id(), number, this.sessions.of(client.id()).get(number - 1).seen());
		}
		assertThat(this.sessions.of(client.id()).get(3).day()).isEqualTo(LocalDate.now(this.clock).plusWeeks(1));
		assertThat(worklist("?need=silent")).contains(client.reference(), "Nothing heard: two check-ins missing");
		assertThat(get(client, "")).bodyText()
			.contains("Nothing heard for two sessions in a row.", "neither was kept", "Please get in touch");
		this.clock.pass(Period.ofDays(1));
		this.worklistClock.draw();
		assertThat(worklist("")).contains("Nothing heard: two check-ins missing");
		send(client, Moment.BETWEEN, Map.of());
		assertThat(worklist("")).doesNotContain(client.reference());
		assertThat(get(client, "")).bodyText().doesNotContain("Nothing heard");
	}

	@Test
	void aSilenceThatOnlyTimeBringsIsDrawnAndOneMoreMissingCheckInIsBehindIt() {
		Case client = inCare("time");
		keep(client);
		this.clock.pass(Period.ofDays(8));
		this.worklistClock.draw();
		assertThat(worklist("?need=missing")).contains(client.reference());
		this.clock.pass(Period.ofWeeks(1));
		this.worklistClock.draw();
		assertThat(worklist("?need=silent")).contains(client.reference());
		assertThat(worklist("?need=missing")).doesNotContain(client.reference());
		this.people.atTheDesk(TestDesk.OWNER);
		this.marking.cancel(client.id(), 2, false, LiveSession.CancelledBy.PRACTICE,
				this.sessions.of(client.id()).get(1).seen());
		assertThat(worklist("?need=silent")).as("at once, by what was said").doesNotContain(client.reference());
		assertThat(worklist("?need=missing")).contains(client.reference());
	}

	@Test
	void theDaysToComeTurnGreyForWhomNothingIsHeardOfAndBack() throws Exception {
		Case client = inCare("grey");
		keep(client);
		assertThat(client("grey")).bodyText().doesNotContain("session-grey", "month-grey", "run-grey", "not certain");
		this.clock.pass(Period.ofDays(15));
		assertThat(client("grey")).bodyText()
			.contains(
					"Your last two check-ins are missing. The days to come are not certain until you answer the check-in"
							+ " that is open now",
					"The days to come are grey", "Start my check-in", "run-grey", "month-session month-grey",
					"Session, not certain")
			.doesNotContain("Your next session is on");
		List<String> grey = List.of(client("grey").getResponse().getContentAsString().split("<li class=\"session"));
		assertThat(grey.stream().filter((one) -> one.startsWith(" session-grey")))
			.allSatisfy((one) -> assertThat(LocalDate.parse(one.replaceAll("(?s).*?datetime=\"([0-9-]+)\".*", "$1")))
				.isAfterOrEqualTo(LocalDate.now(this.clock)))
			.hasSize((int) this.sessions.of(client.id())
				.stream()
				.filter((session) -> !session.day().isBefore(LocalDate.now(this.clock)))
				.count());
		send(client, Moment.REVIEW, Map.of());
		assertThat(client("grey")).bodyText().doesNotContain("session-grey", "month-grey", "run-grey", "not certain");
	}

	@Test
	void withoutAnOpenCheckInTheGreyDaysSayWhatElseToDo() {
		Case client = inCare("missed");
		keep(client);
		for (int number = 2; number <= 3; number++) {
			this.clock.pass(Period.ofWeeks(1));
			this.people.atTheDesk(TestDesk.OWNER);
			this.marking.miss(client.id(), number, this.sessions.of(client.id()).get(number - 1).seen());
		}
		assertThat(client("missed")).bodyText()
			.contains("until you get in touch with us, or tell us on your page that something has changed",
					"Your next" + " session would be on Monday 22 March 2027", "session-grey")
			.doesNotContain("check-in that is open now", "Your next session is on");
	}

	@Test
	void anEmergencyThatNobodyFollowedUpComesBeforeAllAfterADay() {
		Case other = this.people.sent("other",
				Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		this.clock.pass(Duration.ofMinutes(1));
		Case client = inCare("emergency");
		send(client, Moment.BETWEEN, Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		assertThat(worklist("")).containsSubsequence(other.reference(), client.reference());
		this.worklistClock.draw();
		assertThat(worklist("")).doesNotContain("did they get help?</td>");
		this.clock.pass(Period.ofDays(2));
		this.worklistClock.draw();
		assertThat(worklist("")).containsSubsequence(client.reference(), "did they get help?", other.reference());
		assertThat(worklist("?level=emergency")).contains(client.reference(), other.reference());
		assertThat(act(client, "follow-up", 2, "reason", "seen")).hasStatus3xxRedirection();
		assertThat(worklist("")).doesNotContain("did they get help?</td>");
	}

	@Test
	void whatAClientSaysOfTheDoctorIsKeptAndClearsNothing() {
		Case client = this.people.referred("doctor");
		assertThat(client("doctor")).bodyText().contains("Did you see somebody about this?", "I have an appointment");
		assertThat(get(client, "")).bodyText().contains("Ask again on 15 March 2027");
		this.clock.pass(Period.ofDays(2));
		assertThat(this.mvc.post().uri("/result/doctor/doctor").param("answer", "not-yet").with(csrf()).exchange())
			.hasStatus3xxRedirection();
		assertThat(client("doctor")).bodyText().contains("You told us on 3 March 2027: Not yet");
		assertThat(get(client, "")).bodyText().contains("not yet", "Ask again on 17 March 2027");
		this.clock.pass(Duration.ofMinutes(1));
		this.mvc.post().uri("/result/doctor/doctor").param("answer", "seen").with(csrf()).exchange();
		assertThat(get(client, "")).bodyText().contains("the doctor was seen").doesNotContain("Ask again on");
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.REFERRED);
		assertThat(actions(client).stream().filter(Action.DOCTOR_VISIT_TOLD::equals)).hasSize(2);
		assertThat(this.mvc.get().uri("/result/doctor/record/print").exchange()).bodyText()
			.contains("What you said about the doctor", "You saw the doctor");
	}

	@Test
	void twoCasesOfOnePersonAreJoinedAndParted() {
		Case one = this.people.planned("one");
		Case other = this.people.referred("two");
		assertThat(join(one, "join", "NOBODY22")).hasRedirectedUrl("/desk/cases/" + one.reference() + "?not=joined");
		assertThat(get(one, "?not=joined")).bodyText().contains("Enter the reference of another case");
		assertThat(join(one, "join", one.reference())).hasStatus3xxRedirection();
		assertThat(actions(one)).doesNotContain(Action.CASES_JOINED);
		assertThat(join(one, "join", other.reference().toLowerCase(java.util.Locale.ROOT))).hasStatus3xxRedirection();
		assertThat(join(other, "join", one.reference())).hasStatus3xxRedirection();
		assertThat(get(one, "")).bodyText().contains(">" + other.reference() + "</a>", "Not the same person");
		assertThat(get(other, "")).bodyText().contains(">" + one.reference() + "</a>");
		assertThat(actions(other)).containsOnlyOnce(Action.CASES_JOINED);
		assertThat(join(other, "part", one.reference())).hasStatus3xxRedirection();
		assertThat(get(one, "")).bodyText().doesNotContain(other.reference());
		assertThat(actions(one)).containsOnlyOnce(Action.CASES_PARTED);
	}

	private MvcTestResult join(Case client, String what, String other) {
		return this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/" + what)
			.param("other", other)
			.with(csrf())
			.with(this.people.there())
			.exchange();
	}

	private MvcTestResult client(String link) {
		return this.mvc.get().uri("/result/" + link).exchange();
	}

	private String worklist(String query) {
		try {
			return this.mvc.get()
				.uri("/desk/cases" + query)
				.with(this.people.there())
				.exchange()
				.getResponse()
				.getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Case inCare(String link) {
		Case client = this.people.planned(link);
		assertThat(act(client, "approve", 0)).hasStatus3xxRedirection();
		send(client, Moment.START, Map.of());
		return client;
	}

	/** Four weekly sessions were kept, and one after them is reviewed. */
	private void atAReview(Case client, Map<String, Object> says) {
		int kept = 0;
		while (kept < 4 || this.checkIns.next(client.id()).orElseThrow().moment() != Moment.REVIEW) {
			keep(client);
			kept++;
			this.clock.pass(Period.ofWeeks(1));
		}
		send(client, Moment.REVIEW, says);
	}

	/** The next session takes place today, asked aloud before. */
	private void keep(Case client) {
		LocalDate today = LocalDate.now(this.clock);
		LiveSession next = this.sessions.of(client.id()).stream().filter(LiveSession::isOpen).findFirst().orElseThrow();
		if (this.checkIns.holding(client.id(), today).isEmpty()) {
			send(client,
					this.checkIns.next(client.id())
						.filter((due) -> due.open())
						.map((due) -> due.moment())
						.orElse(Moment.BETWEEN),
					Map.of());
		}
		this.people.atTheDesk(TestDesk.OWNER);
		this.gate.tookPlace(client.id(), next.number(), today, next.seen(), java.util.Set
			.copyOf(this.gate.toConfirm(client.id(), today).stream().map((caution) -> caution.caution()).toList()));
	}

	private CheckIn send(Case client, Moment moment, Map<String, Object> says) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.putAll(says);
		return this.checkIns.send(client.id(), moment, By.CLIENT, answers, List.of(),
				new Who.Client(client.id().value()));
	}

	private List<Action> actions(Case client) {
		return this.journal.about(client.id().value()).stream().map(JournalEntry::action).toList();
	}

	private MvcTestResult get(Case client, String path) {
		return this.mvc.get().uri("/desk/cases/" + client.reference() + path).with(this.people.there()).exchange();
	}

	private MvcTestResult act(Case client, String act, int version, String... fields) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("version", Integer.toString(version)));
		for (int i = 0; i < fields.length; i += 2) {
			all.put(fields[i], fields[i + 1]);
		}
		var request = this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/" + act)
			.with(csrf())
			.with(this.people.there());
		all.forEach(request::param);
		return request.exchange();
	}

}
