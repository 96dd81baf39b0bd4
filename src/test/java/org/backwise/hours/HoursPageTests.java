package org.backwise.hours;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import org.backwise.AtOnce;
import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.hours.OpeningHours.Open;
import org.backwise.hours.OpeningHours.Room;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The owner's page of hours, closed days, holidays and rooms. */
@DeskTest
class HoursPageTests {

	private static final String PATH = "/desk/settings/hours";

	/** A Monday. */
	private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

	private static final Map<String, String> WEEK = Map.of("form", "week", "monday", "9-13, 14-18", "tuesday", "9-18",
			"wednesday", "9-18", "thursday", "12-20", "friday", "9-14", "saturday", "", "sunday", "");

	@Autowired
	private People people;

	@Autowired
	private OpeningHours hours;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void untilSomebodySaysOtherwiseEveryDayIsOpen() {
		assertThat(TODAY.datesUntil(TODAY.plusYears(1))).allSatisfy((day) -> {
			assertThat(this.hours.on(day)).extracting(Open::toString).containsExactly("Open[from=08:00, until=20:00]");
			assertThat(this.hours.whyClosed(day)).isEmpty();
		});
		assertThat(this.hours.rooms()).isEmpty();
		assertThat(this.hours.lengths()).containsExactly(30, 45, 60, 90);
		assertThat(get()).hasStatusOk()
			.bodyText()
			.contains("Nobody has said yet when the practice is open", "08:00–20:00");
	}

	@Test
	void aTherapistDoesNotSeeThePage() {
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(get()).hasStatus(404);
		assertThat(send(WEEK)).hasStatus(404);
		assertThat(this.hours.whyClosed(TODAY.plusDays(6))).isEmpty();
	}

	@Test
	void theWeekIsKeptInOneFormAndSaid() {
		assertThat(send(WEEK)).hasStatus(302).redirectedUrl().isEqualTo(PATH + "?done=week#week");
		assertThat(this.hours.on(TODAY)).hasSize(2);
		assertThat(this.hours.on(TODAY.plusDays(5))).isEmpty();
		assertThat(this.hours.whyClosed(TODAY.plusDays(6))).contains("Sunday");
		assertThat(get("?done=week")).bodyText()
			.contains("Saved.", "09:00–13:00, 14:00–18:00", "Every week: Saturday, Sunday")
			.doesNotContain("Nobody has said yet");
		assertThat(actions()).contains(Action.HOURS_CHANGED);
	}

	@Test
	void whatIsWrongIsSaidDayByDayAndNothingTypedIsLost() {
		assertThat(send(with(WEEK, "monday", "17:00–9:00", "tuesday", "9-12, 11-15", "friday", "early"))).hasStatus(422)
			.bodyText()
			.contains("Monday: 17:00–09:00 ends before it begins", "Tuesday: two stretches overlap",
					"Friday: write the times like", "href=\"#tuesday\"", "value=\"9-12, 11-15\"", "value=\"early\"");
		assertThat(this.hours.on(TODAY)).hasSize(1);
		Map<String, String> closed = Map.of("form", "week", "monday", "");
		assertThat(send(closed)).hasStatus(422).bodyText().contains("Open on at least one day of the week");
	}

	@Test
	void twoOwnersDoNotOverwriteEachOtherUnseen() {
		String seen = seen();
		send(WEEK, seen);
		assertThat(send(with(WEEK, "monday", "7-9"), seen)).hasStatus(409)
			.bodyText()
			.contains("so nothing was saved", "value=\"7-9\"", "Stored now: 09:00–13:00, 14:00–18:00");
		assertThat(this.hours.on(TODAY)).hasSize(2);
		assertThat(send(with(WEEK, "monday", "7-9"))).hasStatus(302);
		assertThat(StretchText.of(this.hours.on(TODAY))).isEqualTo("07:00–09:00");
	}

	/** A mistake must not hide what somebody else did meanwhile. */
	@Test
	void aFormWithAMistakeStillKnowsWhatItLookedAt() {
		String seen = seen();
		send(WEEK, seen);
		String page = text(send(with(WEEK, "monday", "soon"), seen));
		assertThat(page).contains("Monday: write the times");
		assertThat(page.substring(page.indexOf("value=\"week\"")))
			.startsWith("value=\"week\"><input type=\"hidden\" name=\"seen\" value=\"" + seen + "\"");
	}

	@Test
	void sentTwiceItIsDoneOnce() {
		String seen = seen();
		assertThat(send(WEEK, seen)).hasStatus(302);
		assertThat(send(WEEK, seen)).hasStatus(302);
		String later = seen();
		Map<String, String> training = Map.of("form", "closed", "from", "2027-03-09", "words", "Training");
		assertThat(send(training, later)).hasStatus(302);
		assertThat(send(training, later)).hasStatus(302);
		assertThat(text(get())).containsOnlyOnce("Training</strong>");
		String third = seen();
		assertThat(send(Map.of("form", "room", "name", "Garden"), third)).hasStatus(302);
		assertThat(send(Map.of("form", "room", "name", "Garden"), third)).hasStatus(302);
		assertThat(this.hours.rooms()).hasSize(1);
	}

