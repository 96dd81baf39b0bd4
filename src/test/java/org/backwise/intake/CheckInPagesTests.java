package org.backwise.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.CheckIns;
import org.backwise.care.SessionGate;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Check-ins as the client makes them, page after page, from the first one to the end.
 */
@DeskTest
class CheckInPagesTests {

	private static final String PLAN = "/result/casey";

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Attendance sessions;

	@Autowired
	private JdbcClient jdbc;

	private Case casey;

	@BeforeEach
	void somebodyWithAPlan() {
		this.people.startOver();
		this.casey = this.people.planned("casey");
		assertThat(this.mvc.post()
			.uri("/desk/cases/" + this.casey.reference() + "/approve")
			.with(csrf())
			.with(this.people.there())
			.param("version", "0")
			.param("words", "Fits well")).hasStatus3xxRedirection();
	}

	@Test
	void theFirstCheckInNamesWhatMattersAndSetsTheBaseline() {
		assertThat(get(PLAN)).bodyText()
			.contains("Before your first session: a few questions", "href=\"/result/casey/check-in/start\"",
					"Something has changed");
		assertThat(get(PLAN + "/check-in")).hasRedirectedUrl(PLAN + "/check-in/start");
		List<String> asked = answerAll("start", calm());
		assertThat(asked).containsExactly("new-nerve-signs", "new-body-signs", "new-signs", "how-you-are", "things",
				"what-matters", "sleep-stress-wish");
		CheckIn made = made().get(0);
		assertThat(made.activities()).containsExactly("putting on my socks", "gardening");
		assertThat(made.answers()).anyMatch((answer) -> answer.asked().endsWith("now? gardening"))
			.anyMatch((answer) -> answer.asked().contains("since 1 March 2027"))
			.noneMatch((answer) -> answer.asked().contains("{"));
		assertThat(get(PLAN)).bodyText().contains("Thank you. See you on Monday 1 March 2027.");
	}

	@Test
	void aCheckInWithoutAnythingNewHasFourPages() {
		start();
		keep(1);
		assertThat(get(PLAN)).bodyText().contains("Your next check-in opens on 6 March 2027");
		assertThat(get(PLAN + "/check-in/session")).hasRedirectedUrl(PLAN + "?not=due");
		assertThat(get(PLAN + "?not=due")).bodyText().contains("This check-in is not open now");
		this.clock.pass(Period.ofDays(5));
		assertThat(get(PLAN)).bodyText().contains("Your check-in is open: about 90 seconds");
		assertThat(answerAll("session", calm())).containsExactly("new-nerve-signs", "new-body-signs", "new-signs",
				"how-you-are");
		assertThat(made()).hasSize(2);
		assertThat(get(PLAN + "/trend")).hasStatusOk()
			.bodyText()
			.contains("It was 5 at the start and is 5 now: no change", "polyline", "Things that matter to you",
					"It was 7 of 20 at the start");
		assertThat(get(PLAN)).bodyText().contains("Thank you. See you on Monday 8 March 2027.");
	}

	@Test
	void answersWaitUnderTheLinkAndNothingIsSkipped() {
		begin("start");
		assertThat(page("start", "new-body-signs")).hasRedirectedUrl(step("start", "new-nerve-signs"));
		assertThat(page("start", "things")).hasRedirectedUrl(step("start", "new-nerve-signs"));
		assertThat(send("start", "new-nerve-signs", Map.of())).hasStatus(422).bodyText().contains("There is a problem");
		send("start", "new-nerve-signs", Map.of("nerve-signs", List.of("none")));
		assertThat(page("start", "new-nerve-signs")).bodyText().containsPattern("value=\"none\"[^>]*checked");
		assertThat(page("start", "new-body-signs")).hasStatusOk()
			.bodyText()
			.contains("since 1 March 2027, even if it has eased", "Page 2 of 7: Warning signs");
		assertThat(get(PLAN + "/check-in/start")).bodyText().contains("Carry on where I left off");
		assertThat(post(PLAN + "/check-in/start", Map.of())).hasRedirectedUrl(step("start", "new-body-signs"));
		this.clock.pass(Duration.ofHours(23));
		assertThat(page("start", "new-body-signs")).hasStatusOk();
		this.clock.pass(Duration.ofHours(2));
		assertThat(page("start", "new-body-signs")).as("signs that were asked a day ago are asked again")
			.hasRedirectedUrl(PLAN + "/check-in/start");
		assertThat(post(PLAN + "/check-in/start", Map.of())).hasRedirectedUrl(step("start", "new-nerve-signs"));
	}

