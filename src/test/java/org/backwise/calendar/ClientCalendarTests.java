package org.backwise.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseLinks;
import org.backwise.journal.Action;
import org.backwise.retention.Erasures;

import static org.assertj.core.api.Assertions.assertThat;

/** A client's sessions in a calendar, from the plan to its end. */
@DeskTest
class ClientCalendarTests extends CalendarScenario {

	private static final String PAGE = "/result/client/calendar";

	private static final String FILE = "/result/client/sessions.ics";

	@Autowired
	private Erasures erasures;

	@Autowired
	private CaseLinks links;

	@Test
	void aProposedPlanIsTentativeAndTakesWholeDays() {
		this.people.planned("client");
		Ical calendar = read(FILE);
		assertThat(calendar.says("METHOD")).isEqualTo("PUBLISH");
		assertThat(calendar.events()).hasSize(5).allSatisfy((event) -> {
			assertThat(event.says("STATUS")).isEqualTo("TENTATIVE");
			assertThat(event.says("DTSTART")).matches("202703\\d\\d");
			assertThat(event.says("SUMMARY")).startsWith("Massage, 60 min").endsWith("(not confirmed yet)");
		});
		assertThat(get(PAGE)).hasStatusOk().bodyText().contains("Not confirmed yet", "Mon 1 Mar 2027");
	}

	@Test
	void eachChangeRaisesTheNumberAndKeepsTheId() {
		Case client = inCare("client");
		post(PAGE, "act", "make");
		String feed = address(get(PAGE));
		Ical before = read(feed);
		time(client, 1, "10:00", "Theo Therapist");
		Ical timed = read(feed);
		assertThat(timed.byUid().keySet()).isEqualTo(before.byUid().keySet());
		assertThat(timed.events()).allSatisfy((event) -> assertThat(event.says("STATUS")).isEqualTo("CONFIRMED"));
		assertThat(timed.events().get(0).says("DTSTART")).isEqualTo("20270301T100000Z");
		assertThat(timed.events().get(4).says("DTSTART")).as("summer time").isEqualTo("20270329T090000Z");
		String second = timed.events().get(1).says("UID");
		int number = timed.byUid().get(second).sequence();
		assertThat(number).isGreaterThan(before.byUid().get(second).sequence());

		move(client, 2, LocalDate.of(2027, 3, 10));
		number = raised(feed, second, number, "20270310T100000Z", "CONFIRMED");
		cancel(client, 2);
		number = raised(feed, second, number, "20270310T100000Z", "CANCELLED");
		assertThat(read(feed).byUid().get(second).says("SUMMARY")).startsWith("Cancelled: Massage, 60 min");
		reopen(client, 2);
		number = raised(feed, second, number, "20270310T100000Z", "CONFIRMED");
		move(client, 2, LocalDate.of(2027, 3, 8));
		number = raised(feed, second, number, "20270308T100000Z", "CONFIRMED");
		time(client, 2, "10:00", "Olga Owner");
		number = raised(feed, second, number, "20270308T100000Z", "CONFIRMED");
		take(client, Act.PAUSE, "client-wish");
		number = raised(feed, second, number, "20270308T100000Z", "CANCELLED");
		assertThat(get(PAGE)).bodyText().contains("No sessions are to come.");
		take(client, Act.RESUME, null);
		number = raised(feed, second, number, "20270308T100000Z", "CONFIRMED");
		assertThat(read(feed).byUid().get(second).sequence()).as("nothing has changed").isEqualTo(number);
		assertThat(read(FILE).byUid().get(second).sequence()).as("the file says the same").isEqualTo(number);
	}

	private int raised(String feed, String uid, int before, String start, String status) {
		Ical.Event event = read(feed).byUid().get(uid);
		assertThat(event.says("DTSTART")).isEqualTo(start);
		assertThat(event.says("STATUS")).isEqualTo(status);
		assertThat(event.sequence()).isGreaterThan(before);
		return event.sequence();
	}

	/** Two sessions went by, and nothing was heard of the client. */
	@Test
	void whileNothingIsHeardOfTheClientTheDaysToComeAreTentative() {
		Case client = inCare("client");
		post(PAGE, "act", "make");
		String feed = address(get(PAGE));
		time(client, 1, "10:00", "Theo Therapist");
		this.clock.pass(Period.ofDays(7));
		assertThat(statuses(feed)).as("one went by").containsOnly("CONFIRMED");
		this.clock.pass(Period.ofDays(1));
		assertThat(statuses(feed)).containsExactly("CONFIRMED", "CONFIRMED", "TENTATIVE", "TENTATIVE", "TENTATIVE");
		assertThat(get(PAGE)).bodyText().contains("Not confirmed yet");
		cancel(client, 5);
		assertThat(statuses(feed)).as("they are heard of again")
			.containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED");
	}

	@Test
	void saysNothingOfHealthAndNobodysName() {
		Case client = inCare("client");
		time(client, 1, "10:00", "Theo Therapist");
		assertThat(text(FILE).toLowerCase()).doesNotContain("casey", "client", "example.org", "pain", "back ache",
				"theo", client.id().value().toString(), client.reference().toLowerCase(), "swedish", "deep");
	}

