package org.backwise.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestDesk.People;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Settings;
import org.backwise.staff.StaffAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The first page of a new practice asks who it is, together with the owner's account. */
@SettingsTest
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

	private static final Pattern LINK = Pattern.compile("within 24 hours: (http://\\S+?)(/desk/join/\\S+)");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@Autowired
	private Settings settings;

	@Autowired
	private PracticeNow practice;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ConfigurableApplicationContext application;

	private String link = "";

	@BeforeEach
	void nobodyWorksHere(CapturedOutput console) {
		this.people.startOver();
		this.jdbc.sql("delete from staff_account").update();
		this.settings.look();
		this.application.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0],
				this.application, java.time.Duration.ZERO));
		Matcher links = LINK.matcher(console.getOut());
		while (links.find()) {
			this.link = links.group(2);
		}
	}

	@Test
	void asksCountryNameAndPhoneAndNamesNoNumberBefore() {
		assertThat(this.mvc.get().uri(this.link)).hasStatusOk()
			.bodyText()
			.contains("Country", "Name of the practice", "Phone", "Ireland", "Another country")
			.doesNotContain("call 999", "your massage practice");
		assertThat(join(Map.of())).hasStatus(422)
			.bodyText()
			.contains("Choose a country", "Enter the name of the practice", "Enter a phone number", "Mara");
		assertThat(this.accounts.isEmpty()).isTrue();
	}

	@Test
	void putsAllInForceWithTheAccount() {
		assertThat(join(Map.of("country", "IE", "practice-name", "Lark Massage", "phone", "01 555 0100")))
			.hasStatus3xxRedirection();
		assertThat(this.practice.now().isSetUp()).isTrue();
		assertThat(this.mvc.get().uri("/")).bodyText()
			.contains("Lark Massage", "tel:112\"", "tel:015550100", "Start now");
		assertThat(this.journal.before(Long.MAX_VALUE, 4)).extracting(JournalEntry::action)
			.contains(Action.COUNTRY_CHANGED, Action.NAME_CHANGED, Action.PHONE_CHANGED, Action.ACCOUNT_SET_UP);
	}

	@Test
	void anotherCountryNeedsItsNumber() {
		Map<String, String> practice = Map.of("country", "other", "practice-name", "Lark", "phone", "123 456");
		assertThat(join(practice)).hasStatus(422).bodyText().contains("Enter the emergency number");
		Map<String, String> whole = new java.util.HashMap<>(practice);
		whole.put("zone", "Europe/Zurich");
		whole.put("emergency-number", "144");
		assertThat(join(whole)).hasStatus3xxRedirection();
		assertThat(this.practice.now().emergencyNumber()).isEqualTo("144");
		assertThat(this.mvc.get().uri("/")).bodyText().contains("tel:144\"");
	}

	/** Nobody guesses where a practice is: "today" and "late" would be another's. */
	@ParameterizedTest
	@CsvSource({ "US,America/Los_Angeles,Europe/London", "CA,America/Vancouver,America/Los_Angeles",
			"AU,Australia/Perth,Pacific/Auckland", "NZ,Pacific/Chatham,Australia/Sydney",
			"BR,America/Manaus,Atlantic/Azores", "ES,Atlantic/Canary,Atlantic/Madeira",
			"PT,Atlantic/Azores,Atlantic/Canary", "other,Europe/Zurich,Etc/Made_Up" })
	void asksForTheZoneWhereACountryHasSeveral(String country, String zone, String elsewhere) {
		Map<String, String> practice = new java.util.HashMap<>(Map.of("country", country, "practice-name", "Lark",
				"phone", "01 555 0100", "emergency-number", country.equals("other") ? "144" : ""));
		assertThat(join(practice)).hasStatus(422)
			.bodyText()
			.contains("href=\"#zone\"", "Choose the time zone of your practice", "value=\"Lark\"");
		practice.put("zone", elsewhere);
		assertThat(join(practice)).hasStatus(422).bodyText().contains("href=\"#zone\"", "id=\"zone-error\"");
		assertThat(this.accounts.isEmpty()).isTrue();
		practice.put("zone", zone);
		practice.put("password", "short");
		assertThat(join(practice)).hasStatus(422)
			.bodyText()
			.contains("value=\"" + zone + "\" selected=\"selected\"")
			.doesNotContain("href=\"#zone\"");
		practice.remove("password");
		assertThat(join(practice)).hasStatus3xxRedirection();
		assertThat(this.practice.now().zone()).hasToString(zone);
		assertThat(this.settings.saved("country").values()).containsEntry("practice.zone", zone);
	}

	@ParameterizedTest
	@CsvSource({ "US,America/New_York", "ES,Europe/Madrid", "PT,Europe/Lisbon" })
	void theUsualZoneOfACountryCanBeChosenToo(String country, String zone) {
		assertThat(join(Map.of("country", country, "zone", zone, "practice-name", "Lark", "phone", "01 555 0100")))
			.hasStatus3xxRedirection();
		assertThat(this.settings.saved("country").values()).as("chosen, not guessed")
			.containsEntry("practice.zone", zone);
	}

	@ParameterizedTest
	@CsvSource({ "GB,Europe/London", "IE,Europe/Dublin", "DE,Europe/Berlin" })
	void asksNothingWhereThereIsOneZone(String country, String zone) {
		Map<String, String> practice = new java.util.HashMap<>(
				Map.of("country", country, "practice-name", "Lark", "phone", "01 555 0100"));
		practice.put("zone", "America/Chicago");
		assertThat(join(practice)).hasStatus(422).bodyText().contains("This one is not in the country you chose");
		practice.remove("zone");
		assertThat(join(practice)).hasStatus3xxRedirection();
		assertThat(this.practice.now().zone()).hasToString(zone);
		assertThat(this.settings.saved("country").values()).doesNotContainKey("practice.zone");
	}

	@Test
	void namesTheZonesByCountry() {
		assertThat(this.mvc.get().uri(this.link)).bodyText()
			.contains("<optgroup label=\"United States\">", "Los Angeles (Pacific Time)", "My country has only one",
					"<optgroup label=\"Another country (by hand)\">", "Europe/Zurich")
			.doesNotContain("<optgroup label=\"Germany\">", "US/Pacific");
	}

	/** A name that is taken or a bad password leaves nothing behind. */
	@Test
	void nothingIsSetWithoutTheAccount() {
		assertThat(join(Map.of("country", "IE", "practice-name", "Lark", "phone", "01 555 0100", "password", "short")))
			.hasStatus(422);
		assertThat(this.settings.saved("country").values()).isEmpty();
		assertThat(this.practice.now().isSetUp()).isFalse();
	}

	private MvcTestResult join(Map<String, String> practice) {
		Map<String, String> fields = new java.util.HashMap<>(
				Map.of("name", "Mara Lind", "signInName", "mara", "password", "quiet harbour lamp 93"));
		fields.putAll(practice);
		var request = this.mvc.post().uri(this.link).with(csrf());
		fields.forEach((name, value) -> request.param(name, value));
		return request.exchange();
	}

}
