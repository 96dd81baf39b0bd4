package org.backwise.calendar;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.StatementCount;
import org.backwise.TestDesk;
import org.backwise.cases.Case;
import org.backwise.journal.Action;

import static org.assertj.core.api.Assertions.assertThat;

/** The calendars of the staff. */
@DeskTest
class StaffFeedTests extends CalendarScenario {

	private static final String PAGE = "/desk/calendar-feeds";

	@Test
	void aTherapistSeesTheirOwnAndTheOwnerAll() {
		Case one = inCare("one");
		Case two = inCare("two");
		time(one, 1, "10:00", "Theo Therapist");
		time(two, 1, "12:00", "Olga Owner");
		String all = make("practice");
		this.people.atTheDesk(TestDesk.THERAPIST);
		String own = make("therapist");
		assertThat(read(own).events()).hasSize(5).allSatisfy((event) -> {
			assertThat(event.says("SUMMARY")).isEqualTo("Massage, 60 min · " + one.reference());
			assertThat(event.says("STATUS")).isEqualTo("CONFIRMED");
		});
		assertThat(read(all).events()).hasSize(10)
			.extracting((event) -> event.says("SUMMARY"))
			.contains("Massage, 60 min · " + one.reference() + " · Theo Therapist",
					"Massage, 60 min · " + two.reference() + " · Olga Owner");
		assertThat(text(all)).doesNotContain("Casey", "example.org");

		this.people.atTheDesk(TestDesk.OWNER);
		time(one, 2, "11:00", "Olga Owner");
		Map<String, List<Ical.Event>> byStatus = read(own).events()
			.stream()
			.collect(Collectors.groupingBy((event) -> event.says("STATUS")));
		assertThat(byStatus.get("CONFIRMED")).hasSize(1);
		assertThat(byStatus.get("CANCELLED")).as("with somebody else now").hasSize(4);
		assertThat(read(all).events()).noneMatch((event) -> event.says("STATUS").equals("CANCELLED"));
	}

	@Test
	void anAddressIsShownOnceAndNewOnesEndTheOld() {
		inCare("client");
		MvcTestResult page = post(PAGE, "kind", "therapist", "seen", "");
		String first = address(page);
		assertThat(page).hasStatusOk().bodyText().contains("webcal://localhost" + first, "shown only this once");
		assertThat(desk(PAGE)).hasStatusOk().bodyText().doesNotContain("/calendar/").contains("Made on 1 March 2027");
		assertThat(post(PAGE, "kind", "therapist", "seen", "")).hasStatus(409)
			.bodyText()
			.contains("in another window")
			.doesNotContain("/calendar/");
		assertThat(get(first)).hasStatusOk();
		String second = make("therapist");
		assertThat(get(first)).hasStatus(404);
		assertThat(get(second)).hasStatusOk();
		assertThat(post(PAGE + "/revoke", "id", seen("therapist"))).hasStatus3xxRedirection();
		assertThat(get(second)).hasStatus(404);
		assertThat(actions(id("Olga Owner"))).contains(Action.CALENDAR_FEED_MADE, Action.CALENDAR_FEED_REVOKED);
	}

	@Test
	void nobodyMakesOrRemovesWhatIsNotTheirs() {
		make("practice");
		String id = seen("practice");
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(post(PAGE, "kind", "practice", "seen", "")).hasStatus(404);
		assertThat(post(PAGE + "/revoke", "id", id)).hasStatus(404);
		assertThat(post(PAGE + "/revoke", "id", "x")).hasStatus(404);
		assertThat(desk(PAGE)).bodyText().doesNotContain("All sessions of the practice", "Feeds of others");
		String own = make("therapist");
		String theirs = seen("therapist");
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(desk(PAGE)).bodyText().contains("Theo Therapist", "Own sessions");
		assertThat(post(PAGE + "/revoke", "id", theirs)).hasStatus3xxRedirection();
		assertThat(get(own)).hasStatus(404);
	}

	@Test
	void whoeverLeavesReadsNothing() {
		this.people.atTheDesk(TestDesk.THERAPIST);
		String own = make("therapist");
		assertThat(get(own)).hasStatusOk();
		this.people.onlyTheOwner();
		assertThat(get(own)).hasStatus(404);
	}

	@Test
	void anOwnerWhoIsNoneAnyMoreDoesNotReadThePractice() {
		String all = make("practice");
		String own = make("therapist");
		this.jdbc.sql("update staff_account set role = 'THERAPIST' where sign_in_name = ?")
			.param(TestDesk.OWNER)
			.update();
		try {
			assertThat(get(all)).hasStatus(404);
			assertThat(get(own)).hasStatusOk();
		}
		finally {
			this.jdbc.sql("update staff_account set role = 'OWNER' where sign_in_name = ?")
				.param(TestDesk.OWNER)
				.update();
		}
	}

	@Test
	void costsTheSameHoweverManySessionsThereAre() throws Exception {
		time(inCare("client-0"), 1, "10:00", "Theo Therapist");
		String all = make("practice");
		this.people.atTheDesk(TestDesk.THERAPIST);
		String own = make("therapist");
		this.people.atTheDesk(TestDesk.OWNER);
		read(own);
		List<String> few = StatementCount.of(() -> get(own));
		for (int i = 1; i <= 40; i++) {
			time(inCare("client-" + i), 1, "10:00", "Theo Therapist");
		}
		assertThat(StatementCount.of(() -> get(own))).as("while it is told of them").hasSizeLessThan(few.size() + 3);
		assertThat(StatementCount.of(() -> get(own))).as("later").hasSameSizeAs(few).hasSizeLessThan(12);
		assertThat(read(own).events()).hasSize(205);
		read(all);
		assertThat(StatementCount.of(() -> get(all))).hasSameSizeAs(few);
		long begin = System.nanoTime();
		for (int i = 0; i < 20; i++) {
			get(own);
		}
		assertThat((System.nanoTime() - begin) / 20_000_000).as("milliseconds for 205 sessions").isLessThan(1_000);
	}

	private String make(String kind) {
		return address(post(PAGE, "kind", kind, "seen", seen(kind)));
	}

	/** The id of the feed that the page shows. */
	private String seen(String kind) {
		String page = body(desk(PAGE));
		String form = page.substring(page.indexOf("value=\"" + kind + "\""));
		return form.substring(0, form.indexOf("</form>"))
			.replaceAll("(?s).*name=\"seen\"( value=\"([^\"]*)\")?.*", "$2");
	}

}
