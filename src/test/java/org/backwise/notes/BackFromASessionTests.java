package org.backwise.notes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Marking;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Whoever comes from a list of the day goes on from there, not from the case. */
@DeskTest
class BackFromASessionTests {

	private static final String WEEK = "/desk/diary?day=2027-03-01&view=week&who=mine";

	private static final String[] KEPT = { "what", "kept", "act", "sign", "day", "2027-03-01", "seen",
			"PLANNED 2027-03-01", "version", "-1", "subjective", "Slept well" };

	@Autowired
	private People people;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Marking marking;

	@Autowired
	private MockMvcTester mvc;

	private String desk;

	private Case client;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.client = this.people.planned("p");
		this.lifeCycle.take(this.client.id(),
				new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
		this.desk = "/desk/cases/" + this.client.reference();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/today", "/desk/today?who=mine", "/desk/diary?day=2027-03-01", WEEK })
	void theWholeWayOfASessionLeadsBack(String from) {
		assertThat(get(this.desk + "/sessions/1", from)).bodyText().contains(back(from), hidden(from));
		assertThat(send(from, "/check-in", "nerve-signs", "none", "shown", "body-signs")).hasStatus(422)
			.bodyText()
			.contains(back(from), hidden(from));
		assertThat(send(from, "/check-in", "nerve-signs", "none", "body-signs", "none", "new-signs", "none", "pain",
				"5", "change", "same"))
			.hasRedirectedUrl(this.desk + "/sessions/1?from=" + encoded(from));
		assertThat(send(from, "", with(KEPT, "minutes", "an hour"))).hasStatus(422)
			.bodyText()
			.contains(back(from), hidden(from));
		assertThat(send(from, "", with(KEPT, "act", "save")))
			.hasRedirectedUrl(this.desk + "/sessions/1?from=" + encoded(from));
		assertThat(send(from, "", with(KEPT, "version", "0"))).hasRedirectedUrl(from);
		assertThat(send(from, "", with(KEPT, "version", "0"))).as("a second click").hasRedirectedUrl(from);
		assertThat(get(this.desk + "/sessions/1/note", from)).bodyText().contains(back(from), hidden(from));
		assertThat(send(from, "/amendments", "text", "More", "reason", "Forgotten", "version", "1"))
			.hasRedirectedUrl(this.desk + "/sessions/1/note?from=" + encoded(from));
	}

	@Test
	void whatDidNotTakePlaceLeadsBackToo() {
		assertThat(send(WEEK, "", "what", "late", "seen", "PLANNED 2027-03-01")).hasRedirectedUrl(WEEK);
		assertThat(send(WEEK, "", "what", "wrong", "seen", "CANCELLED_LATE 2027-03-01"))
			.hasRedirectedUrl(this.desk + "/sessions/1?from=" + encoded(WEEK));
	}

	@Test
	void theNotesToSignAreGoneThroughOneAfterTheOther() {
		TestSessions.keep(this.marking, this.client.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		String note = this.desk + "/sessions/1/note?from=";
		assertThat(get("/desk/notes", null)).bodyText().contains(note + "/desk/notes\"");
		assertThat(get("/desk/notes?whose=all", null)).bodyText().contains(note + "/desk/notes?whose%3Dall\"");
		String from = "/desk/notes?whose=all";
		assertThat(get(this.desk + "/sessions/1/note", from)).bodyText().contains(back(from), hidden(from));
		assertThat(send(from, "/note", "version", "-1", "act", "sign")).hasStatus(422)
			.bodyText()
			.contains(back(from), hidden(from));
		assertThat(send(from, "/note", "version", "-1", "act", "save", "subjective", "Half")).hasRedirectedUrl(from);
		assertThat(send(from, "/note", "version", "-1", "act", "sign", "subjective", "Mine")).hasStatus(409)
			.bodyText()
			.contains(back(from), hidden(from));
		assertThat(send(from, "/note", "version", "0", "act", "sign", "subjective", "Whole"))
			.hasRedirectedUrl(from + "&signed");
		assertThat(get(from + "&signed=", null)).bodyText().contains("The note is signed.");
		assertThat(get(from, null)).bodyText().doesNotContain("The note is signed.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org", "//example.org", "/desk/people", "/desk/today?who=x", "today" })
	void anyOtherAddressLeadsBackToTheSessionsOfTheCase(String from) {
		assertThat(get(this.desk + "/sessions/1", from)).bodyText()
			.contains(back(this.desk + "/sessions"))
			.doesNotContain("name=\"from\"");
		assertThat(send(from, "", "what", "late", "seen", "PLANNED 2027-03-01"))
			.hasRedirectedUrl(this.desk + "/sessions");
		assertThat(get(this.desk + "/sessions/1/note", from)).bodyText().contains(back(this.desk + "/sessions"));
	}

	@Test
	void todayAndTheDiaryWriteTheirAddressIntoTheirLinks() {
		assertThat(get("/desk/today", null)).bodyText().contains(this.desk + "/sessions/1?from=/desk/today\"");
		assertThat(leadsFrom("/desk/today?who=none")).isEqualTo("/desk/today?who=none");
		assertThat(leadsFrom("/desk/diary?day=2027-03-01")).isEqualTo("/desk/diary?day=2027-03-01");
		assertThat(leadsFrom("/desk/diary?day=2027-03-03&view=week&who=none"))
			.isEqualTo("/desk/diary?day=2027-03-01&view=week&who=none");
	}

	/** What the first link to a session on a page says of where it was. */
	private String leadsFrom(String page) {
		String text = java.util.regex.Pattern.compile("/sessions/1\\?from=([^\"]*)\"")
			.matcher(body(page))
			.results()
			.map((found) -> found.group(1))
			.findFirst()
			.orElseThrow();
		String from = java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
		assertThat(WayBack.known(from)).as("is taken").isEqualTo(from);
		return from;
	}

	private String body(String page) {
		try {
			return get(page, null).getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String back(String address) {
		return "class=\"back-link" + (address.isEmpty() ? "" : "\" href=\"" + address.replace("&", "&amp;") + "\"");
	}

	private static String hidden(String from) {
		return "name=\"from\" value=\"" + from.replace("&", "&amp;") + "\"";
	}

	private static String encoded(String from) {
		return URLEncoder.encode(from, StandardCharsets.UTF_8);
	}

	private static String[] with(String[] fields, String name, String value) {
		String[] other = fields.clone();
		int at = Arrays.asList(fields).indexOf(name);
		if (at < 0) {
			return Stream.concat(Arrays.stream(fields), Stream.of(name, value)).toArray(String[]::new);
		}
		other[at + 1] = value;
		return other;
	}

	private MvcTestResult get(String page, String from) {
		var request = this.mvc.get().uri(page).with(this.people.there());
		return ((from != null) ? request.param("from", from) : request).exchange();
	}

	private MvcTestResult send(String from, String what, String... params) {
		var request = this.mvc.post()
			.uri(this.desk + "/sessions/1" + what)
			.with(csrf())
			.with(this.people.there())
			.param("from", from);
		for (int i = 0; i < params.length; i += 2) {
			request = request.param(params[i], params[i + 1]);
		}
		return request.exchange();
	}

}
