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

	private static final String DAY = "case when m.state = 'MOVED' and m.planned_day = s.on_day then m.live_day else s.on_day end";

	private static final String TO_COME = " from care_plan p join care_session s on s.plan = p.id "
			+ "left join session_mark m on m.case_id = p.case_id and m.number = s.number "
			+ "where p.number = (select max(l.number) from care_plan l where l.case_id = p.case_id) "
			+ "and (m.state is null or m.state in ('PLANNED', 'MOVED')) and " + DAY;

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
		List<LocalDate> days = this.jdbc.sql("select distinct " + DAY + TO_COME + " >= ? order by 1")
			.param(LocalDate.now(this.clock))
			.query(LocalDate.class)
			.list()
			.stream()
			.filter(onDay)
			.toList();
		if (days.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select p.case_id, s.number, " + DAY + " as day_now" + TO_COME
					+ " in (:days) order by day_now, p.case_id limit " + MOST_ROWS)
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
