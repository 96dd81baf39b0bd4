package org.backwise.result;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanChange;
import org.backwise.care.PlanSteps;
import org.backwise.care.SessionGate;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.CheckIn;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A client who was well three times chooses: to finish, or to go on once a month. */
@DeskTest
class ClientChoiceTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	private static final Map<String, Object> WELL = Map.of("pain", 1, "change", "much-better");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private CarePlans plans;

	@Autowired
	private PlanSteps steps;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Attendance sessions;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	private final Map<String, String> links = new LinkedHashMap<>();

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	@Test
	void whoWasWellThreeTimesIsAskedAndFinishes() {
		Case client = wellThreeTimes("finishes", 4);
		int asks = last(client).number();
		assertThat(page(client)).bodyText()
			.contains("What would you like to do now?", "Finish here", "Go on once a month", "is taken off")
			.doesNotContain("until your therapist confirms this");
		assertThat(desk(client)).bodyText().contains("They have not chosen yet");
		assertThat(choose(client, asks, "finish")).hasRedirectedUrl("/result/finishes");
		assertThat(choose(client, asks, "finish")).as("said twice").hasRedirectedUrl("/result/finishes");
		assertThat(state(client)).isEqualTo(CaseState.ENDED);
		assertThat(actions(client)).containsOnlyOnce(Action.END_CHOSEN).containsOnlyOnce(Action.CARE_ENDED);
		assertThat(page(client)).bodyText().contains("The summary of your care").doesNotContain("Finish here");
		assertThat(this.mvc.get().uri("/result/finishes/summary")).hasStatusOk();
		assertThat(choose(client, asks, "go-on")).as("another tab").hasRedirectedUrl("/result/finishes?not=choice");
		assertThat(this.mvc.get().uri("/result/finishes?not=choice")).bodyText()
			.contains("What you chose just now was not kept");
		assertThat(desk(client)).bodyText().contains("The client would like to finish here", "Care ended");
	}

	@Test
	void whoWouldLikeToGoOnIsSeenAtTheDeskAndGetsOneSessionMore() {
		Case client = wellThreeTimes("goes-on", 4);
		int asks = last(client).number();
		choose(client, asks, "go-on");
		assertThat(choose(client, asks, "go-on")).as("said twice").hasRedirectedUrl("/result/goes-on");
		assertThat(choose(client, asks, "finish")).as("Back").hasRedirectedUrl("/result/goes-on?not=choice");
		assertThat(actions(client)).containsOnlyOnce(Action.END_CHOSEN);
		assertThat(state(client)).isEqualTo(CaseState.CHANGED);
		assertThat(page(client)).bodyText()
			.contains("You would like to go on once a month.", "until your therapist confirms this")
			.doesNotContain("Finish here", "Well done");
		assertThat(desk(client)).bodyText().contains("would like to go on once a month", "Confirm or change");
		assertThat(this.mvc.get().uri("/desk/cases?list=to-decide&need=go-on").with(this.people.there())).bodyText()
			.contains(client.reference());
		PlanSteps.Proposed waiting = this.steps.waiting(client).orElseThrow();
		assertThat(waiting.is(Outcome.HOLD, null)).isTrue();
		this.steps.take(client.id(), version(client), THEO, Outcome.HOLD, null,
				new Reason(Reason.AS_PROPOSED, null, null));
		assertThat(this.sessions.of(client.id())).hasSize(5);
		assertThat(this.steps.waiting(client)).isEmpty();
	}

	@Test
	void afterSixOnlyAFreshQuestionnaireOrTheEndLeadsOn() {
		Case client = wellThreeTimes("six", 4);
		while (this.sessions.of(client.id()).size() < 6) {
			choose(client, last(client).number(), "go-on");
			this.steps.take(client.id(), version(client), THEO, Outcome.HOLD, null,
					new Reason(Reason.AS_PROPOSED, null, null));
			keepNext(client);
			review(client, WELL);
		}
		int asks = last(client).number();
		assertThat(last(client).decision().outcome()).isEqualTo(Outcome.FINISH);
		assertThat(page(client)).bodyText()
			.contains("Finish here", "at most 6 sessions once a month", "/result/six/again")
			.doesNotContain("Go on once a month");
		assertThat(this.mvc.get().uri("/result/six/again")).hasStatusOk();
		assertThat(choose(client, asks, "go-on")).hasRedirectedUrl("/result/six?not=choice");
		assertThat(desk(client)).bodyText().contains("No more sessions once a month can follow");
		assertThat(this.mvc.get().uri("/desk/cases/" + client.reference() + "/step").with(this.people.there()))
			.bodyText()
			.doesNotContain("value=\"hold\"")
			.contains("step-back:weekly");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.steps.take(client.id(), version(client), THEO, Outcome.HOLD, null,
					new Reason("judgement", null, null)))
			.withMessageContaining("care.step.most");
		assertThat(this.sessions.of(client.id())).hasSize(6);
		assertThat(choose(client, asks, "finish")).hasRedirectedUrl("/result/six");
		assertThat(state(client)).isEqualTo(CaseState.ENDED);
	}

	@Test
	void noPlanIsChangedToMoreThanSix() {
		Case client = this.people.planned("seven");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> monthly(client, 7))
			.withMessageContaining("care.step.most");
		monthly(client, 6);
		assertThat(state(client)).isEqualTo(CaseState.CHANGED);
	}

	@Test
	void whatATherapistDecidedFirstOrALaterCheckInTookBackIsRefused() {
		Case client = wellThreeTimes("decided", 4);
		int asks = last(client).number();
		this.checkIns.send(client.id(), Moment.BETWEEN, By.CLIENT, calm(Map.of("pain", 9, "change", "much-worse")),
				List.of(), new Who.Client(client.id().value()));
		assertThat(page(client)).bodyText().doesNotContain("Finish here");
		assertThat(choose(client, asks, "finish")).hasRedirectedUrl("/result/decided?not=choice");
		Case other = wellThreeTimes("put-off", 4);
		this.steps.putOff(other.id(), version(other), THEO, new Reason("judgement", null, null));
		assertThat(page(other)).bodyText().doesNotContain("Finish here");
		assertThat(choose(other, last(other).number(), "go-on")).hasRedirectedUrl("/result/put-off?not=choice");
		assertThat(choose(other, last(other).number(), "nonsense")).hasRedirectedUrl("/result/put-off?not=choice");
		assertThat(actions(other)).doesNotContain(Action.END_CHOSEN);
	}

	/** The rules propose the end before the fourth monthly session. */
	private Case wellThreeTimes(String link, int planned) {
		Case client = this.people.planned(link);
		this.links.put(client.reference(), link);
		monthly(client, planned);
		send(client, Map.of());
		keepNext(client);
		for (int session = 2; session <= 4; session++) {
			review(client, WELL);
			if (session < 4) {
				keepNext(client);
			}
		}
		assertThat(last(client).decision().outcome()).isEqualTo(Outcome.FINISH);
		return client;
	}

	private void monthly(Case client, int number) {
		CarePlan plan = this.plans.of(client.id()).orElseThrow();
		this.plans.change(client.id(), version(client), THEO,
				new PlanChange(plan.technique(), Map.of("weekly", 0, "fortnightly", 0, "monthly", number),
						plan.firstDay(), plan.minutes(), plan.habit()),
				new Reason("examined", null, null));
	}

	private void review(Case client, Map<String, Object> says) {
		toNext(client);
		assertThat(send(client, says).moment()).isEqualTo(Moment.REVIEW);
	}

	private void keepNext(Case client) {
		this.people.atTheDesk(TestDesk.THERAPIST);
		toNext(client);
		LocalDate today = LocalDate.now(this.clock);
		if (this.checkIns.holding(client.id(), today).isEmpty()) {
			this.checkIns.send(client.id(), Moment.BETWEEN, By.THERAPIST, calm(Map.of()), List.of(),
					new Who.Staff(THEO.account()));
		}
		LiveSession next = next(client);
		this.gate.tookPlace(client.id(), next.number(), today, next.seen(), java.util.Set
			.copyOf(this.gate.toConfirm(client.id(), today).stream().map((caution) -> caution.caution()).toList()));
	}

	private void toNext(Case client) {
		Duration until = Duration.between(this.clock.instant(),
				next(client).day().atTime(9, 0).atZone(this.clock.getZone()).toInstant());
		if (!until.isNegative()) {
			this.clock.pass(until);
		}
	}

	private LiveSession next(Case client) {
		return this.sessions.of(client.id()).stream().filter(LiveSession::isOpen).findFirst().orElseThrow();
	}

	private CheckIn send(Case client, Map<String, Object> says) {
		return this.checkIns.send(client.id(), this.checkIns.next(client.id()).orElseThrow().moment(), By.CLIENT,
				calm(says), List.of(), new Who.Client(client.id().value()));
	}

	private static Map<String, Object> calm(Map<String, Object> says) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.putAll(says);
		return answers;
	}

	private CheckIn last(Case client) {
		List<CheckIn> made = this.checkIns.of(client.id());
		return made.get(made.size() - 1);
	}

	private CaseState state(Case client) {
		return this.lifeCycle.standing(client).state();
	}

	private int version(Case client) {
		return this.lifeCycle.standing(client).version();
	}

	private List<Action> actions(Case client) {
		return this.journal.about(client.id().value()).stream().map(JournalEntry::action).toList();
	}

	private MvcTestResult page(Case client) {
		return this.mvc.get().uri("/result/" + this.links.get(client.reference())).exchange();
	}

	private MvcTestResult desk(Case client) {
		return this.mvc.get().uri("/desk/cases/" + client.reference()).with(this.people.there()).exchange();
	}

	private MvcTestResult choose(Case client, int checkIn, String choice) {
		return this.mvc.post()
			.uri("/result/" + this.links.get(client.reference()) + "/choice")
			.with(csrf())
			.param("check-in", Integer.toString(checkIn))
			.param("choice", choice)
			.exchange();
	}

}
