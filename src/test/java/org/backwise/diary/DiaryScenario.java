package org.backwise.diary;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.SessionGate;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A desk with clients in care, on Monday 1 March 2027, and what is done there. */
abstract class DiaryScenario {

	/** What stands for the warnings of a page in the form that says yes to them. */
	private static final Pattern MARK = Pattern.compile("name=\"(?:clashes|sure)\" value=\"([0-9a-f]+)\"");

	static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

	@Autowired
	People people;

	@Autowired
	TestClock clock;

	@Autowired
	LifeCycle lifeCycle;

	@Autowired
	Attendance sessions;

	@Autowired
	Appointments appointments;

	@Autowired
	CheckIns checkIns;

	@Autowired
	SessionGate gate;

	@Autowired
	StaffAccounts staff;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	Case inCare(String link) {
		return inCare(link, Map.of());
	}

	Case inCare(String link, Map<String, Object> differs) {
		Case client = this.people.sent(link, differs);
		take(client, Act.APPROVE, null);
		return client;
	}

	void take(Case client, Act act, String reason) {
		this.lifeCycle.take(client.id(), new Decision(act, this.lifeCycle.standing(client).version(),
				new Therapist(id("Olga Owner"), "Olga"), (reason != null) ? new Reason(reason, null, null) : null));
	}

	UUID id(String name) {
		return this.staff.all()
			.stream()
			.filter((member) -> member.name().equals(name))
			.map(StaffMember::id)
			.findFirst()
			.orElseThrow();
	}

	void send(Case client, Moment moment, Map<String, Object> says) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.putAll(says);
		this.checkIns.send(client.id(), moment, By.CLIENT, answers, List.of(), new Who.Client(client.id().value()));
	}

	void keep(Case client, int number) {
		this.people.atTheDesk(TestDesk.OWNER);
		LocalDate today = LocalDate.now(this.clock);
		this.gate.tookPlace(client.id(), number, today, session(client, number).seen(),
				Set.copyOf(this.gate.toConfirm(client.id(), today)
					.stream()
					.map((caution) -> caution.caution())
					.collect(Collectors.toSet())));
	}

	LiveSession session(Case client, int number) {
		return this.sessions.of(client.id()).get(number - 1);
	}

	Appointment at(Case client, int number) {
		return this.appointments.of(client.id()).get(number);
	}

	/** Gives a case its usual time. */
	void usual(Case client, String time, String therapist) {
		LiveSession next = this.sessions.of(client.id()).stream().filter(LiveSession::isOpen).findFirst().orElseThrow();
		this.appointments.setAgreed(client.id(),
				Appointments.Wish.now(next, at(client, next.number()), true, next.day(),
						new Appointment(LocalTime.parse(time), at(client, next.number()).minutes(),
								(therapist != null) ? id(therapist) : null, null)));
	}

	/** The form of a session's time as somebody sends it who has just looked at it. */
	Map<String, String> form(Case client, int number, String time, String therapist, String... more) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("day", session(client, number).day().toString());
		form.put("start", time);
		form.put("minutes", "60");
		form.put("therapist", (therapist != null) ? id(therapist).toString() : "");
		form.put("scope", "this");
		form.put("seen", session(client, number).seen());
		form.put("was", at(client, number).seen());
		for (int i = 0; i < more.length; i += 2) {
			form.put(more[i], more[i + 1]);
		}
		return form;
	}

	MvcTestResult post(Case client, int number, Map<String, String> form) {
		var request = this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/sessions/" + number + "/time")
			.with(csrf())
			.with(this.people.there());
		form.forEach(request::param);
		return stay(request::exchange);
	}

	MvcTestResult get(String path) {
		return stay(() -> this.mvc.get().uri(path).with(this.people.there()).exchange());
	}

	/** Whoever asks is still at the desk afterwards. */
	static MvcTestResult stay(Supplier<MvcTestResult> ask) {
		SecurityContext there = TestSecurityContextHolder.getContext();
		MvcTestResult result = ask.get();
		TestSecurityContextHolder.setContext(there);
		return result;
	}

	static String mark(MvcTestResult page) {
		try {
			Matcher found = MARK.matcher(page.getResponse().getContentAsString());
			assertThat(found.find()).isTrue();
			return found.group(1);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<Action> actions(Case client) {
		return this.journal.about(client.id().value()).stream().map(JournalEntry::action).toList();
	}

}
