package org.backwise.retention;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.AtOnce;
import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.cases.Cases;
import org.backwise.cases.CompletedIntake;
import org.backwise.cases.Intakes;
import org.backwise.cases.SentIntakes;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.retention.DueRecord.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Time passes, and records go one kind after the other. */
@DeskTest
class RetentionScenarioTests {

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Retention retention;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Intakes intakes;

	@Autowired
	private SentIntakes sent;

	@Autowired
	private Cases cases;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Notes notes;

	@Autowired
	private Journal journal;

	@Autowired
	private ForgottenCounts counts;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void referralGoesTheDayAfterTwoYears() {
		CompletedIntake referred = this.people.referred("r");
		assertThat(this.retention.of(this.sent.find(referred.id()).orElseThrow()))
			.satisfies((going) -> assertThat(going.kind()).isEqualTo(Kind.REFERRAL))
			.satisfies((going) -> assertThat(going.day()).isEqualTo(LocalDate.of(2029, 3, 2)));
		this.clock.pass(Period.ofYears(2));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock).plusDays(30), 10)).hasSize(1);
		assertThat(this.retention.removeDue()).isZero();
		this.clock.pass(Period.ofDays(1));
		assertThat(this.retention.removeDue()).isOne();
		assertThat(this.intakes.find(referred.id())).isEmpty();
		assertThat(this.intakes.behind("r")).isEmpty();
	}

	@Test
	void caseStaysEightYearsAfterItsLastUse() {
		CompletedIntake planned = approved("p");
		this.sessions.keep(planned.id(), 1, LocalDate.now(this.clock), seen(planned));
		this.notes.write(planned.id(), 1, new Soap("s", "o", "a", "p"), -1, true);
		this.clock.pass(Period.ofYears(3));
		this.notes.amend(planned.id(), 1, "more", "forgotten", 0);
		this.clock.pass(Period.ofYears(8));
		assertThat(this.retention.removeDue()).isZero();
		this.clock.pass(Period.ofDays(1));
		assertThat(this.retention.removeDue()).isOne();
		assertThat(rowsAbout(planned)).isEmpty();
	}

	@Test
	void whoWithdrawsBeforeAnySessionGoesAfterThirtyDays() {
		CompletedIntake planned = approved("w");
		CompletedIntake treated = approved("t");
		this.sessions.keep(treated.id(), 1, LocalDate.now(this.clock), seen(treated));
		this.cases.withdraw(planned.id());
		this.cases.withdraw(treated.id());
		this.clock.pass(Period.ofDays(31));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock), 10)).extracting(DueRecord::kind)
			.containsExactly(Kind.WITHDRAWN);
		assertThat(this.retention.removeDue()).isOne();
		assertThat(this.intakes.find(planned.id())).isEmpty();
		assertThat(this.intakes.find(treated.id())).isPresent();
	}

	@Test
	void manyTreatedOnesWhoWithdrewDoNotHideTheOneWhoMayGo() {
		for (int i = 0; i < 201; i++) {
			this.cases.withdraw(this.people.referred("many-" + i).id());
		}
		this.jdbc
			.sql("""
					insert into soap_note (id, intake, number, subjective, objective, assessment, next_steps, author, begun_at,
					saved_at, version) select id, id, 1, '', '', '', '', id, sent_at, sent_at, 0 from intake""")
			.update();
		this.clock.pass(Duration.ofMinutes(1));
		CompletedIntake untreated = this.people.planned("last");
		this.cases.withdraw(untreated.id());
		this.clock.pass(Period.ofDays(31));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock), 10)).extracting((going) -> going.intake().id())
			.containsExactly(untreated.id());
	}

	@Test
	void erasureLeavesACountAndJournalRowsWithoutAPerson() {
		CompletedIntake planned = approved("e");
		this.sessions.keep(planned.id(), 1, LocalDate.now(this.clock), seen(planned));
		this.notes.write(planned.id(), 1, new Soap("s", "o", "a", "p"), -1, false);
		this.erasures.ask(planned.id());
		assertThat(rowsAbout(planned)).contains("session_mark", "soap_note", "care_plan", "erasure_request");
		long rows = rows();
		assertThat(this.erasures.erase(planned.id())).isTrue();
		assertThat(this.erasures.erase(planned.id())).isFalse();
		assertThat(rowsAbout(planned)).isEmpty();
		assertThat(rows()).isEqualTo(rows + 1);
		assertThat(this.journal.about(planned.id().value())).isEmpty();
		assertThat(this.journal.before(Long.MAX_VALUE, 1)).singleElement()
			.satisfies((row) -> assertThat(row.action()).isEqualTo(Action.ERASED))
			.satisfies((row) -> assertThat(row.intake()).isNull());
		assertThat(this.journal.check().isWhole()).isTrue();
		assertThat(this.counts.byYear()).singleElement().isEqualTo(new ForgottenCounts.Count(2027, "plan", 1));
	}

	@Test
	void twoInstancesLetNothingGoTwice() throws Exception {
		for (int i = 0; i < 12; i++) {
			this.people.referred("many-" + i);
		}
		this.clock.pass(Period.ofYears(3));
		Callable<Integer> nightly = this.retention::removeDue;
		assertThat(AtOnce.all(List.of(nightly, nightly)).stream().mapToInt(Integer::intValue).sum()).isEqualTo(12);
		assertThat(this.counts.byYear()).singleElement().isEqualTo(new ForgottenCounts.Count(2027, "see-doctor", 12));
	}

	@Test
	void whoWasUnderEighteenStaysOnRecordUntilTheyAreSurelyTwentyFive() {
		CompletedIntake minor = this.people.sent("minor", Map.of("age", 16));
		CompletedIntake grown = this.people.referred("grown");
		assertThat(goingDay(minor)).isEqualTo(LocalDate.of(2036, 3, 2));
		assertThat(goingDay(grown)).isEqualTo(LocalDate.of(2029, 3, 2));
		this.clock.pass(Period.ofYears(3));
		assertThat(this.retention.removeDue()).isOne();
		assertThat(this.intakes.find(minor.id())).isPresent();
		this.clock.pass(Period.ofYears(6).plusDays(1));
		assertThat(this.retention.removeDue()).isOne();
	}

	@Test
	void lastDayOfFebruaryIsCountedInLeapYearsToo() {
		this.clock.pass(Period.of(2, 11, 27));
		CompletedIntake referred = this.people.referred("leap");
		assertThat(LocalDate.now(this.clock)).isEqualTo(LocalDate.of(2030, 2, 28));
		this.clock.pass(Period.ofYears(2));
		assertThat(this.retention.removeDue()).isZero();
		this.clock.pass(Period.ofDays(1));
		assertThat(goingDay(referred)).isEqualTo(LocalDate.of(2032, 2, 29)).isEqualTo(LocalDate.now(this.clock));
		assertThat(this.retention.removeDue()).isOne();
	}

	@Test
	void manyWhoWereTreatedDoNotStandInTheWayOfWhoWasNot() {
		CompletedIntake treated = this.people.referred("treated");
		this.cases.withdraw(treated.id());
		this.jdbc
			.sql("insert into intake select random_uuid(), 'R' || x, 'L' || x, consent_version, consented_at, sent_at, "
					+ "outcome, level, answers, wording, changes, decision, knowledge "
					+ "from intake, system_range(1, 201) where id = ?")
			.param(treated.id().value())
			.update();
		this.jdbc.sql("insert into care_decision (intake, version, kind, decided_at) "
				+ "select id, 1, 'WITHDRAWN', sent_at from intake where reference like 'R%' and length(reference) < 8")
			.update();
		this.jdbc
			.sql("insert into soap_note (id, intake, number, subjective, objective, assessment, next_steps, "
					+ "author, begun_at, saved_at, version) select random_uuid(), intake, 1, 's', 'o', 'a', 'p', "
					+ "random_uuid(), decided_at, decided_at, 0 from care_decision where kind = 'WITHDRAWN'")
			.update();
		this.clock.pass(Duration.ofMinutes(1));
		CompletedIntake last = this.people.planned("last");
		this.cases.withdraw(last.id());
		this.clock.pass(Period.ofDays(31));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock), 10)).extracting((going) -> going.intake().id())
			.containsExactly(last.id());
		assertThat(this.retention.removeDue()).isOne();
	}

	@Test
	void whatIsUsedAtTheLastMomentStays() {
		CompletedIntake planned = approved("used");
		this.notes.write(planned.id(), 1, new Soap("s", "o", "a", "p"), -1, true);
		this.clock.pass(Period.ofYears(9));
		DueRecord due = this.retention.goingBy(LocalDate.now(this.clock), 1).get(0);
		this.notes.amend(planned.id(), 1, "more", "forgotten", 0);
		assertThat(this.retention.letGo(due)).isFalse();
		assertThat(this.intakes.find(planned.id())).isPresent();
	}

	@Test
	void whatIsNeededForAClaimStaysThatMuchLonger() {
		CompletedIntake referred = this.people.referred("claim");
		this.clock.pass(Period.ofYears(1));
		this.erasures.ask(referred.id());
		this.erasures.refuse(referred.id(), ErasureRequest.Reason.CLAIM, "");
		assertThat(goingDay(referred)).isEqualTo(LocalDate.of(2030, 3, 2));
	}

	private LocalDate goingDay(CompletedIntake intake) {
		return this.retention.of(this.sent.find(intake.id()).orElseThrow()).day();
	}

	private CompletedIntake approved(String link) {
		CompletedIntake planned = this.people.planned(link);
		this.cases.approve(planned.id(), 0, new Therapist(UUID.randomUUID(), "Theo"), null);
		return planned;
	}

	private String seen(CompletedIntake intake) {
		return "PLANNED " + this.sessions.of(intake.id()).get(0).day();
	}

	private long rows() {
		return this.jdbc.sql("select last_number from journal_head").query(Long.class).single();
	}

	/** Every table with a column for the intake, whoever owns it. */
	private List<String> rowsAbout(CompletedIntake intake) {
		List<String> found = new ArrayList<>();
		this.jdbc
			.sql("select lower(table_name) from information_schema.columns where lower(column_name) = 'intake' "
					+ "and lower(table_schema) = 'public'")
			.query(String.class)
			.list()
			.forEach((table) -> {
				long rows = this.jdbc.sql("select count(*) from " + table + " where intake = ?")
					.param(intake.id().value())
					.query(Long.class)
					.single();
				if (rows > 0) {
					found.add(table);
				}
			});
		return found;
	}

}
