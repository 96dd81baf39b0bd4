package org.backwise.transfer;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.h2.tools.Csv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.care.Marking;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Assignments;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.cases.Contact;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Rounds;
import org.backwise.cases.SentRound;
import org.backwise.cases.Therapist;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.notes.Treatment;
import org.backwise.practice.LinkToken;
import org.backwise.retention.Erasures;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What is taken out is what lies in the database, read by another library. */
@DeskTest
class TakeOutTests {

	private static final String PASSWORD = "quiet harbour lamp 93";

	private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"click\")";

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Cases cases;

	@Autowired
	private Rounds rounds;

	@Autowired
	private Triage triage;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Appointments appointments;

	@Autowired
	private Assignments assignments;

	@Autowired
	private StaffAccounts staff;

	@Autowired
	private Marking marking;

	@Autowired
	private Notes notes;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void onlyTheOwnerGetsThereAndOnlyWithThePassword() {
		assertThat(get("/desk/take-out")).hasStatusOk().bodyText().contains("apostrophe", "cases.csv", "journal.jsonl");
		assertThat(post("cases.csv", "wrong", false, true)).hasStatus(422)
			.bodyText()
			.contains("Error:", "not your password");
		assertThat(post("cases.csv", "", false, true)).hasStatus(422);
		assertThat(post("made-up.csv", PASSWORD, false, true)).hasStatus(404);
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(get("/desk/take-out")).hasStatus(404);
		assertThat(post("cases.csv", PASSWORD, false, true)).hasStatus(404);
	}

	@Test
	void casesAreWhatLiesInTheDatabase() throws Exception {
		Case planned = treated();
		Case referred = this.people.referred("r");
		for (boolean semicolon : List.of(false, true)) {
			List<Map<String, String>> rows = csv(file("cases.csv", semicolon, true), semicolon, true);
			assertThat(rows).map((row) -> row.get("Reference"))
				.containsExactlyInAnyOrderElementsOf(
						this.jdbc.sql("select reference from care_case").query(String.class).list());
			Map<String, String> row = of(rows, planned);
			assertThat(row).containsEntry("State", "approved")
				.containsEntry("Outcome", "care-plan")
				.containsEntry("Sent at", planned.sentAt().toString())
				.containsEntry("Plan minutes", "60")
				.containsEntry("Rules version", this.triage.knowledge().about().version());
			assertThat(Cells.original(row.get("Name"))).isEqualTo(FORMULA);
			assertThat(row.get("Name")).startsWith("'=");
			assertThat(of(rows, referred)).containsEntry("Level", "see-doctor")
				.containsEntry("Rules that referred",
						this.rounds.first(referred.id()).assessment().findings().get(0).rule());
		}
	}

	@Test
	void theMarkIsThereWhenItIsWanted() throws Exception {
		this.people.planned("p");
		assertThat(file("cases.csv", false, true)).startsWith("\uFEFFReference,");
		assertThat(file("cases.csv", true, false)).startsWith("Reference;");
	}

	@Test
	void answersSessionsAndNotesAreWhatLiesInTheDatabase() throws Exception {
		Case planned = treated();
		List<Map<String, String>> answers = csv(file("answers.csv", false, true), false, true);
		int asked = this.rounds.first(planned.id()).answers().size();
		assertThat(answers.stream().filter((row) -> row.get("Kind").equals("FIRST"))).hasSize(asked);
		assertThat(answers).filteredOn((row) -> row.get("Question id").equals("age"))
			.map((row) -> row.get("Answer"))
			.containsExactly("41");
		List<Map<String, String>> days = csv(file("sessions.csv", false, true), false, true);
		assertThat(days).hasSameSizeAs(this.sessions.of(planned.id()));
		assertThat(days.get(0)).containsEntry("State", "KEPT").containsEntry("Day", "2027-03-01");
		assertThat(days.get(0)).containsEntry("Begins at", null)
			.containsEntry("Minutes", null)
			.containsEntry("Therapist", null)
			.containsEntry("Room", null);
		List<Map<String, String>> notes = csv(file("notes.csv", false, true), false, true);
		assertThat(notes).map((row) -> row.get("Kind")).containsExactly("SIGNED", "ADDED");
		assertThat(Cells.original(notes.get(0).get("Subjective"))).isEqualTo("- says\n\"better\", he thinks; 5 > 3");
		assertThat(notes.get(0)).containsEntry("Therapist", "Olga Owner")
			.containsEntry("Areas", "lower-back-left")
			.containsEntry("Pressure", "light")
			.containsEntry("Technique", "relaxation")
			.containsEntry("Minutes", "45");
		assertThat(notes.get(1)).containsEntry("Reason", "forgotten");
	}

