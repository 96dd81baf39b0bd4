package org.backwise.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.cases.Contact;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Rounds;
import org.backwise.cases.SentRound;
import org.backwise.cases.SuitingTimes;
import org.backwise.cases.Suits;
import org.backwise.cases.Therapist;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;
import org.backwise.retention.Erasures;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Plans and moves of a practice that is closed on some days. */
@DeskTest
class ClosedDaysTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	private static final Reason APPROVED = new Reason("approved", null, null);

	/** The clock begins on a Monday. */
	private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Cases cases;

	@Autowired
	private CarePlans plans;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Moving moving;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private SuitingTimes suits;

	@Autowired
	private Triage triage;

	@Autowired
	private Rounds rounds;

	@Autowired
	private Erasures erasures;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void aProposedPlanKeepsToOpenDaysAndSaysSoToEverybody() {
		close(MONDAY.plusDays(7), MONDAY.plusDays(8), "Training & rest");
		Case theCase = this.people.planned("p");

		assertThat(days(theCase)).startsWith(MONDAY, LocalDate.of(2027, 3, 10), LocalDate.of(2027, 3, 22));
		String said = "Moved from Mon 8 Mar 2027: Training &amp; rest, closed";
		assertThat(get("/desk/cases/" + theCase.reference())).bodyText().contains("(" + said + ")");
		assertThat(get("/result/p")).bodyText()
			.contains(said, "Moved from Mon 15 Mar 2027: it would be too soon after the session before");
		assertThat(get("/result/p/record/print")).bodyText().contains(said);
		assertThat(get("/result/p/record/download")).bodyText().contains("Training & rest");
		approve(theCase);
		assertThat(get("/desk/cases/" + theCase.reference() + "/sessions")).bodyText().contains(said);
		assertThat(get("/desk/cases/" + theCase.reference() + "/sessions/2")).bodyText().contains(said);
	}

	@Test
	void aMoveOntoAClosedDayIsToldAndNeedsATick() {
		Case theCase = this.people.planned("p");
		approve(theCase);
		close(MONDAY.plusDays(9), MONDAY.plusDays(9), "Training");
		String path = "/desk/cases/" + theCase.reference() + "/sessions/2";
		assertThat(get(path)).bodyText().doesNotContain("although the practice is closed");

		assertThat(move(path, "2027-03-10", false, false)).hasStatus(422)
			.bodyText()
			.contains("The practice is closed on Wed 10 Mar 2027: Training", "although the practice is closed",
					"value=\"2027-03-10\"");
		assertThat(days(theCase)).startsWith(MONDAY, MONDAY.plusDays(7));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.moving.move(theCase.id(), 2, MONDAY.plusDays(9), false, "PLANNED 2027-03-08"));

		assertThat(move(path, "2027-03-10", false, true)).hasStatus(302);
		assertThat(days(theCase)).startsWith(MONDAY, MONDAY.plusDays(9), MONDAY.plusDays(14));
	}

	@Test
	void laterSessionsThatMoveAlongGoRoundClosedDaysAndSaySo() {
		Case theCase = this.people.planned("p");
		approve(theCase);
		close(MONDAY.plusDays(16), MONDAY.plusDays(16), "Training");
		String path = "/desk/cases/" + theCase.reference() + "/sessions";

		assertThat(move(path + "/2", "2027-03-10", true, false)).hasStatus(302);

		assertThat(days(theCase)).startsWith(MONDAY, MONDAY.plusDays(9), MONDAY.plusDays(17), MONDAY.plusDays(30));
		assertThat(get(path)).bodyText().contains("Moved from Wed 17 Mar 2027: Training, closed");
		assertThat(get("/result/p")).bodyText().contains("Moved from Wed 17 Mar 2027: Training, closed");
		assertThat(move(path + "/3", "2027-03-19", false, false)).hasStatus(302);
		assertThat(get(path)).bodyText().doesNotContain("Moved from Wed 17 Mar 2027");
	}

	@Test
	void aPlanThatIsPutOffKeepsToOpenDays() {
		Case theCase = this.people.planned("p");
		close(LocalDate.of(2027, 4, 5), LocalDate.of(2027, 4, 6), "Easter");
		this.clock.pass(Period.ofDays(20));
		this.plans.letStand(theCase.id(), Act.APPROVE, 0, THEO, APPROVED, LocalDate.of(2027, 3, 29));

		assertThat(days(theCase)).startsWith(LocalDate.of(2027, 3, 29), LocalDate.of(2027, 4, 7),
				LocalDate.of(2027, 4, 19));
		assertThat(this.plans.of(theCase.id()).orElseThrow().sessions().get(1).shift())
			.isEqualTo(new Session.Shift(LocalDate.of(2027, 4, 5), Session.Why.CLOSED, "Easter"));
	}

	@Test
	void aChangeThatLeavesTheFirstDayLeavesTheWeekdaysToo() {
		close(MONDAY, MONDAY.plusDays(1), "Training");
		Case theCase = this.people.planned("p");
		CarePlan before = this.plans.of(theCase.id()).orElseThrow();
		assertThat(before.firstDay()).isEqualTo(MONDAY.plusDays(2));
		PlanChange none = PlanChange.none(before);

		this.plans.change(theCase.id(), 0, THEO,
				new PlanChange(none.technique(), none.sessions(), none.firstDay(), 45, none.habit()),
				new Reason("timetable", null, null));

		CarePlan after = this.plans.of(theCase.id()).orElseThrow();
		assertThat(after.minutes()).isEqualTo(45);
		assertThat(after.sessions()).isEqualTo(before.sessions());
		assertThat(after.sessions().get(1).day().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
	}

	@Test
	void whatSuitsIsUsedShownAndErased() {
		Case theCase = sent(new Suits(Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), Set.of(Suits.Part.EVENING)));

		assertThat(days(theCase)).startsWith(LocalDate.of(2027, 3, 3), LocalDate.of(2027, 3, 10));
		String said = "Wednesday, Friday; evening";
		approve(theCase);
		for (String page : List.of("/desk/cases/" + theCase.reference(),
				"/desk/cases/" + theCase.reference() + "/sessions",
				"/desk/cases/" + theCase.reference() + "/sessions/1", "/result/s/record/print")) {
			assertThat(get(page)).as(page).bodyText().contains(said);
		}
		assertThat(get("/result/s")).bodyText().contains("Moved from Mon 1 Mar 2027: this day suits better");
		assertThat(get("/result/s/record/download")).bodyText().contains("\"wednesday\"", "\"evening\"");
		assertThat(this.suits.of(List.of(theCase.id().value()))).hasSize(1);
		this.people.atTheDesk(TestDesk.OWNER);
		this.erasures.ask(theCase.id());
		this.erasures.erase(theCase.id());
		assertThat(this.jdbc.sql("select count(*) from case_suits").query(Integer.class).single()).isZero();
	}

	@Test
	void whoeverDoesNotSayGetsTheDayTheyWish() {
		Case theCase = sent(null);
		assertThat(days(theCase)).startsWith(MONDAY);
		assertThat(this.suits.of(theCase.id())).isEmpty();
		assertThat(get("/desk/cases/" + theCase.reference())).bodyText().doesNotContain("Days and times that suit");
	}

	private Case sent(Suits suits) {
		Case like = this.people.planned("like");
		Reading reading = this.triage.read(this.rounds.sheet(this.rounds.latest(like.id())));
		this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken("s"), new Consent("test", this.clock.instant()),
				new SentRound(reading, List.of(), new Contact("Sue Suits"), MONDAY, suits));
		return this.cases.behind("s").orElseThrow();
	}

	private void close(LocalDate from, LocalDate until, String words) {
		var form = this.mvc.post().uri("/desk/settings/hours").with(this.people.there()).with(csrf());
		String page = text(get("/desk/settings/hours"));
		String seen = page.substring(page.indexOf("name=\"seen\" value=\"") + 19);
		form.param("form", "closed").param("seen", seen.substring(0, seen.indexOf('"')));
		form.param("from", from.toString()).param("until", until.toString()).param("words", words);
		assertThat(form.exchange()).hasStatus(302);
	}

	private MvcTestResult move(String path, String day, boolean later, boolean closedToo) {
		String page = text(get(path));
		String seen = page.substring(page.indexOf("name=\"seen\" value=\"") + 19);
		var form = this.mvc.post().uri(path).with(this.people.there()).with(csrf());
		form.param("what", "moved").param("day", day).param("seen", seen.substring(0, seen.indexOf('"')));
		if (later) {
			form.param("laterToo", "true");
		}
		if (closedToo) {
			form.param("closedToo", "true");
		}
		return form.exchange();
	}

	private void approve(Case theCase) {
		this.lifeCycle.take(theCase.id(), new Decision(Act.APPROVE, 0, THEO, null));
	}

	private List<LocalDate> days(Case theCase) {
		return this.sessions.of(theCase.id()).stream().map(LiveSession::day).toList();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
