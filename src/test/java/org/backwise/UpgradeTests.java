package org.backwise;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import org.backwise.UpgradeCaller.Page;
import org.backwise.UpgradeFixture.Case;
import org.backwise.UpgradeFixture.Expected;
import org.backwise.UpgradeFixture.Key;
import org.backwise.journal.ChainCheck;
import org.backwise.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A practice takes this version into use over the database of an earlier one: nothing is
 * lost, old links, drafts and accounts go on, and the chain of the journal stays whole.
 * Asks the pages, so that rooms and tables may change; {@link UpgradeFixture} holds the
 * few queries.
 */
class UpgradeTests {

	private static final String PASSWORD = "quiet harbour lamp 93";

	private static final Map<String, List<String>> ORDINARY_BACK_ACHE = Map.ofEntries(
			Map.entry("nerve-signs", List.of("none")), Map.entry("body-signs", List.of("none")),
			Map.entry("age", List.of("44")), Map.entry("location", List.of("upper-back-left", "neck")),
			Map.entry("duration", List.of("6-to-12-weeks")), Map.entry("onset", List.of("posture-or-sitting")),
			Map.entry("pain", List.of("5")), Map.entry("pain-pattern", List.of("comes-and-goes")),
			Map.entry("pain-trend", List.of("same")), Map.entry("limb-signs", List.of("none")),
			Map.entry("disc-diagnosis", List.of("no")), Map.entry("general-signs", List.of("none")),
			Map.entry("history", List.of("none")), Map.entry("health-today", List.of("none")),
			Map.entry("health-ongoing", List.of("none")), Map.entry("skin-and-medicines", List.of("none")),
			Map.entry("movement", List.of("free")), Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting")), Map.entry("preference", List.of("no-preference")));

	/** The file of a practice with one computer. */
	@Nested
	class H2 extends Upgraded {

		@TempDir
		private static Path folder;

		@Override
		UpgradeFixture unpack() throws IOException {
			return UpgradeFixture.h2(folder);
		}

	}

	/** The server of a larger one. */
	@Nested
	class PostgreSql extends Upgraded {

		@Override
		UpgradeFixture unpack() throws IOException, SQLException {
			return UpgradeFixture.postgresql();
		}

	}

	/** The same for every database. The tests that change something come last. */
	@TestInstance(Lifecycle.PER_CLASS)
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	abstract static class Upgraded {

		private static final List<String> FILED = List.of("in-care", "finished", "declined");

		private final TestClock clock = new TestClock();

		private UpgradeFixture fixture;

		private Expected expected;

		private Map<String, Set<String>> said;

		private Map<String, Long> counts;

		private final Map<String, Long> journal = new TreeMap<>();

		private ConfigurableApplicationContext application;

		private int port;

		private UpgradeCaller theo;

		private UpgradeCaller olga;

		abstract UpgradeFixture unpack() throws IOException, SQLException;

		@BeforeAll
		void upgrade() throws IOException, SQLException {
			this.fixture = unpack();
			this.expected = UpgradeFixture.expected();
			this.said = this.fixture.said();
			this.fixture.wakeSessions();
			this.clock.pass(Duration.between(this.clock.instant(), this.expected.clock()));
			this.application = new SpringApplicationBuilder(BackwiseApplication.class)
				.initializers((context) -> ((GenericApplicationContext) context).registerBean("standingClock",
						Clock.class, () -> this.clock, (bean) -> bean.setPrimary(true)))
				.run(Stream.concat(
						this.fixture.settings()
							.entrySet()
							.stream()
							.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue()),
						// The fixture's sessions are older than any day's work.
						Stream.of("--server.port=0", "--backwise.limits.enabled=false",
								"--backwise.desk.longest-session=36500d", "--backwise.practice.country=",
								"--backwise.practice.name="))
					.toArray(String[]::new));
			this.port = Integer.parseInt(this.application.getEnvironment().getRequiredProperty("local.server.port"));
			this.counts = this.fixture.counts();
			cases((key, of) -> this.journal.put(of.reference(), this.fixture.journalOf(of.reference())));
			this.theo = new UpgradeCaller(this.port).signedIn("theo", PASSWORD);
			this.olga = new UpgradeCaller(this.port).signedIn("olga", PASSWORD);
		}

		@AfterAll
		void stop() {
			if (this.application != null) {
				this.application.close();
			}
		}

		@Test
		void nothingIsLost() {
			assertThat(this.counts).containsExactlyInAnyOrderEntriesOf(this.expected.counts());
		}

		/** Nobody is asked to set up what ran for years. */
		@Test
		void thePracticeIsStillTheSame() {
			Page start = client().get("/");
			assertThat(start.text()).contains("In an emergency, call 999 .", "your massage practice", "Start now");
			assertThat(this.olga.get("/desk/settings/country").text()).contains("United Kingdom");
		}

		@Test
		void theJournalIsWholeAndStillKnowsEveryCase() {
			ChainCheck check = this.application.getBean(Journal.class).check();
			assertThat(check.isWhole()).isTrue();
			assertThat(check.entries()).isGreaterThan(this.fixture.keys().journal().rows());
			assertThat(this.fixture.hash(this.fixture.keys().journal().rows()))
				.isEqualTo(this.fixture.keys().journal().hash());
			softly((softly) -> cases((key,
					of) -> softly.assertThat(this.journal.get(of.reference())).as(key).isEqualTo(of(key).journal())));
			assertThat(this.olga.get("/desk/journal").text()).contains(this.expected.word("journal.whole"));
			assertThat(this.olga.get("/desk/journal?before=40").text()).contains("Théo Thérapeute", "Olga Öwner-Çelik",
					"Pia Passkey");
		}

		@Test
		void everyLinkOpensItsResult() {
			softly((softly) -> everybody((key, of) -> {
				Page page = client().get("/result/" + of.link());
				Case expects = of(key);
				softly.assertThat(page.status()).as(key).isEqualTo(expects.gone() ? 404 : 200);
				if (expects.gone()) {
					return;
				}
				softly.assertThat(page.text()).as(key).contains(of.reference());
				contains(softly, key, page, Case.orNone(expects.result()));
				for (UpgradeFixture.Day day : expects.days()) {
					softly.assertThat(page.body().contains("datetime=\"" + day.day() + "\""))
						.as(key + " on " + day.day())
						.isEqualTo(expects.plan());
				}
				if (expects.plan()) {
					contains(softly, key, page,
							List.of(String.valueOf(expects.technique()), expects.minutes() + " minutes"));
				}
				softly.assertThat(client().get("/result/" + of.link() + "/letter").status())
					.as(key + ", letter")
					.isEqualTo((expects.level() != null) ? 200 : 404);
			}));
		}

		@Test
		void everyClientHasTheirWholeRecord() {
			softly((softly) -> cases((key, of) -> {
				String path = "/result/" + of.link() + "/record";
				softly.assertThat(client().get(path).status()).as(key).isEqualTo(200);
				Page print = client().get(path + "/print");
				Page download = client().get(path + "/download");
				softly.assertThat(print.status()).as(key).isEqualTo(200);
				softly.assertThat(download.status()).as(key).isEqualTo(200);
				for (String words : held(of(key))) {
					softly.assertThat(print.text()).as(key).contains(Page.oneLine(words));
					softly.assertThat(json(download)).as(key).contains(Page.oneLine(words));
				}
			}));
			assertThat(record("erasure-refused")).contains("Until March 2035, by law. Désolée.");
			assertThat(record("erasure-asked")).contains("4 March 2027");
			assertThat(record("withdrawn")).contains("4 March 2027");
		}

		@Test
		void theDeskShowsEveryCaseAsItStood() {
			softly((softly) -> cases((key, of) -> {
				Case expects = of(key);
				String path = "/desk/cases/" + of.reference();
				Page page = this.theo.get(path);
				softly.assertThat(page.status()).as(key).isEqualTo(200);
				contains(softly, key, page, this.said.get(of.reference()));
				contains(softly, key, page,
						Stream.of(expects.client(), expects.reach(), expects.technique())
							.filter(java.util.Objects::nonNull)
							.toList());
				contains(softly, key, page, Case.orNone(expects.desk()));
				softly.assertThat(page.body())
					.as(key)
					.contains("level-" + ((expects.level() != null) ? expects.level() : "plan"));
				for (String act : List.of("approve", "change", "decline", "clear", "raise", "follow-up")) {
					softly.assertThat(page.body().contains(path + "/" + act + "\""))
						.as(key + ": " + act)
						.isEqualTo(Case.orNone(expects.acts()).contains(act));
				}
			}));
		}

		@Test
		void everyCaseIsFoundOnTheWorklist() {
			softly((softly) -> cases((key, of) -> {
				Case expects = of(key);
				String found = this.theo.get("/desk?q=" + of.reference()).row("id=\"" + of.reference() + "\"");
				if (!expects.need().equals("done")) {
					softly.assertThat(found).as(key).contains(this.expected.word("need." + expects.need()));
					Page waiting = this.theo.get("/desk?need=" + expects.need());
					softly.assertThat(waiting.body()).as(key).contains(of.reference());
				}
				else {
					softly.assertThat(FILED.stream().map((list) -> this.theo.get("/desk/cases?list=" + list).body()))
						.as(key)
						.anyMatch((list) -> list.contains(of.reference()));
				}
			}));
			for (String words : List.of("zoe", "Súilleabháin", "%D9%84%D9%8A%D9%84%D9%89", "wolfeschlegel")) {
				assertThat(this.theo.get("/desk?q=" + java.net.URLEncoder.encode(
						java.net.URLDecoder.decode(words, java.nio.charset.StandardCharsets.UTF_8),
						java.nio.charset.StandardCharsets.UTF_8))
					.body()).as(words).contains("/desk/cases/");
			}
		}

		@Test
		void sessionsKeepTheirDaysAndMarks() {
			softly((softly) -> cases((key, of) -> {
				Page page = this.theo.get("/desk/cases/" + of.reference() + "/sessions");
				for (UpgradeFixture.Day day : of(key).days()) {
					softly.assertThat(page.row("datetime=\"" + day.day() + "\""))
						.as(key + " on " + day.day())
						.contains(this.expected.word("session." + day.state().toLowerCase(Locale.ROOT)),
								this.expected.word("note." + day.note()));
				}
			}));
		}

		@Test
		void notesKeepTheirWords() {
			softly((softly) -> cases((key, of) -> notes(of(key)).forEach((number, words) -> {
				Page page = this.theo.get("/desk/cases/" + of.reference() + "/sessions/" + number + "/note");
				softly.assertThat(page.status()).as(key).isEqualTo(200);
				contains(softly, key + ", session " + number, page, words);
			})));
		}

		@Test
		void everyRoundIsDecidedAlikeAgain() {
			softly((softly) -> cases((key, of) -> {
				String page = this.theo.get("/desk/cases/" + of.reference() + "/replay").text();
				softly.assertThat(page).as(key).doesNotContain(this.expected.word("replay.fault"));
				// what runs now asks more than was asked then
				softly.assertThat(page.split(this.expected.word("replay.then"), -1).length - 1)
					.as(key)
					.isEqualTo(of(key).rounds());
			}));
		}

		@Test
		void whoWasSignedInStaysSignedInAndKeepsWhatTheyTyped() {
			Map<String, String> staff = this.fixture.keys().staff();
			UpgradeCaller here = client().remembering("backwise-desk", staff.get("theoSession"), "/desk");
			assertThat(here.get("/desk/account").text()).contains("Théo Thérapeute");
			UpgradeCaller there = client().remembering("backwise-desk", staff.get("keptPostSession"), "/desk");
			assertThat(there.get("/desk/account").path()).startsWith("/desk/sign-in");
			Page carryOn = there.post("/desk/sign-in", "/desk/sign-in", "username", "theo", "password", PASSWORD);
			assertThat(carryOn.path()).isEqualTo("/desk/carry-on");
			assertThat(carryOn.text()).contains("Typed while the desk was closed – été");
		}

		@Test
		void everybodySignsInAsBefore() {
			Map<String, String> staff = this.fixture.keys().staff();
			assertThat(client().signedIn("olga", PASSWORD).get("/desk/people").text()).contains("Olga Öwner-Çelik",
					"Théo Thérapeute", "Dana Disabled", "Pia Passkey");
			assertThat(client().signedIn("theo", PASSWORD).get("/desk/people").status()).isEqualTo(404);
			assertThat(client().signedIn("dana", PASSWORD).get("/desk").path()).startsWith("/desk/sign-in");
			UpgradeCaller pia = client().signedIn("pia", PASSWORD);
			assertThat(pia.get("/desk").path()).isEqualTo("/desk/second-factor");
			pia.post("/desk/second-factor", "/desk/second-factor/code", "token", staff.get("recoveryCode"));
			assertThat(pia.get("/desk/account").text()).contains("Pia’s telephone");
			assertThat(client().get(staff.get("invitation")).status()).isEqualTo(200);
			assertThat(client().get(staff.get("wayBack")).status()).isEqualTo(200);
		}

		@Test
		void theOwnerStillSeesWhoAsksToBeForgottenAndWhoWent() {
			Page page = this.olga.get("/desk/keeping");
			assertThat(page.text()).contains(key("erasure-asked").reference(), "Sent in 2025: 1", "Sent in 2027: 1")
				.doesNotContain(key("erasure-refused").reference());
		}

		@Test
		@Order(Integer.MAX_VALUE - 5)
		void aDraftThatWasReadyIsSent() {
			UpgradeCaller client = client().remembering("backwise-draft", this.fixture.keys().drafts().get("ready"),
					"/");
			Page asked = client.get("/intake/check");
			assertThat(asked.path()).isEqualTo("/intake/questions/pain");
			client.answer(asked, ORDINARY_BACK_ACHE);
			// How to reach somebody for a plan was one line for anything; now it is
			// checked.
			assertThat(client.get("/intake/check").path()).isEqualTo("/intake/details");
			Page check = client.post("/intake/details", "/intake/details", "seen",
					client.get("/intake/details").field("seen"), "name", "Renée Ready", "phone", "01632 960 456",
					"firstDay", "2027-03-29");
			assertThat(check.path()).isEqualTo("/intake/check");
			assertThat(check.text()).contains("Renée Ready", "Upper back, left");
			Page result = client.post("/intake/check", "/intake/check");
			assertThat(result.path()).startsWith("/result/");
			assertThat(result.body()).contains("datetime=\"2027-03-29\"");
		}

		@Test
		@Order(Integer.MAX_VALUE - 4)
		void aHalfDraftIsCarriedOnOnAnotherDeviceAndSent() {
			UpgradeCaller client = client();
			Page page = client.get("/intake/resume/" + this.fixture.keys().drafts().get("half"));
			assertThat(page.path()).isEqualTo("/intake/questions/course");
			assertThat(client.get("/intake/questions/age").field("age")).isEqualTo("44");
			page = client.answer(page, ORDINARY_BACK_ACHE);
			assertThat(page.path()).isEqualTo("/intake/details");
			page = client.post("/intake/details", "/intake/details", "name", "Hal Half", "willCall", "true", "firstDay",
					"2027-04-05");
			page = client.post("/intake/check", "/intake/check");
			assertThat(page.body()).contains("datetime=\"2027-04-05\"");
			Page desk = this.theo.get("/desk?q=Half");
			assertThat(desk.text()).contains("Hal Half");
			String path = desk.body().replaceAll("(?s).*href=\"(/desk/cases/[A-Z0-9]{8})[?\"].*", "$1");
			assertThat(this.theo.get(path).text()).contains("41");
		}

		@Test
		@Order(Integer.MAX_VALUE - 3)
		void aDraftAfterAClearanceIsCarriedOn() {
			UpgradeCaller client = client().remembering("backwise-draft", this.fixture.keys().drafts().get("begun"),
					"/");
			Page page = client.get("/intake/questions");
			assertThat(page.path()).isEqualTo("/intake/questions/pain");
			page = client.answer(page, ORDINARY_BACK_ACHE);
			assertThat(page.path()).isEqualTo("/intake/details");
			page = client.post("/intake/details", "/intake/details", "seen", page.field("seen"), "name", "Begum Begun",
					"willCall", "true", "firstDay", "2027-04-06");
			page = client.post("/intake/check", "/intake/check");
			assertThat(page.path()).isEqualTo("/result/" + key("cleared-and-begun").link());
			assertThat(page.body()).contains("datetime=\"2027-04-06\"");
			assertThat(page.text()).contains("Nothing below the knee (cleared-and-begun)");
		}

		@Test
		@Order(Integer.MAX_VALUE - 2)
		void careGoesOn() {
			assertThat(act("every-caution", "approve", "note", "See you soon").path()).endsWith("done=approve");
			assertThat(client().get("/result/" + key("every-caution").link()).text()).contains("See you soon");
			assertThat(act("see-doctor", "follow-up", "reason", "close-seen").path()).endsWith("done=follow-up");
			assertThat(act("wait", "clear", "by", "Bram himself", "on", "2027-03-18", "limits", "None at all", "why",
					"It is over", "sure", "true")
				.path()).endsWith("/clear");
			assertThat(client().get("/result/" + key("wait").link()).text()).doesNotContain("None at all");
			assertThat(act("changed", "raise", "level", "urgent", "reason", "looks-unwell").path())
				.endsWith("done=raise");
			assertThat(client().get("/result/" + key("changed").link()).body())
				.doesNotContain("datetime=\"2027-04-01\"");
			String sessions = "/desk/cases/" + key("approved").reference() + "/sessions";
			String note = sessions + "/3/note";
			Page signed = this.theo.post(note, note, "subjective", "All is said", "objective", "o", "assessment", "a",
					"plan", "p", "version", this.theo.get(note).field("version"), "act", "sign");
			assertThat(signed.text()).contains("All is said");
			String fourth = sessions + "/4";
			Page moved = this.theo.post(fourth, fourth, "what", "moved", "day", "2027-03-27", "seen",
					this.theo.get(fourth).field("seen"));
			assertThat(moved.body()).contains("datetime=\"2027-03-27\"");
			String mine = "/result/" + key("proposed").link();
			assertThat(client().post(mine + "/withdraw", mine + "/withdraw").status()).isEqualTo(200);
			String wish = "/desk/keeping/" + key("erasure-asked").reference();
			assertThat(this.olga.post(wish, wish, "act", "erase").status()).isEqualTo(200);
			assertThat(client().get("/result/" + key("erasure-asked").link()).status()).isEqualTo(404);
		}

		@Test
		@Order(Integer.MAX_VALUE)
		void theJournalIsWholeAfterAllThat() {
			assertThat(this.application.getBean(Journal.class).check().isWhole()).isTrue();
		}

		private Page act(String key, String act, String... fields) {
			this.clock.pass(Duration.ofMinutes(1));
			String path = "/desk/cases/" + key(key).reference() + "/" + act;
			Page form = this.theo.get(path);
			List<String> all = new java.util.ArrayList<>(List.of(fields));
			all.addAll(List.of("version", form.field("version")));
			java.util.regex.Pattern.compile("name=\"(read)\"")
				.matcher(form.body())
				.results()
				.forEach((box) -> all.addAll(List.of(box.group(1), "true")));
			return this.theo.post(path, path, all.toArray(String[]::new));
		}

		private UpgradeCaller client() {
			return new UpgradeCaller(this.port);
		}

		private String record(String key) {
			return client().get("/result/" + key(key).link() + "/record").text();
		}

		private Case of(String key) {
			return java.util.Objects.requireNonNull(this.expected.cases().get(key), key);
		}

		private Key key(String key) {
			return java.util.Objects.requireNonNull(this.fixture.keys().cases().get(key), key);
		}

		private void everybody(BiConsumer<String, Key> each) {
			this.fixture.keys().cases().forEach(each);
		}

		/** All that are still there. */
		private void cases(BiConsumer<String, Key> each) {
			everybody((key, of) -> {
				if (!of(key).gone()) {
					each.accept(key, of);
				}
			});
		}

		private static Map<Integer, List<String>> notes(Case of) {
			return (of.notes() != null) ? of.notes() : Map.of();
		}

		/** What is typed about somebody, and so belongs to their record. */
		private static List<String> held(Case of) {
			return Stream
				.concat(Stream.of(of.client(), of.reach()).filter(java.util.Objects::nonNull),
						notes(of).values().stream().flatMap(List::stream))
				.toList();
		}

		/** The text of a JSON document, without the signs that only JSON needs. */
		private static String json(Page page) {
			return Page.oneLine(page.body().replace("\\n", " ").replace("\\\"", "\""));
		}

		private static void softly(java.util.function.Consumer<SoftAssertions> checks) {
			SoftAssertions.assertSoftly(checks);
		}

		private static void contains(SoftAssertions softly, String key, Page page, Iterable<String> all) {
			String text = page.text();
			for (String words : all) {
				softly.assertThat(text.contains(Page.oneLine(words)))
					.as(key + " says " + words + " on " + page.path())
					.isTrue();
			}
		}

	}

}
