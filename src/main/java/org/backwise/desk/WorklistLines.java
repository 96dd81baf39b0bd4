package org.backwise.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.NextSessions;
import org.backwise.cases.CaseState;
import org.backwise.knowledge.PlanGuide;
import org.backwise.staff.Colleague;
import org.backwise.staff.StaffAccounts;
import org.backwise.triage.InForce;

/** The rows of one page of a list with all that stands in them, read for all at once. */
@Component
class WorklistLines {

	private final JdbcClient jdbc;

	private final NextSessions sessions;

	private final StaffAccounts accounts;

	private final InForce rules;

	private final Clock clock;

	WorklistLines(JdbcClient jdbc, NextSessions sessions, StaffAccounts accounts, InForce rules, Clock clock) {
		this.jdbc = jdbc;
		this.sessions = sessions;
		this.accounts = accounts;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * A row.
	 *
	 * @param item what is stored of it
	 * @param amount how long it waits
	 * @param unit in minutes, hours or days
	 * @param opened whether the client saw the result
	 * @param doctor what is known of a visit to the doctor, null for nothing
	 * @param therapist who looks after the case, null for nobody
	 * @param day the day of the next session, null when none is to come
	 * @param phase what its phase is called, null when there is none
	 */
	record Line(WorklistItem item, long amount, String unit, boolean opened, @Nullable String doctor,
			@Nullable Colleague therapist, @Nullable LocalDate day, @Nullable String phase) {

		/** Whether sessions are to come only while the care goes on. */
		public boolean isInCare() {
			return CaseList.of(this.item.state()).filter(CaseList.IN_CARE::equals).isPresent();
		}

		public boolean waits() {
			return this.item.need() != Need.DONE;
		}

	}

	private record Seen(boolean opened, @Nullable String doctor) {
	}

	/**
	 * Everybody who works or worked here. Cases can be given to those who are here.
	 * @return each under their account
	 */
	Map<UUID, Colleague> colleagues() {
		Map<UUID, Colleague> colleagues = new LinkedHashMap<>();
		this.accounts.colleagues().forEach((one) -> colleagues.put(one.id(), one));
		return colleagues;
	}

	@Transactional(readOnly = true)
	public List<Line> of(List<WorklistItem> items, boolean toDecide, Map<UUID, Colleague> colleagues) {
		Map<UUID, Seen> seen = seen(
				items.stream().filter((item) -> item.need() != Need.DONE).map(WorklistItem::caseId).toList());
		Map<UUID, NextSessions.Next> next = this.sessions.of(items.stream()
			.filter((item) -> CaseList.of(item.state()).filter(CaseList.IN_CARE::equals).isPresent())
			.map(WorklistItem::caseId)
			.toList());
		Map<String, String> phases = this.rules.base()
			.plan()
			.phases()
			.stream()
			.collect(Collectors.toMap(PlanGuide.Phase::id, PlanGuide.Phase::name));
		Instant now = this.clock.instant();
		return items.stream().map((item) -> {
			Duration waiting = Duration.between(item.since(), now);
			String unit = (waiting.toDays() > 0) ? "days" : (waiting.toHours() > 0) ? "hours" : "minutes";
			long amount = (waiting.toDays() > 0) ? waiting.toDays()
					: (waiting.toHours() > 0) ? waiting.toHours() : Math.max(0, waiting.toMinutes());
			Seen one = seen.getOrDefault(item.caseId(), new Seen(false, null));
			NextSessions.Next session = next.get(item.caseId());
			return new Line(item, amount, unit, one.opened(), one.doctor(), colleagues.get(item.account()),
					(session != null && item.state() != CaseState.PAUSED) ? session.day() : null,
					(session != null) ? phases.get(session.phase()) : null);
		}).toList();
	}

	/** Whether the result was seen, and the doctor. */
	private Map<UUID, Seen> seen(List<UUID> ids) {
		Map<UUID, Seen> seen = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc
				.sql("select c.id, o.case_id as opened, s.reason from care_case c "
						+ "left join case_opening o on o.case_id = c.id "
						+ "left join case_step s on s.case_id = c.id and s.act = 'FOLLOW_UP' "
						+ "where c.id in (:ids) order by c.id, s.version")
				.param("ids", ids)
				.query((row) -> {
					seen.put(row.getObject("id", UUID.class),
							new Seen(row.getObject("opened") != null, row.getString("reason")));
				});
		}
		return seen;
	}

}