	@Test
	void twoAtOnceAreNotBothTheFirst() throws Exception {
		RequestPostProcessor olga = this.people.there();
		List<Integer> answers = AtOnce.all(List.of(() -> send(WEEK, "", olga).getResponse().getStatus(),
				() -> send(with(WEEK, "monday", "7-9"), "", olga).getResponse().getStatus()));
		assertThat(answers).containsExactlyInAnyOrder(302, 409);
	}

	@Test
	void aDayOrASpanIsClosedWithWords() {
		send(Map.of("form", "closed", "from", "2027-03-09", "words", "Training"));
		send(Map.of("form", "closed", "from", "2027-08-02", "until", "15/8/2027", "words", "Summer break"));
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 9))).contains("Training");
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 8, 2))).contains("Summer break");
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 8, 15))).contains("Summer break");
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 8, 16))).isEmpty();
		assertThat(this.hours.on(LocalDate.of(2027, 8, 10))).isEmpty();
		assertThat(actions()).contains(Action.CLOSED_DAYS_CHANGED);
		String page = text(get());
		assertThat(page).contains("Mon 2 Aug 2027 to Sun 15 Aug 2027", "Your closed day");
		Matcher id = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"").matcher(page);
		assertThat(id.find()).isTrue();
		assertThat(send(Map.of("form", "reopen", "id", id.group(1)))).hasStatus(302);
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 9))).isEmpty();
		assertThat(send(Map.of("form", "reopen", "id", id.group(1)), "")).hasStatus(302);
		assertThat(send(Map.of("form", "reopen", "id", "none"))).hasStatus(302);
	}

	@ParameterizedTest
	@CsvSource({ "'','',Training,Enter the first day", "2027-02-30,'',Training,Enter a real date",
			"2027-03-09,2027-02-31,Training,Enter a real date",
			"2027-03-09,2027-03-08,Training,The last day comes before the first day",
			"2027-02-01,2027-02-28,Training,These days are over", "2027-02-01,'',Training,These days are over",
			"2027-03-09,2028-03-10,Training,Close for a year at most",
			"2035-03-09,'',Training,Choose a day within the next 5 years",
			"2027-03-09,'','',Say why the practice is closed" })
	void whatIsWrongWithClosedDaysIsSaid(String from, String until, String why, String problem) {
		assertThat(send(Map.of("form", "closed", "from", from, "until", until, "words", why))).hasStatus(422)
			.bodyText()
			.contains(problem, "There is a problem");
		assertThat(text(get())).contains("No closed days ahead");
	}

	@Test
	void theHolidaysOfACountryAndItsRegionClose() {
		LocalDate summer = LocalDate.of(2027, 8, 30);
		assertThat(send(Map.of("form", "place", "country", "GB", "was", ""))).hasStatus(302);
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 26))).contains("Good Friday");
		assertThat(this.hours.whyClosed(summer)).isEmpty();
		assertThat(text(get())).contains("Scotland", "England", "Good Friday", "Fri 26 Mar 2027", "Public holiday");
		send(Map.of("form", "place", "country", "GB", "was", "GB", "region", "eng"));
		assertThat(this.hours.whyClosed(summer)).contains("Summer Bank Holiday");
		assertThat(actions()).contains(Action.HOLIDAYS_CHANGED);
		send(Map.of("form", "place", "country", "IE", "was", "GB", "region", "eng"));
		assertThat(this.hours.whyClosed(summer)).isEmpty();
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 17))).contains("Saint Patrick's Day");
		assertThat(send(Map.of("form", "place", "country", "", "was", "IE"))).hasStatus(302);
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 17))).isEmpty();
		assertThat(send(Map.of("form", "place", "country", "Atlantis", "was", ""))).hasStatus(422)
			.bodyText()
			.contains("Choose a country and a region from the lists");
		assertThat(send(Map.of("form", "place", "country", "GB", "was", "GB", "region", "by"))).hasStatus(422);
	}

	@Test
	void aSingleHolidayCanBeWorked() {
		send(Map.of("form", "place", "country", "GB", "region", "", "was", ""));
		assertThat(text(get("?year=2027"))).containsOnlyOnce("name=\"shown\" value=\"CHRISTMAS\"")
			.contains("Sat 25 Dec 2027, Mon 27 Dec 2027");
		assertThat(send(Map.of("form", "worked", "shown", "christian.GOOD_FRIDAY", "worked", "christian.GOOD_FRIDAY",
				"year", "2027")))
			.redirectedUrl()
			.isEqualTo(PATH + "?done=holidays&year=2027#holidays");
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 26))).isEmpty();
		assertThat(this.hours.whyClosed(LocalDate.of(2028, 4, 14))).isEmpty();
		assertThat(this.hours.whyClosed(LocalDate.of(2028, 1, 1))).isPresent();
		send(Map.of("form", "worked", "shown", "christian.GOOD_FRIDAY", "year", "2027"));
		assertThat(this.hours.whyClosed(LocalDate.of(2027, 3, 26))).isPresent();
	}

	@Test
	void theListOfAYearNamesEveryClosedDay() {
		send(Map.of("form", "place", "country", "GB", "region", "", "was", ""));
		String page = text(get("?year=2028"));
		assertThat(page.substring(page.indexOf("id=\"year\""))).contains("Closed in 2028", "Fri 14 Apr 2028",
				"Tue 26 Dec 2028");
		assertThat(text(get("?year=1999"))).contains("Closed in 2027");
		assertThat(text(get("?year=later"))).contains("Closed in 2027");
	}

	@Test
	void roomsAreNamedOrderedAndKeptForGood() {
		send(Map.of("form", "room", "name", "Garden"));
		send(Map.of("form", "room", "name", "Blue"));
		List<Room> rooms = this.hours.rooms();
		assertThat(rooms).extracting(Room::name).containsExactly("Garden", "Blue");
		String blue = rooms.get(1).id();
		assertThat(send(Map.of("form", "one-room", "act", "raise", "id", blue))).hasStatus(302);
		assertThat(this.hours.rooms()).extracting(Room::name).containsExactly("Blue", "Garden");
		send(Map.of("form", "one-room", "act", "name", "id", blue, "name", "Sea"));
		assertThat(this.hours.rooms()).extracting(Room::name).containsExactly("Sea", "Garden");
		assertThat(send(Map.of("form", "one-room", "act", "name", "id", blue, "name", "garden"))).hasStatus(422)
			.bodyText()
			.contains("There is a room with this name already", "value=\"garden\"");
		send(Map.of("form", "one-room", "act", "retire", "id", blue));
		assertThat(this.hours.rooms()).extracting(Room::name).containsExactly("Garden");
		assertThat(this.hours.room(blue)).hasValueSatisfying((room) -> assertThat(room.name()).isEqualTo("Sea"));
		assertThat(text(get())).contains("No longer used", "Bring back");
		send(Map.of("form", "room", "name", "Sea"));
		assertThat(send(Map.of("form", "one-room", "act", "back", "id", blue))).hasStatus(422);
		assertThat(send(Map.of("form", "room", "name", "GARDEN"))).hasStatus(422);
		assertThat(send(Map.of("form", "room", "name", " "))).hasStatus(422)
			.bodyText()
			.contains("Enter the name of the room");
		assertThat(send(Map.of("form", "room", "name", "x".repeat(61)))).hasStatus(422);
		assertThat(send(Map.of("form", "one-room", "act", "retire", "id", "unknown"))).hasStatus(422);
		assertThat(actions()).contains(Action.ROOMS_CHANGED);
	}

	@Test
	void lengthsAreReadInAnyOrder() {
		assertThat(send(Map.of("form", "lengths", "lengths", "60, 30 75;30"))).hasStatus(302);
		assertThat(this.hours.lengths()).containsExactly(30, 60, 75);
		for (String wrong : List.of("", "an hour", "10", "30, 130", "20 21 22 23 24 25 26 27 28", "-30")) {
			assertThat(send(Map.of("form", "lengths", "lengths", wrong))).as(wrong)
				.hasStatus(422)
				.bodyText()
				.contains("Enter whole minutes from 15 to 120");
		}
	}

	@Test
	void sessionsThatLieOnClosedDaysAreListedAndStay() {
		this.people.planned("p");
		assertThat(text(get())).doesNotContain("Sessions to come on closed days");
		send(Map.of("form", "closed", "from", "2027-03-08", "words", "Training"));
		assertThat(text(get())).contains("Sessions to come on closed days", "Casey Client", "Session 2",
				"Mon 8 Mar 2027", "/sessions/2");
		send(with(WEEK, "monday", ""));
		assertThat(text(get())).contains("Mon 15 Mar 2027");
	}

	private MvcTestResult get() {
		return get("");
	}

	private MvcTestResult get(String query) {
		return this.mvc.get().uri(PATH + query).with(this.people.there()).exchange();
	}

	private MvcTestResult send(Map<String, String> form) {
		return send(form, seen());
	}

	private MvcTestResult send(Map<String, String> form, String seen) {
		return send(form, seen, this.people.there());
	}

	private MvcTestResult send(Map<String, String> form, String seen, RequestPostProcessor who) {
		var request = this.mvc.post().uri(PATH).with(who).with(csrf()).param("seen", seen);
		form.forEach(request::param);
		return request.exchange();
	}

	/** What a form of the page says that it looked at. */
	private String seen() {
		Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(text(get()));
		return seen.find() ? seen.group(1) : "";
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> with(Map<String, String> form, String... others) {
		Map<String, String> changed = new HashMap<>(form);
		for (int i = 0; i < others.length; i += 2) {
			changed.put(others[i], others[i + 1]);
		}
		return changed;
	}

	private List<Action> actions() {
		return this.journal.before(Long.MAX_VALUE, 20).stream().map(JournalEntry::action).toList();
	}

}