	@Test
	void sentTwiceItStandsOnce() {
		begin("between");
		Map<String, List<String>> answers = calm();
		for (String page : List.of("new-nerve-signs", "new-body-signs", "new-signs")) {
			send("between", page, answers);
		}
		assertThat(send("between", "how-you-are", answers)).hasRedirectedUrl(PLAN);
		assertThat(send("between", "how-you-are", asked(answers))).hasRedirectedUrl(PLAN);
		assertThat(made()).hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from intake_draft").query(Integer.class).single()).isZero();
	}

	/** From a page that stayed open in another tab. */
	@Test
	void aSignTickedAfterSendingIsSaidNotToBeKept() {
		answerAll("between", calm());
		assertThat(send("between", "new-nerve-signs", asked(calm()))).hasRedirectedUrl(PLAN);
		assertThat(send("between", "new-nerve-signs",
				Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", List.of("new-or-worse"))))
			.hasRedirectedUrl(PLAN + "?not=late");
		assertThat(get(PLAN + "?not=late")).bodyText()
			.contains("What you answered just now was not kept", "get help at once");
		assertThat(made()).hasSize(1);
	}

	@Test
	void whatIsChangedBeforeSendingIsKept() {
		start();
		begin("between");
		Map<String, List<String>> answers = calm();
		send("between", "new-nerve-signs", Map.of("nerve-signs", List.of("none")));
		send("between", "new-body-signs", Map.of("body-signs", List.of("none")));
		send("between", "new-signs", Map.of("new-signs", List.of("limbs")));
		send("between", "new-limb-signs", Map.of("limb-signs", List.of("pain-into-leg")));
		send("between", "new-signs", Map.of("new-signs", List.of("none")));
		send("between", "how-you-are", answers);
		CheckIn sent = made().get(1);
		assertThat(sent.sheet()).doesNotContainKey("limb-signs");
		assertThat(sent.changes()).extracting((change) -> change.question() + " " + (change.after() != null))
			.containsExactlyInAnyOrder("new-signs true", "limb-signs false");
		assertThat(get(PLAN + "/record/print")).bodyText()
			.contains("Answers you changed before sending", "no longer asked");
		assertThat(this.mvc.get().uri("/desk/cases/" + this.casey.reference()).with(this.people.there()).exchange())
			.bodyText()
			.contains("Changed before sending", "before: Pain that travels into a leg");
	}

	@Test
	void afterHalfAYearThePlanAsksForTheWholeQuestionnaire() {
		start();
		String says = "Please answer them again before your next session";
		this.clock.pass(Period.ofDays(26 * 7 - 1));
		assertThat(get(PLAN)).bodyText().doesNotContain(says);
		this.clock.pass(Period.ofDays(1));
		assertThat(get(PLAN)).bodyText().contains(says, "href=\"/result/casey/again\"");
	}

	@Test
	void aCheckInOfARecordThatIsGoneSaysWhatStands() {
		begin("start");
		assertThat(post(PLAN + "/withdraw", Map.of())).hasStatus3xxRedirection();
		assertThat(send("start", "new-nerve-signs", calm())).hasStatus3xxRedirection();
		assertThat(get(PLAN + "/check-in/start")).hasRedirectedUrl(PLAN + "?not=due");
		assertThat(get(PLAN + "?not=due")).hasStatusOk()
			.bodyText()
			.contains("This check-in is not open now")
			.doesNotContain("Carry on");
		assertThat(made()).isEmpty();
	}

	@Test
	void twoTabsSendOneRound() {
		start();
		keep(1);
		this.clock.pass(Period.ofDays(5));
		begin("session");
		begin("session");
		Map<String, List<String>> answers = calm();
		for (String page : List.of("new-nerve-signs", "new-body-signs", "new-signs", "new-nerve-signs",
				"new-body-signs", "new-signs", "how-you-are")) {
			send("session", page, answers);
		}
		assertThat(send("session", "how-you-are", asked(answers))).hasRedirectedUrl(PLAN);
		assertThat(post(PLAN + "/check-in/session", Map.of())).hasRedirectedUrl(PLAN + "?not=due");
		assertThat(made()).hasSize(2);
		assertThat(made().get(1).changes()).isEmpty();
	}

	@Test
	void aReactionIsToldInTheClientsOwnWords() {
		start();
		keep(1);
		Map<String, List<String>> answers = calm();
		answers.put("after-last", List.of("longer"));
		answers.put("after-kind", List.of("sore"));
		answerAll("between", answers);
		assertThat(get(PLAN)).bodyText()
			.contains("You were sore for more than three days after your last massage")
			.doesNotContain("Sore for more than three days");
		assertThat(get(PLAN + "/letter")).hasStatusOk()
			.bodyText()
			.contains("Sore for more than three days")
			.doesNotContain("You were sore");
	}

	@Test
	void whoeverHasTooMuchOnTheirMindReadsWhereToTurn() {
		String kind = "When life feels too much";
		Map<String, List<String>> answers = calm();
		answers.put("stress", List.of("6"));
		answerAll("start", answers);
		assertThat(get(PLAN)).bodyText().doesNotContain(kind);
		keep(1);
		this.clock.pass(Period.ofDays(5));
		answers.put("after-last", List.of("sore-under-36-hours"));
		answers.put("after-kind", List.of("upset"));
		answerAll("session", answers);
		assertThat(get(PLAN)).bodyText().contains(kind);
	}

	@Test
	void aHabitThatIsHardlyDoneIsAskedAboutAndOfferedToTheTherapist() {
		start();
		Map<String, List<String>> answers = calm();
		answers.put("habit-days", List.of("1"));
		keep(1);
		this.clock.pass(Period.ofDays(5));
		assertThat(answerAll("session", answers)).doesNotContain("new-habit");
		this.clock.pass(Period.ofDays(2));
		keep(2);
		this.clock.pass(Period.ofDays(5));
		answers.put("habit", List.of("stress"));
		assertThat(answerAll("review", answers)).contains("new-habit");
		assertThat(made().get(2).decision().technique()).isNotNull();
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(this.mvc.get()
			.uri("/desk/cases/" + this.casey.reference() + "/change")
			.with(this.people.there())
			.exchange()).bodyText().contains("Make the habit smaller", "To offer: Breathe slowly.");
	}

	@Test
	void anEmergencyIsSentAtOnceAndShowsItsNotice() {
		start();
		keep(1);
		this.clock.pass(Period.ofDays(5));
		begin("session");
		assertThat(send("session", "new-nerve-signs",
				Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", List.of("new-or-worse"))))
			.hasRedirectedUrl(PLAN);
		assertThat(made().get(1).decision().outcome()).isEqualTo(Outcome.EMERGENCY);
		assertThat(get(PLAN)).bodyText()
			.contains("care-card-emergency", "what is new or worse since 1 March 2027", "After a doctor has seen you",
					"href=\"/result/casey/again\"")
			.doesNotContain("Your check-in is open");
		assertThat(get(PLAN + "/letter")).hasStatusOk().bodyText().contains("New or worse since 1 March 2027");
		assertThat(get(PLAN + "/check-in/between")).hasRedirectedUrl(PLAN + "?not=due");
		assertThat(get(PLAN + "/check-in")).hasRedirectedUrl(PLAN + "?not=due");
	}

	@Test
	void whatOnlyTimeLiftsSaysWhenToComeBack() {
		start();
		Map<String, List<String>> answers = calm();
		answers.put("new-signs", List.of("not-fit-today"));
		answerAll("between", answers);
		assertThat(made().get(1).decision().outcome()).isEqualTo(Outcome.WAIT);
		assertThat(get(PLAN)).hasStatusOk()
			.bodyText()
			.contains("care-card-wait", "You are not fit for a massage today", "opens on 3 Mar 2027, 09:00");
		this.clock.pass(Duration.ofHours(48));
		assertThat(get(PLAN)).bodyText().contains("href=\"/result/casey/check-in/return\"");
		answerAll("return", calm());
		assertThat(get(PLAN)).bodyText().doesNotContain("care-card-wait").contains("See you on");
	}

	@Test
	void aHeadacheAfterwardsLeadsBackToTheSigns() {
		start();
		keep(1);
		begin("between");
		Map<String, List<String>> answers = calm();
		answers.put("after-last", List.of("sore-under-36-hours"));
		answers.put("after-kind", List.of("headache"));
		for (String page : List.of("new-nerve-signs", "new-body-signs", "new-signs")) {
			send("between", page, answers);
		}
		assertThat(page("between", "how-you-are")).bodyText()
			.contains("a headache or feeling dizzy", "href=\"" + step("between", "new-body-signs") + "\"");
	}

	@Test
	void aBreakIsTakenAndEndedByTheClient() {
		start();
		assertThat(get(PLAN + "/break")).hasStatusOk().bodyText().contains("up to 84 days");
		assertThat(post(PLAN + "/break", Map.of())).hasRedirectedUrl(PLAN);
		assertThat(post(PLAN + "/break", Map.of())).hasRedirectedUrl(PLAN);
		assertThat(get(PLAN)).bodyText().contains("You are taking a break", "Answer them now");
		assertThat(get(PLAN + "/check-in/between")).hasRedirectedUrl(PLAN + "?not=due");
		this.clock.pass(Period.ofDays(1));
		answerAll("return", calm());
		assertThat(get(PLAN)).bodyText().contains("See you on").doesNotContain("You are taking a break");
	}

	@Test
	void aPlanThatLapsedSaysSinceWhen() {
		start();
		this.lifeCycle.take(this.casey.id(),
				Decision.ofRules(Act.LAPSE, this.lifeCycle.standing(this.casey).version(), null, null));
		assertThat(get(PLAN)).bodyText().contains("so your plan stopped on 1 March 2027", "Answer them now");
	}

	@Test
	void aBreakThatIsTooLongLeadsBackToTheQuestionnaire() {
		start();
		post(PLAN + "/break", Map.of());
		this.clock.pass(Period.ofDays(84));
		assertThat(get(PLAN)).bodyText().contains("Answer them now").doesNotContain("href=\"/result/casey/again\"");
		this.clock.pass(Period.ofDays(1));
		assertThat(get(PLAN)).bodyText().contains("href=\"/result/casey/again\"").doesNotContain("Answer them now");
		assertThat(get(PLAN + "/check-in/return")).hasRedirectedUrl(PLAN + "?not=due");
	}

	@Test
	void whoWantsToStopIsNotArguedWith() {
		start();
		this.mvc.post().uri(PLAN + "/break").with(csrf()).exchange();
		this.clock.pass(Period.ofDays(1));
		Map<String, List<String>> answers = calm();
		answers.put("wish", List.of("stop"));
		answerAll("return", answers);
		assertThat(get(PLAN)).bodyText().contains("You have ended your plan", "/summary");
		assertThat(get(PLAN + "/summary")).hasStatusOk()
			.bodyText()
			.contains("You ended your plan on 2 March 2027", "You want to stop", "No session took place",
					"You told us of no soreness")
			.doesNotContain("You got better during this plan");
		assertThat(get(PLAN + "/check-in/after-4-weeks")).hasRedirectedUrl(PLAN + "?not=due");
		this.clock.pass(Period.ofDays(29));
		assertThat(get(PLAN)).bodyText().contains("Tell you how I am");
		answerAll("after-4-weeks", calm());
		assertThat(get(PLAN + "/summary")).bodyText().contains("4 weeks after the end");
	}

	@Test
	void aLinkThatNobodyHasLeadsNowhere() {
		for (String path : List.of("", "/start", "/start/new-nerve-signs")) {
			assertThat(get("/result/nobody/check-in" + path)).hasStatus(404);
		}
		for (String path : List.of("/facts", "/start/nothing", "/start/facts")) {
			begin("start");
			assertThat(get(PLAN + "/check-in" + path)).hasStatus(404);
		}
	}

	@Test
	void longAndOddThingsAreSentBack() {
		begin("start");
		Map<String, List<String>> answers = calm();
		for (String page : List.of("new-nerve-signs", "new-body-signs", "new-signs", "how-you-are")) {
			send("start", page, answers);
		}
		assertThat(send("start", "things", Map.of("thing-1", List.of("x".repeat(61))))).hasStatus(422)
			.bodyText()
			.contains("Use 60 characters or fewer", "id=\"thing-1-error\"");
		send("start", "things", Map.of("thing-2", List.of(" {habit}\u202e ")));
		assertThat(page("start", "what-matters")).bodyText()
			.contains("How well can you do this now? {habit}")
			.doesNotContain("\u202e", "activity-2");
	}

	@Test
	void theRecordHoldsEveryCheckIn() {
		start();
		assertThat(get(PLAN + "/record/print")).hasStatusOk()
			.bodyText()
			.contains("Check-in before the first session", "putting on my socks; gardening",
					"How well can you do this now? gardening");
		assertThat(get(PLAN + "/record/download")).hasStatusOk()
			.bodyText()
			.contains("\"checkIns\"", "putting on my socks");
	}

	private void start() {
		answerAll("start", calm());
	}

	private void keep(int number) {
		this.people.atTheDesk(TestDesk.OWNER);
		LocalDate today = LocalDate.now(this.clock);
		String seen = this.sessions.of(this.casey.id()).get(number - 1).seen();
		this.gate.tookPlace(this.casey.id(), number, today, seen, Set.of());
	}

	private List<CheckIn> made() {
		return this.checkIns.of(this.casey.id());
	}

	private void begin(String moment) {
		assertThat(post(PLAN + "/check-in/" + moment, Map.of())).hasStatus3xxRedirection();
	}

	/** Answers page after page; returns their ids. */
	private List<String> answerAll(String moment, Map<String, List<String>> answers) {
		List<String> pages = new ArrayList<>();
		String at = post(PLAN + "/check-in/" + moment, Map.of()).getMvcResult().getResponse().getRedirectedUrl();
		while (at != null && at.startsWith(PLAN + "/check-in/")) {
			String page = at.substring(at.lastIndexOf('/') + 1);
			assertThat(pages).doesNotContain(page);
			pages.add(page);
			MvcTestResult sent = send(moment, page, answers);
			assertThat(sent).as(page).hasStatus3xxRedirection();
			at = sent.getMvcResult().getResponse().getRedirectedUrl();
		}
		assertThat(at).isEqualTo(PLAN);
		return pages;
	}

	private MvcTestResult page(String moment, String step) {
		return get(step(moment, step));
	}

	private MvcTestResult send(String moment, String step, Map<String, List<String>> answers) {
		return post(step(moment, step), answers);
	}

	/** As a page has them: only what the last check-in asked. */
	private Map<String, List<String>> asked(Map<String, List<String>> answers) {
		Map<String, List<String>> asked = new LinkedHashMap<>(answers);
		asked.keySet().retainAll(made().get(made().size() - 1).sheet().keySet());
		return asked;
	}

	private static String step(String moment, String step) {
		return PLAN + "/check-in/" + moment + "/" + step;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).exchange();
	}

	private MvcTestResult post(String path, Map<String, List<String>> fields) {
		var request = this.mvc.post().uri(path).with(csrf());
		fields.forEach((name, values) -> values.forEach((value) -> request.param(name, value)));
		return request.exchange();
	}

	private static Map<String, List<String>> calm() {
		Map<String, List<String>> answers = new LinkedHashMap<>();
		Map.ofEntries(Map.entry("nerve-signs", "none"), Map.entry("body-signs", "none"), Map.entry("new-signs", "none"),
				Map.entry("pain", "5"), Map.entry("pain-pattern", "comes-and-goes"), Map.entry("change", "same"),
				Map.entry("tension-now", "at-times"), Map.entry("movement", "free"), Map.entry("after-last", "fine"),
				Map.entry("pressure-last", "right"), Map.entry("warmth-last", "right"), Map.entry("habit-days", "5"),
				Map.entry("activity-1", "4"), Map.entry("activity-2", "3"), Map.entry("confidence", "6"),
				Map.entry("sleep", "2"), Map.entry("stress", "3"), Map.entry("wish", "go-on"),
				Map.entry("thing-1", "putting on my socks"), Map.entry("thing-2", "gardening"))
			.forEach((question, answer) -> answers.put(question, List.of(answer)));
		return answers;
	}

}
