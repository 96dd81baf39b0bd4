package org.backwise.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A practice on Monday 1 March 2027, and calendars that read its sessions. */
abstract class CalendarScenario {

	private static final Pattern ADDRESS = Pattern.compile("value=\"http://localhost(/calendar/[^\"]+)\"");

	@Autowired
	People people;

	@Autowired
	TestClock clock;

	@Autowired
	LifeCycle lifeCycle;

	@Autowired
	Attendance sessions;

	@Autowired
	Marking marking;

	@Autowired
	Moving moving;

	@Autowired
	Appointments appointments;

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

	void take(Case client, Act act, String reason) {
		this.lifeCycle.take(client.id(), new Decision(act, this.lifeCycle.standing(client).version(),
				new Therapist(id("Olga Owner"), "Olga"), (reason != null) ? new Reason(reason, null, null) : null));
	}

	Case inCare(String link) {
		Case client = this.people.planned(link);
		take(client, Act.APPROVE, null);
		return client;
	}

	UUID id(String name) {
		return this.staff.all()
			.stream()
			.filter((member) -> member.name().equals(name))
			.map(StaffMember::id)
			.findFirst()
			.orElseThrow();
	}

	LiveSession session(Case client, int number) {
		return this.sessions.of(client.id()).get(number - 1);
	}

	/** Gives a session and the later ones a time. */
	void time(Case client, int number, String time, String therapist) {
		LiveSession next = session(client, number);
		Appointment now = this.appointments.of(client.id()).get(number);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(next, now, true, next.day(),
				new Appointment(LocalTime.parse(time), now.minutes(), id(therapist), null)));
	}

	void move(Case client, int number, LocalDate day) {
		this.moving.move(client.id(), number, day, false, session(client, number).seen());
	}

	void cancel(Case client, int number) {
		this.marking.cancel(client.id(), number, false, LiveSession.CancelledBy.CLIENT, session(client, number).seen());
	}

	void reopen(Case client, int number) {
		this.marking.reopen(client.id(), number, session(client, number).seen());
	}

	/** What a client's or anybody's calendar reads at an address. */
	Ical read(String path) {
		return Ical.of(text(path));
	}

	String text(String path) {
		MvcTestResult result = get(path);
		assertThat(result).hasStatusOk().hasContentType(FeedController.CALENDAR);
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	MvcTestResult get(String path) {
		return stay(() -> this.mvc.get().uri(path).exchange());
	}

	MvcTestResult desk(String path) {
		return stay(() -> this.mvc.get().uri(path).with(this.people.there()).exchange());
	}

	MvcTestResult post(String path, String... form) {
		var request = this.mvc.post().uri(path).with(csrf());
		for (int i = 0; i < form.length; i += 2) {
			request.param(form[i], form[i + 1]);
		}
		return stay(() -> (path.startsWith("/desk") ? request.with(this.people.there()) : request).exchange());
	}

	/** The address that a page shows. */
	static String address(MvcTestResult page) {
		Matcher address = ADDRESS.matcher(body(page));
		assertThat(address.find()).as("an address on the page").isTrue();
		return address.group(1);
	}

	static String body(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** Whoever asks is still at the desk afterwards. */
	static MvcTestResult stay(Supplier<MvcTestResult> ask) {
		SecurityContext there = TestSecurityContextHolder.getContext();
		MvcTestResult result = ask.get();
		TestSecurityContextHolder.setContext(there);
		return result;
	}

	List<Action> actions(UUID about) {
		return this.journal.about(about).stream().map(JournalEntry::action).toList();
	}

}
