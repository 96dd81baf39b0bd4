package org.backwise.diary;

import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.care.LiveSession;
import org.backwise.cases.Act;
import org.backwise.cases.Assignments;
import org.backwise.cases.Case;
import org.backwise.journal.Action;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Whoever is given a case is asked whether its sessions to come go with it. */
@DeskTest
class HandOverTests extends DiaryScenario {

	private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

	private static final String OLGA = "Olga Owner";

	private static final String THEO = "Theo Therapist";

	@Autowired
	private Assignments assignments;

	@Test
	void theSessionsToComeAreOfferedAndGoWithTheCase() {
		Case client = inCare("sam");
		usual(client, "10:00", OLGA);
		single(client, 3, "15:30", OLGA);
		send(client, Moment.START, Map.of());
		keep(client, 1);
		this.clock.pass(Period.ofDays(1));
		assertThat(assign(client, THEO, null, Map.of())).hasStatus3xxRedirection()
			.redirectedUrl()
			.isEqualTo(path(client));
		MvcTestResult page = get(path(client));
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("Theo Therapist looks after", "11 sessions to come are not with Theo Therapist yet", "15:30",
					"Give all 11 to Theo Therapist", "Leave them as they are")
			.doesNotContain("name=\"sure\"");
		assertThat(at(client, 2).therapist()).as("only offered").isEqualTo(id(OLGA));
		long timed = timed(client);
		assertThat(give(client, Map.of("seen", seen(page)))).hasStatus3xxRedirection()
			.redirectedUrl()
			.isEqualTo("/desk/cases/" + client.reference() + "?done=handed-over");
		assertThat(get("/desk/cases/" + client.reference() + "?done=handed-over")).bodyText()
			.contains("the sessions to come went with the case");
		assertThat(at(client, 1).therapist()).as("what was stays").isEqualTo(id(OLGA));
		for (LiveSession session : this.sessions.of(client.id()).subList(1, 12)) {
			Appointment now = at(client, session.number());
			assertThat(now.therapist()).isEqualTo(id(THEO));
			assertThat(now.start()).isEqualTo(LocalTime.parse((session.number() == 3) ? "15:30" : "10:00"));
		}
		assertThat(this.jdbc
			.sql("select count(*) from diary_session where case_id = ? and pending = true and therapist <> ?")
			.params(client.id().value(), id(THEO))
			.query(Long.class)
			.single()).isZero();
		assertThat(timed(client)).isEqualTo(timed + 1);
		assertThat(give(client, Map.of("seen", seen(page)))).as("a double click").hasStatus3xxRedirection();
		assertThat(timed(client)).isEqualTo(timed + 1);
	}

	@Test
	void clashesAreShownFirstAndAskOneTick() {
		Case other = inCare("other");
		usual(other, "10:30", THEO);
		Case client = inCare("sam");
		usual(client, "10:00", OLGA);
		assign(client, THEO, null, Map.of());
		MvcTestResult page = get(path(client));
		assertThat(page).bodyText()
			.contains("What stands against these times", THEO + " has another session", "name=\"sure\"");
		assertThat(actions(client)).as("a look notes nothing").filteredOn(Action.SESSION_TIMED::equals).hasSize(1);
		MvcTestResult untold = give(client, Map.of("seen", seen(page)));
		assertThat(untold).hasStatus(422).bodyText().contains("Tick the box when you have looked again");
		assertThat(give(client, Map.of("seen", seen(page), "clashes", "0", "sure", "true"))).hasStatus(422);
		assertThat(at(client, 1).therapist()).isEqualTo(id(OLGA));
		assertThat(give(client, Map.of("seen", seen(page), "clashes", mark(untold), "sure", "true")))
			.hasStatus3xxRedirection();
		assertThat(at(client, 1).therapist()).isEqualTo(id(THEO));
	}

	@Test
	void whoeverLookedAtOtherSessionsLooksAgain() {
		Case client = inCare("sam");
		usual(client, "10:00", OLGA);
		assign(client, THEO, null, Map.of());
		String seen = seen(get(path(client)));
		usual(client, "11:00", OLGA);
		assertThat(give(client, Map.of("seen", seen))).hasStatus(409)
			.bodyText()
			.contains("Other sessions are to come by now", "11:00");
		assertThat(at(client, 1).therapist()).isEqualTo(id(OLGA));
	}

	@Test
	void nothingIsAskedWhereNothingIsWithSomebodyElse() {
		Case untimed = inCare("untimed");
		assertThat(assign(untimed, THEO, null, Map.of())).redirectedUrl().endsWith("?done=assigned");
		Case his = inCare("his");
		usual(his, "10:00", THEO);
		assertThat(assign(his, THEO, null, Map.of())).redirectedUrl().endsWith("?done=assigned");
		Case nobodys = inCare("nobodys");
		usual(nobodys, "10:00", OLGA);
		assertThat(assign(nobodys, "", null, Map.of())).redirectedUrl().endsWith("?done=assigned");
		assertThat(get(path(nobodys))).as("nobody to give them to").hasStatus(404);
		Case stopped = inCare("stopped");
		usual(stopped, "12:00", OLGA);
		take(stopped, Act.PAUSE, Act.PAUSE.reasons().get(0));
		assertThat(assign(stopped, THEO, null, Map.of())).redirectedUrl().endsWith("?done=assigned");
	}

