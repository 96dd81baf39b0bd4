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
import org.backwise.care.Marking;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.practice.Refused;
import org.backwise.retention.DueRecord.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
	private LifeCycle lifeCycle;

	@Autowired
	private Cases cases;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Marking marking;

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
		Case referred = this.people.referred("r");
		assertThat(this.retention.of(this.cases.find(referred.id()).orElseThrow()))
			.satisfies((going) -> assertThat(going.kind()).isEqualTo(Kind.REFERRAL))
			.satisfies((going) -> assertThat(going.day()).isEqualTo(LocalDate.of(2029, 3, 2)));
		this.clock.pass(Period.ofYears(2));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock).plusDays(30), 10)).hasSize(1);
		assertThat(this.retention.removeDue()).isZero();
		this.clock.pass(Period.ofDays(1));
		assertThat(this.retention.removeDue()).isOne();
		assertThat(this.cases.find(referred.id())).isEmpty();
		assertThat(this.cases.behind("r")).isEmpty();
	}

	@Test
	void caseStaysEightYearsAfterItsLastUse() {
		Case planned = approved("p");
		TestSessions.keep(this.marking, planned.id(), 1, LocalDate.now(this.clock), seen(planned));
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
		Case planned = approved("w");
		Case treated = approved("t");
		TestSessions.keep(this.marking, treated.id(), 1, LocalDate.now(this.clock), seen(treated));
		this.lifeCycle.withdraw(planned.id());
		this.lifeCycle.withdraw(treated.id());
		this.clock.pass(Period.ofDays(31));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock), 10)).extracting(DueRecord::kind)
			.containsExactly(Kind.WITHDRAWN);
		assertThat(this.retention.removeDue()).isOne();
		assertThat(this.cases.find(planned.id())).isEmpty();
		assertThat(this.cases.find(treated.id())).isPresent();
	}

	@Test
	void manyTreatedOnesWhoWithdrewDoNotHideTheOneWhoMayGo() {
		for (int i = 0; i < 201; i++) {
			this.lifeCycle.withdraw(this.people.referred("many-" + i).id());
		}
		this.jdbc
			.sql("""
					insert into soap_note (id, case_id, number, subjective, objective, assessment, next_steps, author, begun_at,
					saved_at, version) select id, id, 1, '', '', '', '', id, sent_at, sent_at, 0 from care_case""")
			.update();
		this.clock.pass(Duration.ofMinutes(1));
		Case untreated = this.people.planned("last");
		this.lifeCycle.withdraw(untreated.id());
		this.clock.pass(Period.ofDays(31));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock), 10)).extracting((going) -> going.theCase().id())
			.containsExactly(untreated.id());
	}

	@Test
	void erasureLeavesACountAndJournalRowsWithoutAPerson() {
		Case planned = approved("e");
		TestSessions.keep(this.marking, planned.id(), 1, LocalDate.now(this.clock), seen(planned));
		this.notes.write(planned.id(), 1, new Soap("s", "o", "a", "p"), -1, false);
		this.erasures.ask(planned.id());
		assertThat(rowsAbout(planned)).contains("session_mark", "soap_note", "care_plan", "erasure_request");
		long rows = rows();
		this.erasures.erase(planned.id());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.erasures.erase(planned.id()));
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
		Case minor = this.people.sent("minor", Map.of("age", 16));
		Case grown = this.people.referred("grown");
		assertThat(goingDay(minor)).isEqualTo(LocalDate.of(2036, 3, 2));
		assertThat(goingDay(grown)).isEqualTo(LocalDate.of(2029, 3, 2));
		this.clock.pass(Period.ofYears(3));
		assertThat(this.retention.removeDue()).isOne();
		assertThat(this.cases.find(minor.id())).isPresent();
		this.clock.pass(Period.ofYears(6).plusDays(1));
		assertThat(this.retention.removeDue()).isOne();
	}

	@Test
	void lastDayOfFebruaryIsCountedInLeapYearsToo() {
		this.clock.pass(Period.of(2, 11, 27));
		Case referred = this.people.referred("leap");
		assertThat(LocalDate.now(this.clock)).isEqualTo(LocalDate.of(2030, 2, 28));
		this.clock.pass(Period.ofYears(2));
		assertThat(this.retention.removeDue()).isZero();
		this.clock.pass(Period.ofDays(1));
		assertThat(goingDay(referred)).isEqualTo(LocalDate.of(2032, 2, 29)).isEqualTo(LocalDate.now(this.clock));
		assertThat(this.retention.removeDue()).isOne();
	}

	@Test
	void manyWhoWereTreatedDoNotStandInTheWayOfWhoWasNot() {
		Case treated = this.people.referred("treated");
		this.lifeCycle.withdraw(treated.id());
		this.jdbc.sql(
				"insert into care_case (id, reference, link_hash, consent_version, consented_at, sent_at, outcome, level, "
						+ "age_band, guardian_at) select random_uuid(), 'R' || x, 'L' || x, consent_version, "
						+ "consented_at, sent_at, outcome, level, age_band, guardian_at "
						+ "from care_case, system_range(1, 201) where id = ?")
			.param(treated.id().value())
			.update();
		this.jdbc.sql("insert into case_step (case_id, version, act, decided_at) "
				+ "select id, 1, 'WITHDRAW', sent_at from care_case where reference like 'R%' and length(reference) < 8")
			.update();
		this.jdbc
			.sql("insert into soap_note (id, case_id, number, subjective, objective, assessment, next_steps, "
					+ "author, begun_at, saved_at, version) select random_uuid(), case_id, 1, 's', 'o', 'a', 'p', "
					+ "random_uuid(), decided_at, decided_at, 0 from case_step where act = 'WITHDRAW'")
			.update();
		this.clock.pass(Duration.ofMinutes(1));
		Case last = this.people.planned("last");
		this.lifeCycle.withdraw(last.id());
		this.clock.pass(Period.ofDays(31));
		assertThat(this.retention.goingBy(LocalDate.now(this.clock), 10)).extracting((going) -> going.theCase().id())
			.containsExactly(last.id());
		assertThat(this.retention.removeDue()).isOne();
	}

	@Test
	void whatIsUsedAtTheLastMomentStays() {
		Case planned = approved("used");
		this.notes.write(planned.id(), 1, new Soap("s", "o", "a", "p"), -1, true);
		this.clock.pass(Period.ofYears(9));
		DueRecord due = this.retention.goingBy(LocalDate.now(this.clock), 1).get(0);
		this.notes.amend(planned.id(), 1, "more", "forgotten", 0);
		assertThat(this.retention.letGo(due)).isFalse();
		assertThat(this.cases.find(planned.id())).isPresent();
	}

	@Test
	void whatIsNeededForAClaimStaysThatMuchLonger() {
		Case referred = this.people.referred("claim");
		this.clock.pass(Period.ofYears(1));
		this.erasures.ask(referred.id());
		this.erasures.refuse(referred.id(), ErasureRequest.Reason.CLAIM, "");
		assertThat(goingDay(referred)).isEqualTo(LocalDate.of(2030, 3, 2));
	}

	private LocalDate goingDay(Case intake) {
		return this.retention.of(this.cases.find(intake.id()).orElseThrow()).day();
	}

	private Case approved(String link) {
		Case planned = this.people.planned(link);
		this.lifeCycle.take(planned.id(), new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
		return planned;
	}

	private String seen(Case intake) {
		return "PLANNED " + this.sessions.of(intake.id()).get(0).day();
	}

	private long rows() {
		return this.jdbc.sql("select last_number from journal_head").query(Long.class).single();
	}

	/** Every table with a column for the intake, whoever owns it. */
	private List<String> rowsAbout(Case intake) {
		List<String> found = new ArrayList<>();
		this.jdbc
			.sql("select lower(table_name) from information_schema.columns where lower(column_name) = 'case_id' "
					+ "and lower(table_schema) = 'public'")
			.query(String.class)
			.list()
			.forEach((table) -> {
				long rows = this.jdbc.sql("select count(*) from " + table + " where case_id = ?")
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