	/**
	 * Whoever counts signed notes counts no struck one, and sees what the strike is
	 * about.
	 */
	@Test
	void aStruckNoteNeverLooksLikeOneThatCounts() throws Exception {
		Case planned = treated();
		this.notes.strike(planned.id(), 1, "wrong client", this.notes.find(planned.id(), 1).orElseThrow().version());
		this.notes.write(planned.id(), 1, new Soap("again", "", "", ""), Treatment.NONE, -1, true);
		List<Map<String, String>> rows = csv(file("notes.csv", false, true), false, true);
		assertThat(rows).map((row) -> row.get("Kind") + " " + row.get("Note") + " " + row.get("Counts"))
			.containsExactly("SIGNED 2 YES", "STRUCK 1 NO", "ADDED 1 NO", "ENTERED_IN_ERROR 1 NO");
		assertThat(rows.get(0)).containsEntry("Subjective", "again");
		assertThat(rows.get(3)).containsEntry("Reason", "wrong client");
		JsonNode held = this.json.readTree(file("records.json", false, true))
			.path("cases")
			.get(0)
			.path("sessions")
			.path("notes");
		assertThat(held.size()).isEqualTo(2);
		held.valueStream()
			.forEach((note) -> assertThat(note.path("counts").asBoolean())
				.isEqualTo(!note.path("enteredInError").isObject()));
	}

	@Test
	void aDraftDoesNotCountYet() throws Exception {
		Case planned = treated();
		this.notes.write(planned.id(), 2, new Soap("begun", "", "", ""), Treatment.NONE, -1, false);
		assertThat(csv(file("notes.csv", false, true), false, true)).last()
			.satisfies((row) -> assertThat(row).containsEntry("Kind", "DRAFT").containsEntry("Counts", "NOT_YET"));
	}

	/** "Planned" is only what can still take place. */
	@Test
	void sessionsThatDoNotComeAreNotPlanned() throws Exception {
		Case planned = treated();
		this.marking.cancel(planned.id(), 2, true, LiveSession.CancelledBy.PRACTICE,
				this.sessions.of(planned.id()).get(1).seen());
		assertThat(ofCase(planned)).extracting((row) -> row.get("State"), (row) -> row.get("Cancelled by"))
			.startsWith(tuple("KEPT", null), tuple("CANCELLED_LATE", "practice"), tuple("PLANNED", null));
		Therapist theo = new Therapist(UUID.randomUUID(), "Theo");
		this.lifeCycle.take(planned.id(), new Decision(Act.PAUSE, 1, theo, new Reason("unwell", null, null)));
		assertThat(ofCase(planned))
			.extracting((row) -> row.get("State"), (row) -> row.get("Stopped by"), (row) -> row.get("Reason"))
			.startsWith(tuple("KEPT", null, null), tuple("CANCELLED_LATE", null, null),
					tuple("STOPPED", "pause", "unwell"));
		Case proposed = this.people.planned("proposed");
		assertThat(ofCase(proposed)).isNotEmpty()
			.allSatisfy((row) -> assertThat(row).containsEntry("State", "PROPOSED").containsEntry("Stopped by", null));
		this.lifeCycle.take(proposed.id(), new Decision(Act.DECLINE, 0, theo, new Reason("not-now", null, null)));
		assertThat(ofCase(proposed)).isNotEmpty()
			.allSatisfy((row) -> assertThat(row).containsEntry("State", "DECLINED")
				.containsEntry("Stopped by", "decline")
				.containsEntry("Reason", "not-now"));
		Case withdrawn = this.people.planned("withdrawn");
		this.lifeCycle.withdraw(withdrawn.id());
		assertThat(ofCase(withdrawn)).isNotEmpty()
			.allSatisfy(
					(row) -> assertThat(row).containsEntry("State", "STOPPED").containsEntry("Stopped by", "withdraw"));
	}

