package org.backwise.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.LiveSession;
import org.backwise.care.LiveSession.State;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.care.PlanChange;
import org.backwise.care.PlanSteps;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Reason;
import org.backwise.journal.Action;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** No act at the desk lays sessions at a time that somebody else has, unseen. */
@DeskTest
class ClashesAtTheDeskTests extends DiaryScenario {

	private static final String OLGA = "Olga Owner";

	private static final String THEO = "Theo Therapist";

	private static final String TAKEN = THEO + " has another session 10:00–11:00";

	private static final LocalDate TUESDAY = LocalDate.of(2027, 3, 2);

	private static final LocalDate NEXT_MONDAY = LocalDate.of(2027, 3, 8);

	@Autowired
	private CarePlans plans;

	@Autowired
	private PlanSteps steps;

	@Autowired
	private Moving moving;

	@Autowired
	private Marking marking;

	@Test
	void aChangedPlanMeetsNobodyUnseen() {
		Case client = onTuesdays();
		long changed = changes(client);
		MvcTestResult asked = act(client, "change", change(client, NEXT_MONDAY));
		assertThat(asked).hasStatusOk()
			.bodyText()
			.contains("Please look at this again", TAKEN, "value=\"2027-03-08\"")
			.doesNotContain("Why is it right all the same?");
		assertThat(session(client, 1).day()).as("not before somebody looked").isEqualTo(TUESDAY);
		assertThat(changes(client)).isEqualTo(changed);
		assertThat(act(client, "change", change(client, NEXT_MONDAY, "clashes", mark(asked)))).hasStatus(422)
			.bodyText()
			.contains("Tick the box when you have looked again", TAKEN);
		assertThat(act(client, "change", change(client, NEXT_MONDAY, "clashes", "other", "sure", "true")))
			.as("other clashes than those that were looked at")
			.hasStatus(422);
		assertThat(act(client, "change", change(client, NEXT_MONDAY, "clashes", mark(asked), "sure", "true")))
			.hasStatus3xxRedirection();
		assertThat(session(client, 1).day()).isEqualTo(NEXT_MONDAY);
		assertThat(changes(client)).isEqualTo(changed + 1);
		assertThat(act(client, "change", change(client, NEXT_MONDAY, "habit", ""))).as("nothing new to look at")
			.hasStatus3xxRedirection();
	}

	@Test
	void aRoomIsAskedForToo() {
		Case client = onTuesdays();
		this.jdbc.sql("update diary_session set room = 'big', therapist = null").update();
		this.jdbc.sql("update appointment set room = 'big', therapist = null").update();
		assertThat(act(client, "change", change(client, NEXT_MONDAY))).hasStatusOk()
			.bodyText()
			.contains("big is taken 10:00–11:00");
	}

