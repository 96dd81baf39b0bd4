package org.backwise.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong, a page in the site's own look says how to go on. */
@RunningApplication
class ErrorPageTests {

	private static final String NOBODYS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void anUnknownAnExpiredAndAnIllFormedLinkAllSayTheSame() {
		Visitor visitor = new Visitor(this.port);
		visitor.begin();
		String expired = visitor.draft();
		this.clock.move(Duration.ofDays(7).plusMinutes(1));

		String unknown = visitor.get("/result/" + NOBODYS).body();

		assertThat(unknown).contains("We cannot find that page", "The link may be wrong or too old");
		for (String path : List.of("/result/x", "/result/" + "x".repeat(3000), "/result/%F0%9F%98%80",
				"/result/" + expired, "/result/" + NOBODYS + "/letter", "/result/" + NOBODYS + "/details",
				"/intake/resume/" + NOBODYS, "/intake/resume/" + expired, "/intake/resume/x",
				"/intake/questions/nonsense", "/nothing/at/all", "/result/" + NOBODYS + "/nothing")) {
			Page page = visitor.get(path);
			assertThat(page.status()).as(path).isEqualTo(404);
			assertThat(page.body()).as(path).isEqualTo(unknown);
		}
	}

	@Test
	void aPlanHasNoLetterAndTheWordsAreTheSame() {
		Visitor visitor = new Visitor(this.port);
		String plan = visitor.result(Sheet.ordinaryBackAche(), "Sam", LocalDate.now().plusDays(3).toString()).path();

		Page letter = visitor.get(plan + "/letter");

		assertThat(letter.status()).isEqualTo(404);
		assertThat(letter.body()).isEqualTo(visitor.get("/result/" + NOBODYS).body());
	}

	@Test
	void aFormWithoutItsTokenIsRefusedAndNothingIsStored() {
		Visitor visitor = new Visitor(this.port);
		Page first = visitor.begin();

		Page refused = visitor.once("/intake/questions/nerve-signs", "nerve-signs=none");

		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.body()).contains("Please try that again", "site-header");
		assertThat(visitor.get(first.path()).isTicked("nerve-signs-none")).isFalse();
		assertThat(visitor.once("/intake/questions/nerve-signs", "nerve-signs=none&_csrf=wrong").status())
			.isEqualTo(403);
	}

	@Test
	void theErrorPageItselfIsNoPage() {
		Visitor visitor = new Visitor(this.port);
		assertThat(visitor.get("/error").status()).isEqualTo(404);
		assertThat(visitor.get("/error").body()).isEqualTo(visitor.get("/nothing").body());
	}

	@Test
	void anAddressUsedInTheWrongWaySaysSo() {
		Visitor visitor = new Visitor(this.port);
		Page form = visitor.begin();

		Page page = visitor.sendOnly(new Page("/intake/later", 200, form.headers(), form.body()), Map.of());

		assertThat(page.status()).isEqualTo(405);
		assertThat(page.body()).contains("That does not work here", "site-header");
	}

	@Test
	void tooMuchAtOnceIsRefused() {
		Visitor visitor = new Visitor(this.port);
		Page form = visitor.begin();

		Page page = visitor.sendOnly(form, Map.of("nerve-signs", List.of("x".repeat(70_000))));

		assertThat(page.status()).isEqualTo(413);
		assertThat(page.body()).contains("That was too much at once", "site-header");
	}

	@Test
	void tooMuchIsRefusedEvenWhenItDoesNotSayHowMuchItIs() {
		Visitor visitor = new Visitor(this.port);
		Page form = visitor.begin();
		byte[] body = ("_csrf=" + form.input("_csrf") + "&nerve-signs=" + "x".repeat(70_000)).getBytes();

		Page page = visitor.send(form.path(),
				HttpRequest.newBuilder(visitor.uri(form.path()))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.header("Accept", "text/html")
					.POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
					.build());

		assertThat(page.status()).isEqualTo(413);
		assertThat(page.body()).contains("That was too much at once", "site-header");
	}

	@Test
	void anAddressThatCannotBeReadIsRefused() {
		Page page = new Visitor(this.port).get("/intake//consent");

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("We could not read that", "site-header");
	}

	@Test
	void anAddressThatTheServerRefusesHasTheSitesLook() {
		for (String path : List.of("/result/%00", "/%00", "/intake/%00/%2e%2e")) {
			Page page = new Visitor(this.port).get(path);
			assertThat(page.status()).as(path).isEqualTo(400);
			assertThat(page.body()).as(path).contains("We could not read that", "site-header").doesNotContain("Tomcat");
		}
	}

	@Test
	void aFormWithoutADraftLeadsBackToTheStart() {
		Visitor visitor = new Visitor(this.port);
		Page consent = visitor.get("/intake/consent");

		for (String path : List.of("/intake/questions/age", "/intake/details", "/intake/check")) {
			Page page = visitor.sendOnly(new Page(path, 200, consent.headers(), consent.body()),
					Map.of("age", List.of("41")));
			assertThat(page.status()).isEqualTo(302);
			assertThat(visitor.get(page.header("Location").replaceAll("^http://[^/]+", "")).path()).isEqualTo("/");
		}
	}

}
