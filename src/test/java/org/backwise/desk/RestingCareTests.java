package org.backwise.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.CheckIns;
import org.backwise.care.SessionGate;
import org.backwise.cases.Case;
import org.backwise.cases.CheckIn;
import org.backwise.cases.LifeCycle;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Care that rests or was stopped, as both sides read it. */
@DeskTest
class RestingCareTests {

	private static final Map<String, Object> LEG = Map.of("new-signs", List.of("limbs"), "limb-signs",
			List.of("pain-into-leg"));

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Attendance sessions;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void aPlanThatRestedTooLongLeadsBothToAFreshQuestionnaire() {
		Case client = inCare("long");
		assertThat(act(client, "pause", "reason", "unwell")).hasStatus3xxRedirection();
		this.clock.pass(Duration.ofDays(84));
		assertThat(get(client, "")).bodyText().contains("/resume").doesNotContain("Only a fresh questionnaire");
		assertThat(client("long")).bodyText().doesNotContain("/result/long/again");
		this.clock.pass(Duration.ofDays(1));
		assertThat(get(client, "")).bodyText()
			.contains("Only a fresh questionnaire leads on")
			.doesNotContain("/resume");
		assertThat(act(client, "resume", "first-day", LocalDate.now(this.clock).plusDays(2).toString())).hasStatus(409);
		assertThat(client("long")).bodyText().contains("/result/long/again", "answer them again");
	}

	@Test
	void whoRestsFindsTheWayToSayThatSomethingHasChanged() {
		Case client = inCare("tells");
		assertThat(act(client, "pause", "reason", "unwell")).hasStatus3xxRedirection();
		assertThat(client("tells")).bodyText()
			.contains("Something has changed", "/result/tells/check-in/between")
			.doesNotContain("We have what you told us");
		send(client, Moment.BETWEEN, Map.of());
		assertThat(client("tells")).bodyText().contains("We have what you told us on 1 March 2027");
		send(client, Moment.BETWEEN, LEG);
		assertThat(client("tells")).bodyText()
			.contains("Pain that travels into a leg", "/result/tells/check-in/between", "/result/tells/summary")
			.doesNotContain("We have what you told us");
		send(client, Moment.BETWEEN, Map.of());
		assertThat(client("tells")).bodyText()
			.contains("Pain that travels into a leg", "We have what you told us on 1 March 2027");
		assertThat(get(client, "")).bodyText().contains("A check-in stopped the care", "D-02");
		send(client, Moment.BETWEEN, Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		assertThat(client("tells")).bodyText().doesNotContain("/check-in/between");
		assertThat(client("tells/check-in/between")).hasRedirectedUrl("/result/tells?not=due");
	}

	/** A clearance lifts them all, so whoever records one reads them all. */
	@Test
	void theSecondLookAtAClearanceNamesEverySignThatStoppedTheCare() {
		Case client = inCare("signs");
		send(client, Moment.BETWEEN, LEG);
		send(client, Moment.BETWEEN, Map.of("new-signs", List.of("inside"), "general-signs", List.of("organ-pattern")));
		assertThat(act(client, "clear", "by", "Dr Moss", "on", "2027-03-01", "limits", "Nothing deep")).bodyText()
			.contains("Please look at this again", "<strong>D-02 ", "<strong>D-11 ");
	}

	@Test
	void careThatWasStoppedHasASummaryToo() {
		Case client = inCare("summary");
		assertThat(client("summary/summary")).hasStatus3xxRedirection();
		send(client, Moment.BETWEEN, LEG);
		assertThat(client("summary/summary")).hasStatusOk()
			.bodyText()
			.contains("Your care stopped on 1 March 2027")
			.doesNotContain("You ended your plan");
		assertThat(client("summary/summary/pdf")).hasStatusOk();
		this.people.referred("never");
		assertThat(client("never/summary")).hasStatus3xxRedirection();
		assertThat(client("never")).bodyText().doesNotContain("/result/never/summary", "/check-in/between");
	}

	@Test
	void whatACheckInSuggestedIsOverWhenATherapistDecidedOtherwise() {
		Case down = inCare("down");
		atAReview(down, Map.of("pain", 2, "change", "much-better"));
		assertThat(client("down")).bodyText().contains("You are doing better");
		assertThat(act(down, "put-off", "reason", "judgement")).hasStatus3xxRedirection();
		assertThat(client("down")).bodyText().doesNotContain("You are doing better", "until your therapist confirms");

		Case worse = inCare("worse");
		for (int session = 1; session <= 2; session++) {
			keep(worse);
			this.clock.pass(Duration.ofDays(7));
			send(worse, this.checkIns.next(worse.id()).orElseThrow().moment(), Map.of("change", "much-worse"));
		}
		assertThat(this.checkIns.of(worse.id())).last()
			.satisfies((last) -> assertThat(last.decision().outcome()).isEqualTo(Outcome.END_AND_REFER));
		assertThat(client("worse")).bodyText().contains("Massage has not helped enough", "/result/worse/letter");
		assertThat(act(worse, "put-off", "reason", "judgement", "sure", "true", "why", "Seen the letter"))
			.hasStatus3xxRedirection();
		assertThat(client("worse")).bodyText().doesNotContain("Massage has not helped enough", "/result/worse/letter");
	}

	private Case inCare(String link) {
		Case client = this.people.planned(link);
		assertThat(act(client, "approve")).hasStatus3xxRedirection();
		send(client, Moment.START, Map.of());
		return client;
	}

	private void atAReview(Case client, Map<String, Object> changes) {
		for (int session = 1; session <= 4; session++) {
			keep(client);
			this.clock.pass(Duration.ofDays(7));
			if (session < 4) {
				send(client, this.checkIns.next(client.id()).orElseThrow().moment(), Map.of("pain", 4));
			}
		}
		send(client, Moment.REVIEW, changes);
	}

	private void keep(Case client) {
		this.people.atTheDesk(TestDesk.OWNER);
		LocalDate today = LocalDate.now(this.clock);
		if (this.checkIns.holding(client.id(), today).isEmpty()) {
			send(client, Moment.BETWEEN, Map.of());
		}
		this.sessions.of(client.id())
			.stream()
			.filter((one) -> one.isOpen())
			.findFirst()
			.ifPresent((one) -> this.gate.tookPlace(client.id(), one.number(), today, one.seen(), java.util.Set.of()));
	}

	private CheckIn send(Case client, Moment moment, Map<String, Object> changes) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.putAll(changes);
		return this.checkIns.send(client.id(), moment, By.CLIENT, answers, List.of(),
				new Who.Client(client.id().value()));
	}

	private MvcTestResult act(Case client, String act, String... fields) {
		var post = this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/" + act)
			.with(csrf())
			.with(this.people.there())
			.param("version", Integer.toString(this.lifeCycle.standing(client).version()));
		for (int i = 0; i < fields.length; i += 2) {
			post = post.param(fields[i], fields[i + 1]);
		}
		return post.exchange();
	}

	private MvcTestResult get(Case client, String rest) {
		return this.mvc.get().uri("/desk/cases/" + client.reference() + rest).with(this.people.there()).exchange();
	}

	private MvcTestResult client(String path) {
		return this.mvc.get().uri("/result/" + path).exchange();
	}

}
