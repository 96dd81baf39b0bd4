package org.backwise.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.cases.Consent;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.SentRound;
import org.backwise.triage.Triage;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.practice.LinkToken;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The desk with made-up clients, and what is done there again and again. */
abstract class DeskScenario {

	@Autowired
	MockMvc mvc;

	@Autowired
	Cases cases;

	@Autowired
	Triage triage;

	@Autowired
	People people;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock clock;

	@BeforeEach
	void beginAnew() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	void clear(String link) throws Exception {
		act(link, "clear", Map.of("version", "0", "by", "Dr Osei", "on", "2027-03-01", "limits", "none", "sure", "true",
				"why", "seen the letter"))
			.andExpect(status().is3xxRedirection());
		later(Duration.ofMinutes(10));
	}

	void file(String name, Map<String, Object> differs, String link) {
		Map<String, Object> answers = new LinkedHashMap<>(ORDINARY);
		answers.putAll(differs);
		this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken(link), new Consent("test", this.clock.instant()),
				new SentRound(this.triage.read(answers), List.of(), new Contact(name), LocalDate.of(2027, 3, 8)));
	}

	void later(Duration time) {
		this.clock.pass(time);
	}

	String reference(String link) {
		return this.cases.behind(link).orElseThrow().reference();
	}

	List<Action> journal(String link) {
		UUID id = this.cases.behind(link).orElseThrow().id().value();
		return this.journal.about(id).stream().map(JournalEntry::action).toList();
	}

	ResultActions page(String path) throws Exception {
		return this.mvc.perform(get(java.net.URI.create(path.replace(" ", "%20"))).with(this.people.there()));
	}

	String text(String path) throws Exception {
		MvcResult result = page(path).andExpect(status().isOk()).andReturn();
		return result.getResponse().getContentAsString();
	}

	String client(String link) throws Exception {
		return this.mvc.perform(get("/result/" + link))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	ResultActions act(String link, String act, Map<String, String> fields) throws Exception {
		var request = post("/desk/cases/" + reference(link) + "/" + act).with(this.people.there()).with(csrf());
		fields.forEach(request::param);
		return this.mvc.perform(request);
	}

	static Map<String, String> change(String... differs) {
		return with(Map.of("version", "0", "technique", "deep-therapeutic", "sessions-weekly", "5",
				"sessions-fortnightly", "4", "sessions-monthly", "3", "first-day", "2027-03-08", "minutes", "60",
				"reason", "timetable", "words", "For the practice only"), differs);
	}

	static Map<String, String> with(Map<String, String> fields, String... differs) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		for (int i = 0; i < differs.length; i += 2) {
			all.put(differs[i], differs[i + 1]);
		}
		return all;
	}

	static Map<String, Object> emergency() {
		return Map.of("nerve-signs", List.of("saddle-numbness"), "nerve-signs-course", "new-or-worse");
	}

	static final Map<String, Object> ORDINARY = Map.ofEntries(Map.entry("nerve-signs", List.of("none")),
			Map.entry("body-signs", List.of("none")), Map.entry("age", 41),
			Map.entry("location", List.of("upper-back-left")), Map.entry("duration", "6-to-12-weeks"),
			Map.entry("onset", "posture-or-sitting"), Map.entry("pain", 5), Map.entry("pain-pattern", "comes-and-goes"),
			Map.entry("pain-trend", "same"), Map.entry("limb-signs", List.of("none")),
			Map.entry("disc-diagnosis", "no"), Map.entry("general-signs", List.of("none")),
			Map.entry("history", List.of("none")), Map.entry("health-today", List.of("none")),
			Map.entry("health-ongoing", List.of("none")), Map.entry("skin-and-medicines", List.of("none")),
			Map.entry("movement", "free"), Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting")), Map.entry("preference", "no-preference"));

}