	private List<Map<String, String>> ofCase(Case theCase) throws Exception {
		return csv(file("sessions.csv", false, true), false, true).stream()
			.filter((row) -> row.get("Reference").equals(theCase.reference()))
			.toList();
	}

	@Test
	void timesAndWhoTreatsAreInTheFiles() throws Exception {
		Case planned = treated();
		StaffMember theo = this.staff.all()
			.stream()
			.filter((one) -> one.name().equals("Theo Therapist"))
			.findFirst()
			.orElseThrow();
		this.assignments.assign(planned.id(), theo.id(), null, new Therapist(theo.id(), theo.name()));
		LiveSession next = this.sessions.of(planned.id()).get(1);
		this.appointments.setAgreed(planned.id(), Appointments.Wish.now(next, this.appointments.of(planned.id()).get(2),
				false, next.day(), new Appointment(LocalTime.of(9, 30), 45, theo.id(), "Blue room")));
		assertThat(of(csv(file("cases.csv", false, true), false, true), planned)).containsEntry("Therapist",
				"Theo Therapist");
		assertThat(csv(file("sessions.csv", false, true), false, true).get(1)).containsEntry("Begins at", "09:30")
			.containsEntry("Minutes", "45")
			.containsEntry("Therapist", "Theo Therapist")
			.containsEntry("Room", "Blue room");
		assertThat(file("records.json", false, true)).contains("\"from\":\"09:30\"", "Theo Therapist", "Blue room");
	}

	@Test
	void everythingAsJsonHasAllParts() throws Exception {
		Case planned = treated();
		JsonNode all = this.json.readTree(file("records.json", false, true));
		assertThat(all.path("cases").size()).isEqualTo(1);
		JsonNode one = all.path("cases").get(0);
		assertThat(one.path("reference").asString()).isEqualTo(planned.reference());
		assertThat(one.path("questionnaire").path("details").path("name").asString()).isEqualTo(FORMULA);
		assertThat(one.path("questionnaire").path("answers").size())
			.isEqualTo(this.rounds.first(planned.id()).answers().size());
		assertThat(one.path("plan").path("plan").path("sessions").size())
			.isEqualTo(this.sessions.of(planned.id()).size());
		assertThat(one.path("sessions").path("notes").get(0).path("note").path("plan").asString()).isEqualTo("does");
		assertThat(one.path("access").isEmpty()).isFalse();
	}

	@Test
	void journalCanBeCheckedOutside() throws Exception {
		treated();
		String previous = "0".repeat(64);
		long place = 0;
		List<Map<String, String>> rows = csv(file("journal.csv", false, false), false, false);
		for (Map<String, String> row : rows) {
			place++;
			assertThat(row).containsEntry("Number", Long.toString(place)).containsEntry("Hash before", previous);
			String text = String.join("|", row.get("Number"), row.get("At"), row.get("Action"),
					row.get("Kind of person"), orNull(row.get("Who")), orNull(row.get("About")), previous);
			previous = sha256(text);
			assertThat(row.get("Hash")).isEqualTo(previous);
		}
		assertThat(rows.get(rows.size() - 1)).containsEntry("Action", "JOURNAL_TAKEN_OUT");
		String[] lines = file("journal.jsonl", false, false).split("\n");
		assertThat(lines.length).isGreaterThan(rows.size());
		assertThat(this.json.readTree(lines[rows.size() - 1]).path("hash").asString()).isEqualTo(previous);
	}