	@Test
	void aStoppedPlanTakesItsSessionsOutAndTheyGoAfterSixtyDays() {
		Case client = inCare("client");
		post(PAGE, "act", "make");
		String feed = address(get(PAGE));
		assertThat(read(feed).events()).hasSize(5);
		this.lifeCycle.withdraw(client.id());
		assertThat(statuses(feed)).containsOnly("CANCELLED").hasSize(5);
		assertThat(get(PAGE)).hasStatusOk().bodyText().contains("No sessions are to come.");
		this.clock.pass(Period.ofDays(61));
		assertThat(statuses(feed)).hasSize(4);
		this.clock.pass(Period.ofDays(60));
		assertThat(statuses(feed)).isEmpty();
		assertThat(get(FILE)).hasStatus(404);
		assertThat(this.jdbc.sql("select count(*) from calendar_event").query(Integer.class).single()).isZero();
	}

	@Test
	void aLostLinkTakesTheFeedAlong() {
		Case client = inCare("client");
		post(PAGE, "act", "make");
		String feed = address(get(PAGE));
		this.links.another(client.id());
		read(feed);
		this.links.revokeOthers(client.id(), null);
		assertThat(get(feed)).hasStatus(404);
	}

	private List<String> statuses(String feed) {
		return read(feed).events().stream().map((event) -> event.says("STATUS")).collect(Collectors.toList());
	}

	@Test
	void theLinkIsMadeOnceShownAgainMadeAnewAndRemoved() {
		Case client = inCare("client");
		assertThat(get(PAGE)).bodyText().doesNotContain("/calendar/");
		assertThat(post(PAGE, "act", "make")).hasStatus3xxRedirection();
		String first = address(get(PAGE));
		post(PAGE, "act", "make");
		assertThat(address(get(PAGE))).as("twice, or after Back").isEqualTo(first);
		assertThat(body(get(PAGE))).contains("webcal://localhost" + first, "No calendar has looked here yet.");
		assertThat(first).matches("/calendar/[A-Za-z0-9_-]{43}\\.ics");
		assertThat(this.jdbc.sql("select hash from calendar_feed").query(String.class).single()).matches("[0-9a-f]{64}")
			.isNotEqualTo(first.substring(10, 53));
		read(first);
		assertThat(body(get(PAGE))).contains("A calendar last looked here on 1 March 2027.");

		String seen = body(get(PAGE)).replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
		post(PAGE, "act", "make", "seen", seen);
		String second = address(get(PAGE));
		assertThat(second).isNotEqualTo(first);
		assertThat(get(first)).hasStatus(404);
		post(PAGE, "act", "make", "seen", seen);
		assertThat(address(get(PAGE))).as("from an old page").isEqualTo(second);
		post(PAGE, "act", "revoke");
		post(PAGE, "act", "revoke");
		assertThat(get(second)).hasStatus(404);
		assertThat(actions(client.id().value())).contains(Action.CALENDAR_FEED_MADE, Action.CALENDAR_FEED_REVOKED)
			.filteredOn(Action.CALENDAR_FEED_MADE::equals)
			.hasSize(2);
	}

	@Test
	void whatHasNotChangedIsNotSentAgain() {
		Case client = inCare("client");
		post(PAGE, "act", "make");
		String feed = address(get(PAGE));
		MvcTestResult first = get(feed);
		assertThat(first.getResponse().getHeader("Cache-Control")).contains("private").doesNotContain("no-store");
		assertThat(first.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(first.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
		String tag = first.getResponse().getHeader("ETag");
		this.clock.pass(Period.ofDays(1));
		assertThat(again(feed, tag)).hasStatus(304);
		cancel(client, 3);
		assertThat(again(feed, tag)).hasStatusOk();
	}

	private MvcTestResult again(String feed, String tag) {
		return stay(() -> this.mvc.get().uri(feed).header("If-None-Match", tag).exchange());
	}

	@Test
	void anErasedClientsLinksLeadNowhere() {
		Case client = inCare("client");
		post(PAGE, "act", "make");
		String feed = address(get(PAGE));
		read(feed);
		this.erasures.ask(client.id());
		this.erasures.erase(client.id());
		Stream.of(feed, FILE, PAGE).forEach((path) -> assertThat(get(path)).as(path).hasStatus(404));
		assertThat(this.jdbc.sql("select count(*) from calendar_event").query(Integer.class).single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from calendar_feed").query(Integer.class).single()).isZero();
	}

	@Test
	void unknownLinksAndAReferralHaveNothing() {
		this.people.referred("client");
		assertThat(get(FILE)).hasStatus(404);
		assertThat(get(PAGE)).hasStatusOk().bodyText().contains("No sessions");
		assertThat(get("/result/nobody/calendar")).hasStatus(404);
		assertThat(get("/result/nobody/sessions.ics")).hasStatus(404);
		assertThat(get("/calendar/made-up.ics")).hasStatus(404);
		assertThat(get("/calendar/" + "A".repeat(43) + ".ics")).hasStatus(404);
	}

	@Test
	void theRecordNamesTheLink() {
		inCare("client");
		post(PAGE, "act", "make");
		assertThat(get("/result/client/record/print")).hasStatusOk()
			.bodyText()
			.contains("Calendar link", "made on 1 March 2027, not read yet");
		assertThat(get("/result/client/record/download")).bodyText().contains("calendar-link");
	}

}
