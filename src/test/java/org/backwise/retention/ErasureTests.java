package org.backwise.retention;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.cases.Act;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Clearance;
import org.backwise.cases.Case;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What is left of a person who was erased, wherever it could be. */
@DeskTest
class ErasureTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void erasureLeavesNothingOfAPersonInAnyColumn() {
		Case erased = this.people.referred("erased-link");
		this.lifeCycle.take(erased.id(),
				new Decision(Act.FOLLOW_UP, 0, THEO, new Reason("seen", "Casey phoned", null)));
		this.lifeCycle.clear(erased.id(), 1, THEO, new Clearance("Dr Casey", LocalDate.now(this.clock), "Casey: light",
				THEO.account(), this.clock.instant().plusSeconds(1)), "Casey was seen");
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.mvc.post().uri("/result/erased-link/continue").with(csrf())).hasStatus3xxRedirection();
		this.people.atTheDesk(TestDesk.OWNER);
		this.erasures.ask(erased.id());
		this.jdbc
			.sql("insert into rules_comparison (id, candidate, running, started_at, progressed_at, intakes, tighter, "
					+ "looser, otherwise, undecided) values (random_uuid(), 'a', 'b', current_timestamp, current_timestamp, "
					+ "1, 1, 0, 0, 0)")
			.update();
		this.jdbc.sql("insert into rules_change select id, 1, 'TIGHTER', ?, '[]', ? from rules_comparison")
			.params(erased.id().value(), erased.reference())
			.update();
		List<String> traces = List.of(erased.id().value().toString(), erased.reference(), "Casey", "casey@example.org");
		assertThat(columnsWith(traces)).contains("case_contact.name", "intake_draft.details", "worklist_item.client",
				"rules_change.case_id", "case_step.words", "case_clearance.limits", "journal_person.person");
		this.erasures.erase(erased.id());
		assertThat(columnsWith(traces)).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from worklist_word").query(Long.class).single()).isZero();
		assertThat(this.journal.check().isWhole()).isTrue();
	}

	/** Every column of every table, whatever it is called. */
	private List<String> columnsWith(List<String> traces) {
		List<String> found = new ArrayList<>();
		this.jdbc.sql("select lower(table_name) from information_schema.tables where table_type = 'BASE TABLE' "
				+ "and lower(table_schema) = 'public' and lower(table_name) not in ('knowledge_base', 'flyway_schema_history')")
			.query(String.class)
			.list()
			.forEach((table) -> this.jdbc.sql("select * from " + table)
				.query()
				.listOfRows()
				.forEach((row) -> row.forEach((column, content) -> {
					String text = (content instanceof byte[] bytes) ? new String(bytes, StandardCharsets.ISO_8859_1)
							: String.valueOf(content);
					if (traces.stream().anyMatch(text::contains)) {
						found.add(table + "." + column.toLowerCase(Locale.ROOT));
					}
				})));
		return found;
	}

}
