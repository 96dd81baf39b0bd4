package org.backwise.outbox;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

import org.backwise.TestDesk;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.Moving;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Clearance;
import org.backwise.cases.Decision;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.Level;
import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.Message.State;
import org.backwise.staff.AtTheDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** A client who is sent to a doctor, told no or cleared hears that their page is new. */
@OutboxTest
class PageNewsTests extends OutboxScenario {

	private static final String NEWS = "Something new on your page";

	private static final String NOW = "Please open your page now";

	private static final Duration TO_NIGHT = Duration.ofHours(14);

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private Moving moving;

	/** Nobody stood behind the plan yet: the page changes all the same. */
	@ParameterizedTest
	@EnumSource(value = Choice.class, names = { "PLAN", "CHANGE" })
	void aProposedPlanThatIsDeclinedIsTold(Choice wanted) throws Exception {
		Case client = waiting("declined", wanted);
		decide(client, Act.DECLINE, null);
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly(NEWS);
		assertThat(part(got()[0], 0)).contains("There is something new on your page. Please open it.",
				SITE + "/result/", "/messages/off/");
		assertThat(this.cases.behind(link(got()[0])).map(Case::id)).contains(client.id());
	}

	@ParameterizedTest
	@EnumSource(Level.class)
	void aProposedPlanThatIsRaisedIsToldAndAtNightWhenItMustNotWait(Level level) throws Exception {
		Case client = waiting("raised", Choice.CHANGE);
		this.clock.pass(TO_NIGHT);
		decide(client, Act.RAISE, level);
		boolean now = level == Level.EMERGENCY || level == Level.URGENT;
		assertThat(this.drain.round()).isEqualTo(now ? 1 : 0);
		later(Duration.ofHours(10));
		assertThat(this.drain.round()).isEqualTo(now ? 0 : 1);
		assertThat(subjects()).containsExactly(now ? NOW : NEWS);
	}

	@Test
	void aReferralThatBecomesMoreUrgentIsToldAtOnceAndTheOlderNewsNoMore() throws Exception {
		Case client = this.people.referred("worse");
		this.clients.choose(client.id(), EnumSet.of(Choice.CHANGE));
		this.clock.pass(TO_NIGHT);
		this.lifeCycle.clear(client.id(), 0, olga(), clearance(), "seen the letter");
		assertThat(this.drain.round()).as("it can wait").isZero();
		decide(client, Act.RAISE, Level.EMERGENCY);
		assertThat(this.drain.round()).isOne();
		later(Duration.ofHours(10));
		assertThat(this.drain.round()).as("the clearance is no more").isZero();
		assertThat(subjects()).containsExactly(NOW);
	}

	@Test
	void aClearanceIsTold() throws Exception {
		Case client = this.people.referred("cleared");
		this.clients.choose(client.id(), EnumSet.of(Choice.PLAN));
		this.lifeCycle.clear(client.id(), 0, olga(), clearance(), "seen the letter");
		assertThat(this.drain.round()).isOne();
		assertThat(subjects()).containsExactly(NEWS);
	}

	/** Their sessions are gone too; the page says so. */
	@ParameterizedTest
	@EnumSource(value = Act.class, names = { "DECLINE", "RAISE" })
	void aPlanThatStoodIsToldInOneMessageThoughASessionMovedJustBefore(Act act) throws Exception {
		Case client = inCare("stood", Choice.CHANGE);
		LiveSession second = session(client, 2);
		this.moving.move(client.id(), 2, second.day().plusDays(1), false, second.seen());
		decide(client, act, (act == Act.RAISE) ? Level.SEE_DOCTOR : null);
		for (int i = 0; i < 3; i++) {
			this.drain.round();
			later(ClientNews.SETTLES);
		}
		assertThat(subjects()).containsExactly(NEWS);
		if (act == Act.DECLINE) {
			take(client, Act.APPROVE, null);
			later(ClientNews.SETTLES);
			this.drain.round();
			assertThat(subjects()).as("they are back").containsExactly(NEWS, "Your sessions have changed");
		}
	}

	@Test
	void aNoThatWasTakenBackInTheNightIsNotTold() throws Exception {
		Case client = waiting("back", Choice.PLAN);
		this.clock.pass(TO_NIGHT);
		decide(client, Act.DECLINE, null);
		this.drain.round();
		take(client, Act.APPROVE, null);
		later(Duration.ofHours(10));
		this.drain.round();
		assertThat(subjects()).containsExactly("Your plan is confirmed");
	}