	@Test
	void theListItWasDoneOnIsNotLost() {
		Case client = inCare("sam");
		usual(client, "10:00", OLGA);
		MvcTestResult assigned = assign(client, THEO, null, Map.of("back", "/desk/cases?list=in-care&whose=mine"));
		assertThat(assigned).redirectedUrl()
			.isEqualTo(path(client) + "?back=%2Fdesk%2Fcases%3Flist%3Din-care%26whose%3Dmine");
		MvcTestResult page = stay(() -> this.mvc.get()
			.uri(path(client) + "?back={back}", "/desk/cases?list=in-care&whose=mine")
			.with(this.people.there())
			.exchange());
		assertThat(page).bodyText().contains("href=\"/desk/cases?list=in-care&amp;whose=mine#" + client.reference());
		assertThat(give(client, Map.of("seen", seen(page), "back", "/desk/cases?list=in-care&whose=mine")))
			.redirectedUrl()
			.isEqualTo("/desk/cases?list=in-care&whose=mine#" + client.reference());
		assertThat(give(client, Map.of("back", "https://evil.example/"))).redirectedUrl()
			.startsWith("/desk/cases/" + client.reference());
	}

	/** With their day, where another therapist can be chosen. */
	@Test
	void whoeverDisablesAnAccountIsToldWhichSessionsAreLeft() {
		Case client = inCare("sam");
		usual(client, "10:00", THEO);
		Case stopped = inCare("stopped");
		usual(stopped, "12:00", THEO);
		take(stopped, Act.PAUSE, Act.PAUSE.reasons().get(0));
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(get("/desk/people")).bodyText().doesNotContain("whose account is disabled");
		var disabled = stay(this.mvc.post()
			.uri("/desk/people/" + id(THEO) + "/disable")
			.with(csrf())
			.with(this.people.there())::exchange);
		assertThat(disabled).hasStatus3xxRedirection();
		assertThat(get("/desk/people")).bodyText()
			.contains("Sessions to come with somebody whose account is disabled",
					"href=\"/desk/cases/" + client.reference() + "/sessions/1/time\"", "Mon 1 Mar 2027", "10:00")
			.doesNotContain(stopped.reference());
		assertThat(at(client, 1).therapist()).as("nothing moves by itself").isEqualTo(id(THEO));
	}

	@Test
	void whoeverRetiresARoomIsToldWhichSessionsAreInIt() {
		Case client = inCare("sam");
		this.people.atTheDesk(TestDesk.OWNER);
		hours(Map.of("form", "room", "name", "Blue room"));
		String room = find(Pattern.compile("name=\"id\" value=\"([^\"]+)\""), get("/desk/settings/hours"));
		LiveSession session = session(client, 2);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(session, at(client, 2), false, session.day(),
				new Appointment(LocalTime.of(9, 0), 60, null, room)));
		assertThat(get("/desk/settings/hours")).bodyText().doesNotContain("still in this room");
		hours(Map.of("form", "one-room", "id", room, "act", "retire"));
		assertThat(get("/desk/settings/hours")).bodyText()
			.contains("One session to come is still in this room",
					"href=\"/desk/cases/" + client.reference() + "/sessions/2/time\"");
		hours(Map.of("form", "one-room", "id", room, "act", "back"));
		assertThat(get("/desk/settings/hours")).bodyText().doesNotContain("still in this room");
	}

	private void hours(Map<String, String> fields) {
		String seen = find(Pattern.compile("name=\"seen\" value=\"([^\"]*)\""), get("/desk/settings/hours"));
		var request = this.mvc.post()
			.uri("/desk/settings/hours")
			.with(csrf())
			.with(this.people.there())
			.param("seen", seen);
		fields.forEach(request::param);
		assertThat(stay(request::exchange)).hasStatus3xxRedirection();
	}

	private MvcTestResult assign(Case client, String to, UUID seen, Map<String, String> more) {
		Map<String, String> fields = new LinkedHashMap<>(more);
		fields.put("therapist", to.isEmpty() ? "" : id(to).toString());
		fields.put("seen", (seen != null) ? seen.toString() : "");
		return send(client, "assign", fields);
	}

	private MvcTestResult give(Case client, Map<String, String> fields) {
		return send(client, "hand-over", fields);
	}

	private MvcTestResult send(Case client, String what, Map<String, String> fields) {
		var request = this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/" + what)
			.with(csrf())
			.with(this.people.there());
		fields.forEach(request::param);
		return stay(request::exchange);
	}

	private static String path(Case client) {
		return "/desk/cases/" + client.reference() + "/hand-over";
	}

	private void single(Case client, int number, String time, String therapist) {
		LiveSession session = session(client, number);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(session, at(client, number), false,
				session.day(), new Appointment(LocalTime.parse(time), 60, id(therapist), null)));
	}

	private long timed(Case client) {
		return actions(client).stream().filter(Action.SESSION_TIMED::equals).count();
	}

	private static String seen(MvcTestResult page) {
		return find(SEEN, page);
	}

	private static String find(Pattern pattern, MvcTestResult page) {
		try {
			Matcher found = pattern.matcher(page.getResponse().getContentAsString());
			assertThat(found.find()).isTrue();
			return found.group(1);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
