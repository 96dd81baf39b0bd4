package org.backwise.journey;

import java.time.LocalDate;

import org.backwise.PostgresTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same on a real PostgreSQL: the migrations run, Hibernate finds what it expects, and
 * a journey is stored. Only the three settings below differ from H2.
 */
@PostgresTest
class PostgresTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void storesAWholeJourneyToAPlan() {
		String firstDay = LocalDate.now(this.clock).plusDays(10).toString();
		Visitor visitor = new Visitor(this.port);

		Page plan = visitor.result(Sheet.everyCaution(), "Zoë Ó Súilleabháin", firstDay);

		assertThat(plan.body()).contains("Your suggested plan").contains(firstDay);
		assertThat(count("select count(*) from care_case where level is null")).isOne();
		assertThat(count("select count(*) from care_session")).isEqualTo(13);
		assertThat(count("select count(*) from case_contact where name = 'Zoë Ó Súilleabháin'")).isOne();
		assertThat(count("select count(*) from intake_draft")).isZero();
		assertThat(visitor.get(plan.path()).body()).contains("Your suggested plan");
		assertThat(count("select count(*) from case_opening join care_case on id = case_id where level is null"))
			.isOne();
	}

	@Test
	void storesAReferral() {
		Visitor visitor = new Visitor(this.port);

		Page notice = visitor.result(Sheet.urgent(), "", "");

		assertThat(notice.body()).contains("High temperature or shivers");
		assertThat(count("select count(*) from care_case where level = 'urgent'")).isOne();
	}

	private int count(String query) {
		return this.database.queryForObject(query, Integer.class);
	}

}