	@Test
	void everyCaseThatLeavesIsJournaled() throws Exception {
		Case planned = this.people.planned("p");
		file("sessions.csv", false, true);
		assertThat(this.journal.about(planned.id().value())).map(JournalEntry::action).contains(Action.TAKEN_OUT);
		assertThat(this.journal.check().isWhole()).isTrue();
		assertThat(get("/result/p/record")).hasStatusOk().bodyText().contains("copied the record into a file");
	}

	@Test
	void erasedCasesAreInNoFileAndWithdrawnOnesAre() throws Exception {
		Case erased = this.people.planned("e");
		Case withdrawn = this.people.planned("w");
		this.lifeCycle.withdraw(withdrawn.id());
		this.erasures.ask(erased.id());
		this.erasures.erase(erased.id());
		List<Map<String, String>> rows = csv(file("cases.csv", false, true), false, true);
		assertThat(rows).map((row) -> row.get("Reference")).containsExactly(withdrawn.reference());
		assertThat(rows.get(0)).containsEntry("State", "withdrawn");
	}

	/** With more cases than a page has. */
	@Test
	void pagesFollowEachOther() throws Exception {
		for (int i = 0; i < 230; i++) {
			this.people.referred("r" + i);
		}
		assertThat(csv(file("cases.csv", false, true), false, true)).hasSize(230).doesNotHaveDuplicates();
	}

	private Case treated() {
		Map<String, Object> sheet = this.rounds.sheet(this.rounds.first(this.people.planned("x").id()));
		this.erasures.ask(this.cases.behind("x").orElseThrow().id());
		this.erasures.erase(this.cases.behind("x").orElseThrow().id());
		this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken("p"), new Consent("test", this.clock.instant()),
				new SentRound(this.triage.read(sheet), List.of(),
						new Contact(FORMULA, null, null, false, "+44 20 7946 0018"), LocalDate.now(this.clock)));
		Case planned = this.cases.behind("p").orElseThrow();
		this.lifeCycle.take(planned.id(), new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
		TestSessions.keep(this.marking, planned.id(), 1, LocalDate.now(this.clock), "PLANNED 2027-03-01");
		this.notes.write(planned.id(), 1, new Soap("- says\n\"better\", he thinks; 5 > 3", "sees", "thinks", "does"),
				new Treatment(List.of("lower-back-left"), Treatment.Pressure.LIGHT, "relaxation", 45, null), -1, true);
		this.notes.amend(planned.id(), 1, "@more", "forgotten",
				this.notes.find(planned.id(), 1).orElseThrow().version());
		this.clock.pass(Period.ofDays(1));
		return planned;
	}

	private static Map<String, String> of(List<Map<String, String>> rows, Case theCase) {
		return rows.stream()
			.filter((row) -> row.get("Reference").equals(theCase.reference()))
			.findFirst()
			.orElseThrow();
	}

	private static String orNull(String cell) {
		return (cell == null || cell.isEmpty()) ? "null" : cell;
	}

	private static String sha256(String text) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private String file(String name, boolean semicolon, boolean marked) throws Exception {
		MvcTestResult result = post(name, PASSWORD, semicolon, marked);
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment", name);
		return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private static List<Map<String, String>> csv(String text, boolean semicolon, boolean marked) throws Exception {
		Csv reader = new Csv();
		reader.setCaseSensitiveColumnNames(true);
		reader.setFieldSeparatorRead(semicolon ? ';' : ',');
		List<Map<String, String>> rows = new ArrayList<>();
		try (ResultSet read = reader.read(new StringReader(marked ? text.substring(1) : text), null)) {
			while (read.next()) {
				Map<String, String> row = new LinkedHashMap<>();
				for (int i = 1; i <= read.getMetaData().getColumnCount(); i++) {
					row.put(read.getMetaData().getColumnLabel(i), read.getString(i));
				}
				rows.add(row);
			}
		}
		return rows;
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String file, String password, boolean semicolon, boolean marked) {
		return this.mvc.post()
			.uri("/desk/take-out/" + file)
			.with(csrf())
			.with(this.people.there())
			.param("confirm", password)
			.param("between", semicolon ? "semicolon" : "comma")
			.param("marked", Boolean.toString(marked))
			.exchange();
	}

}
