package org.backwise.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.calendar.Ical;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions find their way into calendars: a client's and a therapist's, read by two
 * libraries that know nothing of the one that wrote them.
 */
@BrowserTest
class CalendarWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	/** What ical.js makes of a file. */
	private static final String READ = """
			async ([library, text]) => {
				const ical = (await import('data:text/javascript;base64,' + library)).default;
				const calendar = new ical.Component(ical.parse(text));
				return calendar.getAllSubcomponents('vevent').map((one) => {
					const event = new ical.Event(one);
					return {
						uid: event.uid, sequence: event.sequence, summary: event.summary, location: event.location,
						start: event.startDate.toString(), end: event.endDate.toString(), day: event.startDate.isDate,
						status: one.getFirstPropertyValue('status'), method: calendar.getFirstPropertyValue('method')
					};
				});
			}""";

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	private final Browser browser;

	CalendarWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() {
		new NewDesk(this.application).open(OWNER, Role.OWNER);
	}

	@AfterEach
	void nobodyWorksHere() {
		new NewDesk(this.application);
	}

	@EachSize
	void clientsAndTherapistsKeepTheirSessionsInTheirCalendars(Size size) throws IOException {
		Hands hands = (size == Size.DESKTOP) ? new Keyboard() : new Hands.Pointing();
		LocalDate day = LocalDate.now().plusDays(40);
		String name = "Calendar " + size;
		String result = new Visitor(this.port).result(Sheet.ordinaryBackAche(), name, day.toString()).path();
		String client = result + "/calendar";
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open(client);
			assertThat(visit.text()).contains("Sessions to come", "Not confirmed yet", "Add to my calendar");
			String once = fetch(visit, visit.page().locator("a[href$='.ics']").getAttribute("href"));
			bothRead(once, "TENTATIVE", true);
			hands.press(visit, "main form button");
			PageCheck.of(visit.page(), size, client + "/made");
			assertThat(visit.text()).contains("No calendar has looked here yet.", "Keep it to yourself.");
			String address = visit.page().locator("#address").inputValue();
			assertThat(visit.page().locator("a[href^='webcal:']").getAttribute("href"))
				.isEqualTo(address.replace("http:", "webcal:"));
			assertThat(visit.page().locator("#address").getAttribute("readonly")).isNotNull();

			NewDesk.signIn(visit, hands, "/desk/calendar-feeds", OWNER);
			assertThat(visit.text()).contains("There is no feed yet.", "All sessions of the practice",
					"Nobody else has a feed.");
			visit.open("/desk?q=" + name.replace(" ", "+"));
			visit.click(visit.page().locator("tbody a:has-text('" + name + "')").first());
			hands.press(visit, "main form[action$=approve] button");
			hands.press(visit, "main [role=status] a[href$='/time']");
			visit.page().locator("#start").fill((size == Size.DESKTOP) ? "10:00" : "12:00");
			hands.press(visit, "main form button");

			Map<String, Map<String, Object>> before = byUid(once);
			String confirmed = fetch(visit, address);
			List<Map<String, Object>> after = bothRead(confirmed, "CONFIRMED", false);
			assertThat(after).hasSameSizeAs(before.keySet()).allSatisfy((event) -> {
				assertThat((Integer) event.get("sequence"))
					.isGreaterThan((Integer) before.get((String) event.get("uid")).get("sequence"));
				assertThat((String) event.get("start"))
					.startsWith(((String) before.get((String) event.get("uid")).get("start")).substring(0, 10) + "T1");
				assertThat((String) event.get("summary")).startsWith("Massage, ").doesNotContain("not confirmed");
			});
			visit.open(client);
			assertThat(visit.text()).contains("Confirmed", "A calendar last looked here on");
			PageCheck.of(visit.page(), size, client + "/confirmed");

			visit.open("/desk/calendar-feeds");
			hands.press(visit, "section:nth-of-type(2) form button");
			PageCheck.of(visit.page(), size, "/desk/calendar-feeds/made");
			assertThat(visit.text()).contains("shown only this once");
			String all = fetch(visit, visit.page().locator("#address").inputValue());
			assertThat(read(all)).extracting((event) -> event.get("summary"))
				.allMatch((summary) -> ((String) summary)
					.matches("Massage, \\d+ min · [A-Z0-9]{8}( · .+)?( \\(not confirmed yet\\))?"));
			assertThat(all).doesNotContain(name);
			visit.open("/desk/account");
			visit.click("Calendar feeds");
			assertThat(visit.text()).contains("A calendar last read it on");
			hands.press(visit, "section:nth-of-type(2) form[action$=revoke] button");
			assertThat(visit.text()).contains("The feed is removed.");

			visit.page().navigate("http://localhost:" + this.port + "/calendar/" + "A".repeat(43) + ".ics");
			assertThat(visit.page().locator("footer").innerText()).isNotEmpty();
			assertThat(visit.text()).contains("Go to the start page");
		}
	}

	private String fetch(Visit visit, String address) {
		String from = address.startsWith("/") ? "http://localhost:" + this.port + address : address;
		APIResponse response = visit.context().request().get(from);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers().get("content-type")).isEqualTo("text/calendar;charset=UTF-8");
		assertThat(response.headers().get("referrer-policy")).isEqualTo("no-referrer");
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	/** Both libraries read the same. */
	private List<Map<String, Object>> bothRead(String text, String status, boolean day) throws IOException {
		List<Map<String, Object>> events = read(text);
		Map<String, Ical.Event> other = Ical.of(text).byUid();
		assertThat(events).isNotEmpty().hasSameSizeAs(other.keySet()).allSatisfy((event) -> {
			Ical.Event same = other.get((String) event.get("uid"));
			assertThat(event.get("method")).isEqualTo("PUBLISH");
			assertThat(event.get("status")).isEqualTo(status).isEqualTo(same.says("STATUS"));
			assertThat(event.get("day")).isEqualTo(day);
			assertThat(event.get("summary")).isEqualTo(same.says("SUMMARY"));
			assertThat(event.get("sequence")).isEqualTo(same.sequence());
			assertThat(((String) event.get("start")).replaceAll("[-:]", "")).isEqualTo(same.says("DTSTART"));
			assertThat(((String) event.get("end")).replaceAll("[-:]", "")).isEqualTo(same.says("DTEND"));
		});
		return events;
	}

	private Map<String, Map<String, Object>> byUid(String text) throws IOException {
		return read(text).stream().collect(Collectors.toMap((event) -> (String) event.get("uid"), (event) -> event));
	}

	/** Reads a file with ical.js, on a page of nobody's. */
	private List<Map<String, Object>> read(String text) throws IOException {
		try (InputStream library = Objects.requireNonNull(getClass().getResourceAsStream("/ical.js/ical.min.js"));
				BrowserContext context = this.browser.newContext()) {
			Page page = context.newPage();
			Object events = page.evaluate(READ,
					List.of(Base64.getEncoder().encodeToString(library.readAllBytes()), text));
			return ((List<?>) events).stream().map(CalendarWalkTests::event).toList();
		}
	}

	private static Map<String, Object> event(Object read) {
		Map<String, Object> event = new HashMap<>();
		((Map<?, ?>) read).forEach((key, value) -> event.put((String) key, value));
		return event;
	}

}
