package org.backwise.statistics;

import java.io.StringReader;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.h2.tools.Csv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.Marking;
import org.backwise.care.PlanChange;
import org.backwise.care.SessionGate;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of counts, from what really happens at the desk. */
@DeskTest
class StatisticsPagesTests {

	private static final Therapist THEO = new Therapist(new java.util.UUID(0, 7), "Theo");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private CarePlans plans;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private Attendance sessions;

	@Autowired
	private SessionGate gate;

	@Autowired
	private Marking marking;

	@Autowired
	private Cases cases;

	@Autowired
	private MonthCounter counter;

	@Autowired
	private MonthCounts counts;

	@Autowired
	private Triage triage;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	@Test
	void emptyPageSaysWhenTheFirstMonthComes() {
		assertThat(get("/desk/statistics")).hasStatusOk().bodyText().contains("Nothing to count yet", "8 March 2027");
		assertThat(get("/desk/statistics/numbers.csv")).hasStatusOk();
	}

	@Test
	void monthIsCountedAWeekAfterItsEndAndOnlyOnce() {
		Case first = this.people.planned("a");
		this.clock.pass(Period.ofDays(31 + 6));
		assertThat(this.counter.countDue()).as("7 April").isZero();
		this.clock.pass(Period.ofDays(1));
		assertThat(this.counter.countDue()).isEqualTo(1);
		assertThat(this.counter.countDue()).isZero();
		assertThat(counted("intakes/plan")).isEqualTo(1);
		this.transaction.executeWithoutResult((status) -> this.cases.erase(first.id()));
		assertThat(this.counter.countDue()).isZero();
		assertThat(counted("intakes/plan")).as("stands").isEqualTo(1);
	}

	@Test
	void countsWhatHappened() {
		for (int i = 0; i < 7; i++) {
			Case planned = this.people.planned("p" + i);
			if (i < 5) {
				this.lifeCycle.take(planned.id(), new Decision(Act.APPROVE, 0, THEO, null));
				TestSessions.keep(this.marking, planned.id(), 1, LocalDate.now(this.clock),
						"PLANNED " + LocalDate.now(this.clock));
			}
			else {
				this.lifeCycle.take(planned.id(),
						new Decision(Act.DECLINE, 0, THEO, new Reason("not-now", null, null)));
			}
		}
		PlanChange same = PlanChange.none(this.plans.of(this.cases.behind("p0").orElseThrow().id()).orElseThrow());
		this.plans.change(this.cases.behind("p0").orElseThrow().id(), 1, THEO,
				new PlanChange(same.technique(), same.sessions(), same.firstDay(), 45, same.habit()),
				new Reason("comfort", null, null));
		for (int i = 0; i < 6; i++) {
			this.people.referred("r" + i);
		}
		this.clock.pass(Period.ofDays(40));
		this.counter.countDue();
		assertThat(counted("intakes/plan")).isEqualTo(7);
		assertThat(counted("intakes/see-doctor")).isEqualTo(6);
		assertThat(counted("plans/approve")).isEqualTo(5);
		assertThat(counted("declines/not-now")).isEqualTo(2);
		assertThat(counted("changes/comfort")).isEqualTo(1);
		assertThat(counted("sessions/KEPT")).isEqualTo(5);
		assertThat(get("/desk/statistics")).hasStatusOk()
			.bodyText()
			.contains("March 2027", "fewer than 5", "Approved as proposed", "Took place", "13 to 25")
			.doesNotContain("fewer than 0");
	}

	/** What the contract calls the response, and not the pain alone. */
	@Test
	void reviewsAreCountedByTheirResponse() {
		toAReview("responds", Map.of("pain", 2, "change", "much-better"));
		toAReview("none", Map.of("pain", 5, "change", "same"));
		this.clock.pass(Period.ofDays(80));
		this.counter.countDue();
		assertThat(counted("responses/responds")).isEqualTo(1);
		assertThat(counted("responses/none")).isEqualTo(1);
		assertThat(this.jdbc.sql("select count(*) from month_count where item like 'reviews/%'")
			.query(Long.class)
			.single()).as("in one table only").isZero();
		assertThat(get("/desk/statistics")).bodyText()
			.contains("Responses at reviews", "Responds a little", "No response", "Worse")
			.doesNotContain("Pain at reviews");
	}

	/** They were counted once, and stand. */
	@Test
	void reviewsOfEarlierMonthsStand() throws Exception {
		this.counts.add(YearMonth.of(2026, 7), Map.of("reviews/better", 9L), this.clock.instant());
		this.counts.add(YearMonth.of(2026, 8), Map.of("responses/a-little", 8L), this.clock.instant());
		assertThat(get("/desk/statistics?from=2026-07&to=2026-08")).bodyText()
			.contains("Responses at reviews", "Pain at reviews, as earlier months have it", "Pain really better");
		assertThat(csv("/desk/statistics/numbers.csv?from=2026-07&to=2026-07"))
			.anySatisfy((row) -> assertThat(row).containsEntry("Id", "better").containsEntry("At least", "9"));
		assertThat(csv("/desk/statistics/numbers.csv?from=2026-07&to=2026-08"))
			.anySatisfy((row) -> assertThat(row).containsEntry("Table", "Responses at reviews")
				.containsEntry("What", "Responds a little")
				.containsEntry("At least", "8"));
	}

