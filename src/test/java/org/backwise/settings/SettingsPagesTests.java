package org.backwise.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.cases.Case;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Settings;
import org.backwise.retention.Retention;
import org.backwise.triage.InForce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * An owner sets things at the desk: looks first, and what counts then is what clients
 * see.
 */
@SettingsTest
class SettingsPagesTests {

	private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@Autowired
	private Settings settings;

	@Autowired
	private PracticeNow practice;

	@Autowired
	private Journal journal;

	@Autowired
	private Retention retention;

	@Autowired
	private InForce inForce;

	@Autowired
	private TestClock clock;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void nothingIsSet() {
		this.people.startOver();
		this.settings.look();
	}

	@Test
	void beforeAnybodySetACountryClientsAreAskedNothing() {
		assertThat(get("/")).hasStatusOk()
			.bodyText()
			.contains("still being set up", "call your local emergency number")
			.doesNotContain("Start now", "999", "your massage practice");
		assertThat(get("/intake/consent")).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/");
		assertThat(post("/intake/consent", "agree", "true")).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/");
		assertThat(get("/how-we-decide")).hasStatusOk()
			.bodyText()
			.doesNotContainPattern("[Cc]all (999|111|NHS 111)")
			.contains("your local emergency number");
		assertThat(get("/desk/settings")).bodyText().contains("Clients cannot begin yet");
	}

