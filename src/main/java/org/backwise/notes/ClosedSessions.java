package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.hours.SessionsToCome;

/** The sessions to come on the days that hold now, of plans that were not stopped. */
@Component
class ClosedSessions implements SessionsToCome {

	/** So many rows are looked at, of cases that may have been stopped. */
	private static final int MOST_ROWS = 500;

	private static final String OF_LAST_PLAN = "p.number = (select max(l.number) from care_plan l where l.case_id = p.case_id)";

	/** Those that keep their day: a move counts only while the plan has the same one. */
	private static final String PLANNED = "select p.case_id, s.number, s.on_day as day_now from care_session s "
			+ "join care_plan p on p.id = s.plan left join session_mark m on m.case_id = p.case_id and m.number = s.number "
			+ "where " + OF_LAST_PLAN + " and (m.state is null or m.state = 'PLANNED' or (m.state = 'MOVED' "
			+ "and m.planned_day <> s.on_day)) and s.on_day ";

	private static final String MOVED = "select p.case_id, s.number, m.live_day as day_now from session_mark m "
			+ "join care_plan p on p.case_id = m.case_id join care_session s on s.plan = p.id and s.number = m.number "
			+ "where " + OF_LAST_PLAN + " and m.state = 'MOVED' and m.planned_day = s.on_day and m.live_day ";

	/** Two stretches of an index each, and not a walk through all plans. */
	static final String DAYS = "select distinct day_now from (" + PLANNED + ">= ? union all " + MOVED
			+ ">= ?) to_come order by day_now";

	private static final String ON_DAYS = "select case_id, number, day_now from (" + PLANNED + "in (:days) union all "
			+ MOVED + "in (:days)) to_come order by day_now, case_id, number limit " + MOST_ROWS;

	private final JdbcClient jdbc;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Clock clock;

	ClosedSessions(JdbcClient jdbc, Cases cases, LifeCycle lifeCycle, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.clock = clock;
	}

	/** A session of a case. */
	private record Row(UUID caseId, int number, LocalDate day) {
	}

	@Override
	@Transactional(readOnly = true)
	public List<ToCome> on(Predicate<LocalDate> onDay, int most) {
		LocalDate today = LocalDate.now(this.clock);
		List<LocalDate> days = this.jdbc.sql(DAYS)
			.params(today, today)
			.query(LocalDate.class)
			.list()
			.stream()
			.filter(onDay)
			.toList();
		if (days.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(ON_DAYS)
			.param("days", days)
			.query((row, index) -> new Row(row.getObject(1, UUID.class), row.getInt(2),
					row.getObject(3, LocalDate.class)))
			.list()
			.stream()
			.flatMap((row) -> this.cases.find(new CaseId(row.caseId()))
				.filter(this::goesOn)
				.map((theCase) -> new ToCome(row.day(), theCase.reference(), theCase.client(), row.number()))
				.stream())
			.limit(most)
			.toList();
	}

	private boolean goesOn(Case theCase) {
		return this.lifeCycle.standing(theCase).stop().isEmpty();
	}

}
