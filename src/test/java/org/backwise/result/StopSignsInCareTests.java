package org.backwise.result;

import java.io.IOException;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.CheckIns;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * When to stop, for what is known of a client by now: an illness, a pregnancy or a
 * medicine told at one check-in is on the list from then on, wherever it stands.
 */
@DeskTest
class StopSignsInCareTests {

	private static final String CANCER = "together with the health history";

	private static final List<String> TOLD = List.of(CANCER, "A warning sign in pregnancy",
			"with blood that clots less well");

	private static final Reason WISH = new Reason("client-wish", null, null);

	@Autowired
	private People people;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private TestClock clock;

	@Autowired
	private MockMvcTester mvc;

	private Case client;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.client = this.people.sent("told", Map.of("duration", "over-12-weeks", "inflammatory-signs",
				List.of("none"), "sensitivity", List.of("none")));
		take(Act.APPROVE, null);
		send(Moment.START, Map.of());
	}

	@Test
	void whatACheckInWasToldStandsOnEveryListFromThenOn() throws IOException {
		assertThat(page("")).doesNotContain(TOLD);
		send(Moment.BETWEEN,
				Map.of("new-signs", List.of("news", "skin-or-medicine"), "history", List.of("cancer-ever"),
						"disc-diagnosis", "no", "health-today", List.of("none"), "health-ongoing", List.of("pregnant"),
						"skin-and-medicines", List.of("blood-thinners")));
		this.clock.pass(Period.ofDays(3));
		send(Moment.BETWEEN, Map.of("known-health", "still-right"));
		assertThat(page("")).contains("Your sessions").contains(TOLD);
		assertThat(paper("/pdf")).contains(TOLD);
		this.mvc.post().uri("/result/told/break").with(csrf()).exchange();
		assertThat(page("")).contains("You are taking a break").contains(TOLD);
		assertThat(paper("/pdf")).contains("You are taking a break").contains(TOLD);
		take(Act.END, WISH);
		assertThat(page("")).contains("Your massage plan has ended").contains(TOLD);
		assertThat(page("/summary")).contains(TOLD);
		assertThat(paper("/summary/pdf")).contains(TOLD);
	}

	@Test
	void whereNoMassageGoesOnTheSignsStandCalmlyInGroups() {
		this.mvc.post().uri("/result/told/break").with(csrf()).exchange();
		calm(page(""));
		take(Act.END, WISH);
		calm(page(""));
		calm(page("/summary"));
		this.mvc.post().uri("/result/told/withdraw").with(csrf()).exchange();
		calm(page(""));
	}

	private static void calm(String page) {
		assertThat(page)
			.contains("plan-stop", "Below the waist:", "Chest and breath:", "Head and neck:", "Very unwell:",
					"Every emergency sign")
			.doesNotContain("care-card-emergency");
	}

	private void take(Act act, @Nullable Reason reason) {
		this.lifeCycle.take(this.client.id(), new Decision(act, this.lifeCycle.standing(this.client).version(),
				new Therapist(UUID.randomUUID(), "Theo"), reason));
	}

	private void send(Moment moment, Map<String, Object> says) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.putAll(says);
		assertThat(this.checkIns
			.send(this.client.id(), moment, By.CLIENT, answers, List.of(), new Who.Client(this.client.id().value()))
			.decision()
			.outcome()
			.pauses()).isFalse();
	}

	private String page(String of) {
		return new String(bytes(of), java.nio.charset.StandardCharsets.UTF_8);
	}

	private String paper(String of) throws IOException {
		return PrintedSheetsTests.text(bytes(of)).replaceAll("\\s+", " ");
	}

	private byte[] bytes(String of) {
		var answer = this.mvc.get().uri("/result/told" + of).exchange();
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsByteArray();
	}

}