	@Test
	void aCountryBringsItsServicesAndCountsOnceItIsPutInForce() {
		assertThat(set("country", "country", "GB", "shown", "GB")).hasStatus3xxRedirection();
		assertThat(set("contact", "name", "Larkfield Massage", "phone", "01632 960 123")).hasStatus3xxRedirection();
		assertThat(get("/")).bodyText().contains("Start now", "href=\"tel:999\"", "Larkfield Massage");
		Case referred = this.people.sent("emergency-link-of-a-client",
				java.util.Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		assertThat(referred.level()).isNotNull();
		assertThat(get("/result/emergency-link-of-a-client")).bodyText().contains("tel:999", "Call 999");

		MvcTestResult chosen = post("/desk/settings/country", "country", "AU", "shown", "GB", "seen", seen("country"),
				"emergency-number", "999", "go", "preview");
		assertThat(chosen).hasStatusOk()
			.bodyText()
			.contains("These are the services of the country", "value=\"000\"", "1800 022 222", "healthdirect.gov.au");
		MvcTestResult preview = post("/desk/settings/country", "country", "AU", "shown", "AU", "seen", seen("country"),
				"emergency-number", "000", "zone", "Australia/Perth", "go", "preview");
		assertThat(preview).hasStatusOk().bodyText().contains("Call 000 or go to", "Nothing has changed yet");
		assertThat(get("/result/emergency-link-of-a-client")).as("a look changes nothing")
			.bodyText()
			.contains("tel:999");

		assertThat(set("country", "country", "AU", "shown", "AU")).as("without its zone")
			.hasStatus(422)
			.bodyText()
			.contains("This country has several: Australia");
		assertThat(set("country", "country", "AU", "shown", "AU", "zone", "Australia/Perth")).hasStatus3xxRedirection();
		assertThat(get("/result/emergency-link-of-a-client")).bodyText()
			.contains("tel:000", "Call 000")
			.doesNotContain("999");
		assertThat(get("/how-we-decide")).bodyText().contains("Call 000 or go to").doesNotContain("Call 999");
		assertThat(this.practice.now().zone()).hasToString("Australia/Perth");
		assertThat(actions(4)).containsExactlyInAnyOrder(Action.ZONE_CHANGED, Action.COUNTRY_CHANGED,
				Action.PHONE_CHANGED, Action.NAME_CHANGED);
	}

	/** What a later version knows better is not held back by an old copy. */
	@Test
	void onlyWhatDiffersFromTheCountryIsKept() {
		set("country", "country", "GB", "shown", "GB", "emergency-number", "999", "urgent-service",
				"the GP out-of-hours line", "urgent-number", "028 9000 0000", "doctor", "GP");
		assertThat(this.settings.saved("country").values()).containsOnlyKeys("practice.country",
				"practice.urgent-service", "practice.urgent-number");
		assertThat(this.practice.now().urgentCall()).isEqualTo("02890000000");
	}

	@Test
	void anyOtherCountryIsTypedByHand() {
		assertThat(post("/desk/settings/country", "country", "other", "shown", "other", "seen", "0")).hasStatus(422)
			.bodyText()
			.contains("Enter the emergency number");
		assertThat(set("country", "country", "other", "shown", "other", "zone", "Europe/Zurich", "emergency-number",
				"144", "urgent-service", "the cantonal doctor"))
			.hasStatus3xxRedirection();
		set("contact", "name", "Bergmassage");
		assertThat(this.practice.now().isSetUp()).isTrue();
		assertThat(get("/")).bodyText().contains("href=\"tel:144\"");
	}

	@Test
	void whichLanguagesThereAreIsSaid() {
		assertThat(get("/desk/settings")).bodyText()
			.contains("English is the only language installed", "backwise.practice.languages");
	}

	/** What held before the question was asked goes on, and the owner is told. */
	@Test
	void aZoneThatNobodyChoseIsSaidAndAsked() {
		this.transaction.executeWithoutResult((status) -> this.settings.change("country", 0,
				List.of("practice.country"), java.util.Map.of("practice.country", "US")));
		assertThat(this.practice.now().zone()).hasToString("America/New_York");
		assertThat(get("/desk/settings")).bodyText()
			.contains("Nobody chose your time zone yet. Until then days and times are those of America/New York");
		assertThat(get("/desk/settings/time")).bodyText()
			.contains("Los Angeles (Pacific Time)", "<option value=\"\">Choose</option>")
			.doesNotContain("Europe/London", "selected=\"selected\"");
		assertThat(set("time")).hasStatus(422).bodyText().contains("This country has several: United States");
		assertThat(set("time", "zone", "Europe/London")).hasStatus(422)
			.bodyText()
			.contains("This one is not in the country you chose: United States");
		assertThat(post("/desk/settings/time", "zone", "America/New_York", "seen", "0")).hasStatusOk()
			.bodyText()
			.contains("America/New York", "Nothing has changed yet");
		assertThat(set("time", "zone", "America/New_York")).hasStatus3xxRedirection();
		assertThat(get("/desk/settings")).bodyText().doesNotContain("Nobody chose your time zone");
	}

	/** A zone of the country before would stay unseen. */
	@Test
	void anotherCountryNeedsAnotherZone() {
		set("country", "country", "US", "shown", "US", "zone", "America/Los_Angeles");
		assertThat(post("/desk/settings/country", "country", "BR", "shown", "US", "zone", "America/Los_Angeles", "seen",
				seen("country")))
			.hasStatusOk()
			.bodyText()
			.contains("Manaus", "name=\"zone\"")
			.doesNotContain("Los Angeles");
		assertThat(set("country", "country", "BR", "shown", "BR", "zone", "America/Los_Angeles")).hasStatus(422);
		assertThat(post("/desk/settings/country", "country", "DE", "shown", "US", "zone", "America/Los_Angeles", "seen",
				seen("country")))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("name=\"zone\"");
		assertThat(set("country", "country", "DE", "shown", "DE")).hasStatus3xxRedirection();
		assertThat(this.practice.now().zone()).hasToString("Europe/Berlin");
	}

	@Test
	void theFileComesFirstAndThePageSaysSo() {
		String page = text(get("/desk/settings/contact"));
		assertThat(page).contains("file@example.org", "Set in the server&#39;s file; change it there.")
			.doesNotContain("name=\"email\"");
		set("contact", "name", "Larkfield Massage", "email", "sneaky@example.org");
		assertThat(this.practice.now().email()).isEqualTo("file@example.org");
		assertThat(this.settings.saved("contact").values()).doesNotContainKey("practice.email");
	}

	/** Somebody could ask the file's secrets out of it otherwise. */
	@Test
	void whatIsTypedIsNeverReadAsAnOrderToTheFile() {
		set("contact", "name", "A ${spring.datasource.url} B");
		assertThat(this.practice.now().name()).isEqualTo("A ${spring.datasource.url} B");
	}

	@Test
	void theSecondOfTwoOwnersSeesTheFirst() {
		String seen = seen("contact");
		set("contact", "name", "First Name", "phone", "01632 960 001");
		MvcTestResult second = post("/desk/settings/contact", "name", "Second Name", "phone", "01632 960 002", "seen",
				seen, "go", "save");
		assertThat(second).hasStatus(409)
			.bodyText()
			.contains("Somebody else changed this page", "Set meanwhile to: First Name", "value=\"Second Name\"");
		assertThat(this.practice.now().name()).isEqualTo("First Name");
		assertThat(post("/desk/settings/contact", "name", "First Name", "phone", "01632 960 001", "seen", seen, "go",
				"save"))
			.as("a double click")
			.hasStatus3xxRedirection();
		assertThat(set("contact", "name", "Second Name")).hasStatus3xxRedirection();
		assertThat(this.practice.now().name()).isEqualTo("Second Name");
	}

	@ParameterizedTest
	@CsvSource({ "contact,name,''", "contact,name,123", "contact,phone,none", "contact,phone,'+44 <b>'",
			"country,country,XX", "country,emergency-number,call us", "time,zone,Europe/Atlantis",
			"look,colour,#ffd60a", "look,colour,red", "look,logo,0000", "keeping,plans,0", "keeping,plans,31",
			"keeping,minors-until,17", "keeping,withdrawn,6", "keeping,drafts,x", "keeping,referrals,''" })
	void isCheckedBesideTheField(String page, String field, String typed) {
		assertThat(post("/desk/settings/" + page, "name", "Larkfield", "country", "GB", "shown", "GB", "referrals", "2",
				"plans", "8", "withdrawn", "30", "drafts", "7", "minors-until", "25", "device-minutes", "10", "zone",
				"Europe/London", field, typed, "seen", "0", "go", "save"))
			.hasStatus(422)
			.bodyText()
			.contains("There is a problem", "href=\"#" + field + "\"", "id=\"" + field + "-error\"");
	}

	@Test
	void aColourThatIsTooLightIsAnsweredWithTheNearest() {
		MvcTestResult light = post("/desk/settings/look", "colour", "other", "other-colour", "#ffd60a", "seen", "0");
		assertThat(light).hasStatus(422).bodyText().contains("hard to read on white", "Use #");
		Matcher nearest = Pattern.compile("name=\"nearest\" value=\"(#[0-9a-f]{6})\"").matcher(text(light));
		assertThat(nearest.find()).isTrue();
		assertThat(post("/desk/settings/look", "colour", "other", "other-colour", "#ffd60a", "nearest",
				nearest.group(1), "seen", "0"))
			.hasStatusOk()
			.bodyText()
			.contains(nearest.group(1), "In the dark theme");
		assertThat(get("/desk/settings/look/shade/" + nearest.group(1).substring(1))).hasStatusOk()
			.bodyText()
			.startsWith(".look-sample {");
		assertThat(get("/desk/settings/look/shade/nothing")).hasStatus(404);
		assertThat(get("/practice/look.css")).hasStatusOk().bodyText().isEmpty();
		set("look", "colour", nearest.group(1));
		assertThat(get("/practice/look.css")).hasStatusOk()
			.hasHeader("Content-Type", "text/css;charset=UTF-8")
			.bodyText()
			.contains("--primary: " + nearest.group(1), "prefers-color-scheme: dark");
		assertThat(get("/how-we-decide")).bodyText().contains("/practice/look.css?v=" + nearest.group(1).substring(1));
	}

	@Test
	void aLogoIsLookedAtBeforeItCounts() {
		assertThat(logo("not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8))).hasStatus(422)
			.bodyText()
			.contains("not a PNG picture", "href=\"#picture\"");
		assertThat(logo(new byte[LogoPicture.MOST_BYTES + 1])).hasStatus(422).bodyText().contains("at most 200 KB");
		String next = logo(Pngs.png(300, 100)).getResponse().getRedirectedUrl();
		assertThat(next).startsWith("/desk/settings/look?logo=");
		String hash = next.substring(next.indexOf('=') + 1);
		assertThat(get(next)).bodyText().contains("Not in force yet", "value=\"" + hash + "\"");
		assertThat(get("/practice/logo.png")).hasStatus(404);
		assertThat(get("/desk/settings/look/logo/" + hash)).hasStatusOk().hasHeader("Content-Type", "image/png");

		set("look", "logo", hash);
		assertThat(get("/practice/logo.png?v=" + hash)).hasStatusOk()
			.hasHeader("Content-Type", "image/png")
			.hasHeader("X-Content-Type-Options", "nosniff");
		assertThat(get("/how-we-decide")).bodyText().contains("/practice/logo.png?v=" + hash);
		set("look", "logo", hash, "no-logo", "true");
		assertThat(get("/practice/logo.png")).hasStatus(404);
		assertThat(actions(3)).containsExactly(Action.LOGO_CHANGED, Action.LOGO_CHANGED, Action.LOGO_SENT);
	}

	@Test
	void thePreviewSaysHowManyRecordsWouldGo() {
		this.people.referred("a-link-that-is-three-years-old");
		this.clock.pass(java.time.Duration.ofDays(400));
		assertThat(post("/desk/settings/keeping", "referrals", "1", "plans", "8", "withdrawn", "30", "drafts", "7",
				"minors-until", "25", "device-minutes", "10", "seen", "0"))
			.hasStatusOk()
			.bodyText()
			.contains("One record goes next night");
		assertThat(this.retention.removeDue()).isZero();
		set("keeping", "referrals", "1", "plans", "8", "withdrawn", "30", "drafts", "9", "minors-until", "25",
				"device-minutes", "10");
		assertThat(this.retention.removeDue()).isOne();
		set("country", "country", "GB", "shown", "GB");
		set("contact", "name", "Larkfield Massage");
		assertThat(get("/intake/consent")).bodyText().contains("9 days");
	}

	@Test
	void clientsReadWhoReviewedTheRulesOnlyForTheVersionThatWasReviewed() {
		set("country", "country", "GB", "shown", "GB");
		set("contact", "name", "Larkfield Massage");
		assertThat(get("/intake/consent")).bodyText().contains("No clinician has reviewed these rules yet");
		assertThat(post("/desk/settings/review", "reviewed-by", "Ada Byron", "reviewed-role", "physiotherapist",
				"reviewed-on", "", "reviewed-version", "2026.12", "seen", "0", "go", "preview"))
			.hasStatus(422)
			.bodyText()
			.contains("Fill in all four");
		set("review", "reviewed-by", "Ada Byron", "reviewed-role", "physiotherapist", "reviewed-on", "2020-05-04",
				"reviewed-version", "1999.1");
		assertThat(get("/intake/consent")).bodyText().contains("No clinician has reviewed these rules yet");
		set("review", "reviewed-by", "Ada Byron", "reviewed-role", "physiotherapist", "reviewed-on", "2020-05-04",
				"reviewed-version", this.inForce.base().about().version());
		assertThat(get("/intake/consent")).bodyText()
			.contains("Ada Byron (physiotherapist) reviewed these rules on 4 May 2020")
			.doesNotContain("No clinician has reviewed");
		assertThat(actions(1)).containsExactly(Action.REVIEW_CHANGED);
	}

	@Test
	void onlyTheOwnerSetsAnything() {
		this.people.atTheDesk(TestDesk.THERAPIST);
		for (String page : List.of("", "/country", "/contact", "/look", "/time", "/keeping", "/review")) {
			assertThat(get("/desk/settings" + page)).as(page).hasStatus(404);
		}
		assertThat(post("/desk/settings/contact", "name", "Mine", "seen", "0", "go", "save")).hasStatus(404);
		assertThat(logo(Pngs.png(10, 10))).hasStatus(404);
		assertThat(this.practice.now().name()).isEmpty();
	}

	@Test
	void thereIsNoOtherPage() {
		assertThat(get("/desk/settings/nothing")).hasStatus(404);
		assertThat(post("/desk/settings/nothing", "go", "save")).hasStatus(404);
	}

	private List<Action> actions(int most) {
		return this.journal.before(Long.MAX_VALUE, 30)
			.stream()
			.map(JournalEntry::action)
			.filter((action) -> action.name().endsWith("_CHANGED") || action == Action.LOGO_SENT)
			.limit(most)
			.toList();
	}

	/** Puts a page in force as it is, with what differs. */
	private MvcTestResult set(String page, String... fields) {
		String[] all = java.util.Arrays.copyOf(fields, fields.length + 4);
		all[fields.length] = "seen";
		all[fields.length + 1] = seen(page);
		all[fields.length + 2] = "go";
		all[fields.length + 3] = "save";
		return post("/desk/settings/" + page, all);
	}

	private String seen(String page) {
		Matcher seen = SEEN.matcher(text(get("/desk/settings/" + page)));
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private MvcTestResult logo(byte[] sent) {
		return this.mvc.post()
			.uri("/desk/settings/look/logo")
			.multipart()
			.file(new MockMultipartFile("picture", "logo.png", "image/png", sent))
			.with(csrf())
			.with(this.people.there())
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String path, String... fields) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.people.there());
		java.util.Map<String, String> last = new java.util.LinkedHashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			last.put(fields[i], fields[i + 1]);
		}
		last.forEach((name, value) -> request.param(name, value));
		return request.exchange();
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