	/** Four weekly sessions, and the review after them. */
	private void toAReview(String link, Map<String, Object> says) {
		Case client = this.people.planned(link);
		this.plans.letStand(client.id(), Act.APPROVE, 0, THEO, new Reason("x", null, null), null);
		int kept = 0;
		while (kept < 4 || this.checkIns.next(client.id()).orElseThrow().moment() != Moment.REVIEW) {
			LocalDate today = LocalDate.now(this.clock);
			if (this.checkIns.holding(client.id(), today).isEmpty()) {
				send(client,
						this.checkIns.next(client.id())
							.filter((due) -> due.open())
							.map((due) -> due.moment())
							.orElse(Moment.BETWEEN),
						Map.of());
			}
			LiveSession next = this.sessions.of(client.id())
				.stream()
				.filter(LiveSession::isOpen)
				.findFirst()
				.orElseThrow();
			this.gate.tookPlace(client.id(), next.number(), today, next.seen(),
					this.gate.toConfirm(client.id(), today)
						.stream()
						.map((caution) -> caution.caution())
						.collect(Collectors.toSet()));
			kept++;
			this.clock.pass(Period.ofWeeks(1));
		}
		send(client, Moment.REVIEW, says);
	}

	private void send(Case client, Moment moment, Map<String, Object> says) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.putAll(says);
		this.checkIns.send(client.id(), moment, By.CLIENT, answers, List.of(), new Who.Client(client.id().value()));
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	@Test
	void everyTotalIsTheSumOfWhatIsShown() throws Exception {
		fill();
		Map<String, long[]> sums = new LinkedHashMap<>();
		int totals = 0;
		for (Map<String, String> row : csv("/desk/statistics/numbers.csv?from=2026-01&to=2026-06")) {
			String key = row.get("First month") + row.get("Last month") + row.get("Table");
			long[] sum = sums.computeIfAbsent(key, (table) -> new long[2]);
			long least = Long.parseLong(row.get("At least"));
			long most = Long.parseLong(row.get("At most"));
			if (row.get("Id").equals("total")) {
				assertThat(new long[] { least, most }).as(key).isEqualTo(sum);
				totals++;
			}
			else {
				assertThat(least == 0 || least == most || most - least >= 4).as(row.toString()).isTrue();
				assertThat(least == most && least < 5).as(row.toString()).isFalse();
				sum[0] += least;
				sum[1] += most;
			}
		}
		assertThat(totals).isEqualTo(7 * 8);
	}

	/** Whether a rare rule is named tells that it fired. */
	@Test
	void rulesThatHardlyEverFiredAreNotNamed() {
		fill();
		String rare = this.triage.knowledge().referrals().get(0).id();
		String often = this.triage.knowledge().referrals().get(1).id();
		this.counts.add(YearMonth.of(2026, 7), Map.of("rules/" + rare, 4L, "rules/" + often, 9L), this.clock.instant());
		assertThat(get("/desk/statistics?from=2026-07&to=2026-07")).bodyText()
			.contains("Every other rule: fewer than 5", text(often))
			.doesNotContain(text(rare));
	}

	@Test
	void spansAreWholeMonthsAndOddOnesAreMeantWell() {
		fill();
		for (String odd : List.of("from=2026-13&to=x", "from=2026-06&to=2026-01", "from=1999-01", "to=2026-02-03")) {
			assertThat(get("/desk/statistics?" + odd)).hasStatusOk();
		}
		assertThat(get("/desk/statistics?from=2026-06&to=2026-01")).bodyText()
			.contains("Counts of whole months, for January 2026 to June 2026.");
	}

	private String text(String rule) {
		return org.springframework.web.util.HtmlUtils.htmlEscape(this.triage.knowledge().referral(rule).title())
			.replace("&rsquo;", "\u2019");
	}

	private void fill() {
		for (int month = 1; month <= 6; month++) {
			Map<String, Long> counts = new LinkedHashMap<>();
			counts.put("intakes/plan", 10L + month);
			counts.put("intakes/urgent", (long) (month % 3));
			counts.put("check-ins/go-on", 7L * month);
			counts.put("check-ins/hold", 3L);
			counts.put("changes/comfort", 1L);
			counts.put("sessions/KEPT", 1234L);
			this.counts.add(YearMonth.of(2026, month), counts, this.clock.instant());
		}
	}

	private long counted(String item) {
		return this.jdbc.sql("select coalesce(sum(many), 0) from month_count where item = ?")
			.param(item)
			.query(Long.class)
			.single();
	}

	/** Read by another library than the one that wrote it. */
	private List<Map<String, String>> csv(String path) throws Exception {
		String text = get(path).getResponse().getContentAsString();
		List<Map<String, String>> rows = new ArrayList<>();
		Csv reader = new Csv();
		reader.setCaseSensitiveColumnNames(true);
		try (ResultSet read = reader.read(new StringReader(text.substring(1)), null)) {
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

}
