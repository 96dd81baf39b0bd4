package org.backwise.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
		whole.put("emergency-number", "144");
		assertThat(join(whole)).hasStatus3xxRedirection();
		assertThat(this.practice.now().emergencyNumber()).isEqualTo("144");
		assertThat(this.mvc.get().uri("/")).bodyText().contains("tel:144\"");
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