	@Test
	void aPlanThatGoesOnMeetsNobodyUnseen() {
		Case client = onTuesdays();
		take(client, Act.PAUSE, Act.PAUSE.reasons().get(0));
		Map<String, String> resume = fields(client, "first-day", NEXT_MONDAY.toString());
		MvcTestResult asked = act(client, "resume", resume);
		assertThat(asked).hasStatusOk().bodyText().contains("Please look at this again", TAKEN);
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.PAUSED);
		resume.putAll(Map.of("clashes", mark(asked), "sure", "true"));
		assertThat(act(client, "resume", resume)).hasStatus3xxRedirection();
		assertThat(session(client, 1).day()).isEqualTo(NEXT_MONDAY);
	}

	/** Its time was given to somebody else while it rested. */
	@Test
	void aPlanThatGoesOnWithItsDaysMeetsNobodyUnseen() {
		Case client = inCare("client");
		usual(client, "10:00", THEO);
		take(client, Act.PAUSE, Act.PAUSE.reasons().get(0));
		usual(inCare("there"), "10:00", THEO);
		assertThat(act(client, "resume", fields(client))).hasStatusOk().bodyText().contains(TAKEN);
		Case quiet = inCare("quiet");
		usual(quiet, "10:00", OLGA);
		take(quiet, Act.PAUSE, Act.PAUSE.reasons().get(0));
		assertThat(act(quiet, "resume", fields(quiet))).as("no clash, no click").hasStatus3xxRedirection();
	}

	/** What else asks for a second look stands on the same page, and one tick does. */
	@Test
	void anApprovalWithANewDayMeetsNobodyUnseen() {
		Case client = onTuesdays();
		take(client, Act.DECLINE, Act.DECLINE.reasons().get(0));
		Map<String, String> approve = fields(client, "first-day", NEXT_MONDAY.toString());
		MvcTestResult asked = act(client, "approve", approve);
		assertThat(asked).hasStatusOk()
			.bodyText()
			.contains("This plan was declined before", TAKEN, "Why is it right all the same?");
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.DECLINED);
		approve.putAll(Map.of("clashes", mark(asked), "sure", "true", "why", "They asked for it"));
		assertThat(act(client, "approve", approve)).hasStatus3xxRedirection();
		assertThat(session(client, 1).day()).isEqualTo(NEXT_MONDAY);
	}

	@Test
	void aStepMeetsNobodyUnseen() {
		Case client = inCare("client");
		atAReview(client);
		int last = this.sessions.of(client.id()).size();
		CarePlan after = this.steps.after(client, Outcome.HOLD, null).orElseThrow();
		LocalDate day = after.sessions().get(last - 1).day();
		assertThat(day).isNotEqualTo(session(client, last).day());
		at(client, last, THEO);
		Case there = inCare("there");
		this.moving.moveAgreed(there.id(), 2, day, true, session(there, 2).seen());
		at(there, 2, THEO);
		String reason = Act.STEP.reasons()
			.stream()
			.filter((one) -> !one.equals(Reason.AS_PROPOSED) && !one.equals("other"))
			.findFirst()
			.orElseThrow();
		Map<String, String> step = fields(client, "step", "hold", "reason", reason);
		MvcTestResult asked = act(client, "step", step);
		assertThat(asked).hasStatusOk().bodyText().contains("Please look at this again", TAKEN);
		assertThat(actions(client)).doesNotContain(Action.STEP_TAKEN);
		step.putAll(Map.of("clashes", mark(asked), "sure", "true"));
		assertThat(act(client, "step", step)).hasStatus3xxRedirection();
		assertThat(actions(client)).containsOnlyOnce(Action.STEP_TAKEN);
	}

	@Test
	void aSessionThatComesBackMeetsNobodyUnseen() {
		Case client = inCare("client");
		usual(client, "10:00", THEO);
		cancel(client, 2);
		cancel(client, 3);
		at(inCare("there"), 2, THEO);
		MvcTestResult asked = act(client, "sessions/2", wrong(client, 2));
		assertThat(asked).hasStatus(422).bodyText().contains("Something stands against the time", TAKEN);
		assertThat(session(client, 2).state()).isEqualTo(State.CANCELLED);
		assertThat(actions(client)).doesNotContain(Action.SESSION_REOPENED);
		Map<String, String> sure = wrong(client, 2);
		sure.put("sure", mark(asked));
		assertThat(act(client, "sessions/2", sure)).hasStatus3xxRedirection();
		assertThat(session(client, 2).state()).isEqualTo(State.PLANNED);
		assertThat(act(client, "sessions/3", wrong(client, 3))).as("no clash, no click").hasStatus3xxRedirection();
	}

	/** Somebody has ten o'clock on Mondays, and the client on Tuesdays. */
	private Case onTuesdays() {
		Case client = inCare("client");
		usual(inCare("there"), "10:00", THEO);
		assertThat(act(client, "change", change(client, TUESDAY))).as("no clash, no click").hasStatus3xxRedirection();
		usual(client, "10:00", THEO);
		return client;
	}

	private Map<String, String> change(Case client, LocalDate day, String... more) {
		CarePlan plan = this.plans.of(client.id()).orElseThrow();
		Map<String, String> fields = fields(client, "technique", plan.technique(), "first-day", day.toString(),
				"minutes", Integer.toString(plan.minutes()), "habit", (plan.habit() != null) ? plan.habit() : "",
				"reason", "timetable");
		for (String phase : new String[] { "weekly", "fortnightly", "monthly" }) {
			fields.put("sessions-" + phase, Integer.toString(PlanChange.none(plan).sessions().getOrDefault(phase, 0)));
		}
		for (int i = 0; i < more.length; i += 2) {
			fields.put(more[i], more[i + 1]);
		}
		return fields;
	}

	private Map<String, String> fields(Case client, String... more) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("version", Integer.toString(this.lifeCycle.standing(client).version()));
		fields.put("read", "true");
		for (int i = 0; i < more.length; i += 2) {
			fields.put(more[i], more[i + 1]);
		}
		return fields;
	}

	private Map<String, String> wrong(Case client, int number) {
		return new LinkedHashMap<>(Map.of("what", "wrong", "seen", session(client, number).seen()));
	}

	private void cancel(Case client, int number) {
		this.people.atTheDesk(TestDesk.OWNER);
		this.marking.cancel(client.id(), number, false, LiveSession.CancelledBy.CLIENT, session(client, number).seen());
	}

	/** One session alone is at ten. */
	private void at(Case client, int number, String therapist) {
		LiveSession session = session(client, number);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(session, at(client, number), false,
				session.day(), new Appointment(LocalTime.of(10, 0), 60, id(therapist), null)));
	}

	/** Four weekly sessions were kept, and the check-in after them proposes a step. */
	private void atAReview(Case client) {
		int kept = 0;
		while (kept < 4 || this.checkIns.next(client.id()).orElseThrow().moment() != Moment.REVIEW) {
			LocalDate today = LocalDate.now(this.clock);
			if (this.checkIns.holding(client.id(), today).isEmpty()) {
				send(client,
						this.checkIns.next(client.id())
							.filter((due) -> due.open())
							.map((due) -> due.moment())
							.orElse(Moment.BETWEEN),
						Map.of());
			}
			int next = this.sessions.of(client.id())
				.stream()
				.filter(LiveSession::isOpen)
				.findFirst()
				.orElseThrow()
				.number();
			keep(client, next);
			kept++;
			this.clock.pass(Period.ofWeeks(1));
		}
		send(client, Moment.REVIEW, Map.of("pain", 2, "change", "much-better"));
		this.people.atTheDesk(TestDesk.OWNER);
	}

	private long changes(Case client) {
		return actions(client).stream().filter(Action.PLAN_CHANGED::equals).count();
	}

	private MvcTestResult act(Case client, String act, Map<String, String> fields) {
		var request = this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/" + act)
			.with(csrf())
			.with(this.people.there());
		fields.forEach(request::param);
		return stay(request::exchange);
	}

}