	@Test
	void nothingGoesToWhoDidNotAskOrSeesItThemselvesOrIsGone() {
		Case none = this.people.planned("none");
		Case other = waiting("other", Choice.REMINDER);
		Case off = waiting("off", Choice.CHANGE);
		Case withdrawn = waiting("withdrawn", Choice.CHANGE, Choice.PLAN);
		Case own = inCare("own", Choice.CHANGE);
		Map<String, Object> answers = new HashMap<>(TestDesk.CALM);
		answers.put("nerve-signs", List.of("saddle-numbness"));
		this.checkIns.send(own.id(), Moment.START, By.CLIENT, answers, List.of(), new Who.Client(own.id().value()));
		assertThat(this.lifeCycle.standing(own).state()).isEqualTo(CaseState.REFERRED);
		List.of(none, other, off, withdrawn).forEach((one) -> decide(one, Act.RAISE, Level.EMERGENCY));
		this.clients.choose(off.id(), Set.of());
		this.lifeCycle.withdraw(withdrawn.id());
		later(Duration.ofHours(3));
		assertThat(this.drain.round()).isZero();
		assertThat(got()).isEmpty();
		assertThat(all()).hasSize(2).allSatisfy((one) -> assertThat(one.state()).isEqualTo(State.DROPPED));
	}

	@Test
	void withoutAnAddressTheDeskSeesThatNobodyWasTold() {
		Case client = waiting("nowhere", Choice.CHANGE);
		this.jdbc.sql("update case_contact set phone = '+441632960123', email = null").update();
		decide(client, Act.RAISE, Level.URGENT);
		assertThat(this.drain.round()).isZero();
		assertThat(all()).singleElement()
			.satisfies((one) -> assertThat(one.trouble()).isEqualTo(Trouble.NO_ADDRESS))
			.satisfies((one) -> assertThat(one.state()).isEqualTo(State.FAILED));
	}

	/** The client may not look at the page: somebody has to call. */
	@Test
	void theDeskAsksToCallWhereItMustNotWait() throws Exception {
		Case client = this.people.planned("call");
		String path = "/desk/cases/" + client.reference();
		assertThat(page(path + "/raise")).contains("if it is urgent or an emergency, call them now");
		decide(client, Act.RAISE, Level.SEE_DOCTOR);
		assertThat(page(path + "?done=raise")).contains("The urgency is upgraded")
			.doesNotContain("Please call the client now");
		decide(client, Act.RAISE, Level.EMERGENCY);
		assertThat(page(path + "?done=raise")).contains("Please call the client now");
		assertThat(page(path)).doesNotContain("Please call the client now");
	}

	@Test
	void withNoAddressAnyMoreTicksAreNotTakenSilently() throws Exception {
		Case client = waiting("ticks", Choice.PLAN);
		assertThat(choose("ticks", "change", "reminder").getStatus()).isEqualTo(302);
		this.jdbc.sql("update case_contact set email = null, reach = null").update();
		MockHttpServletResponse refused = choose("ticks", "plan", "check-in");
		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(refused.getContentAsString()).contains("Nothing was saved", "/result/ticks/contact")
			.doesNotContain("Saved. You get")
			.containsPattern("value=\"plan\"[^>]*checked")
			.containsPattern("value=\"check-in\"[^>]*checked")
			.doesNotContainPattern("value=\"reminder\"[^>]*checked");
		assertThat(this.clients.of(client.id()).orElseThrow().kinds()).containsExactlyInAnyOrder(Choice.CHANGE,
				Choice.REMINDER);
		assertThat(choose("ticks").getStatus()).as("to end them always works").isEqualTo(302);
		assertThat(this.clients.of(client.id()).orElseThrow().kinds()).isEmpty();
	}

	private MockHttpServletResponse choose(String link, String... kinds) throws Exception {
		return this.mvc.perform(post("/result/" + link + "/messages").param("kinds", kinds).with(csrf()))
			.andReturn()
			.getResponse();
	}

	private String page(String path) throws Exception {
		return this.mvc.perform(get(path).with(AtTheDesk.as(TestDesk.OWNER)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private Case waiting(String link, Choice... wanted) {
		Case client = this.people.planned(link);
		this.clients.choose(client.id(), EnumSet.of(wanted[0], wanted));
		return client;
	}

	private Therapist olga() {
		return new Therapist(account("Olga Owner"), "Olga");
	}

	private Clearance clearance() {
		return new Clearance("Dr Osei", LocalDate.now(this.clock), "none", account("Olga Owner"), this.clock.instant());
	}

	private void decide(Case client, Act act, Level level) {
		this.people.atTheDesk(TestDesk.OWNER);
		this.lifeCycle.take(client.id(), new Decision(act, this.lifeCycle.standing(client).version(), olga(),
				new Reason(act.reasons().get(0), null, null), level, null));
	}

}
