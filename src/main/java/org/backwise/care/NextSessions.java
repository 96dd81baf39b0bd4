package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.CarePlan.Block;
import org.backwise.care.LiveSession.State;

/** Where the plans of many cases stand, read at once for a list. */
@Service
public class NextSessions {

	private static final String SESSIONS = "select p.case_id, p.phase as block_phase, p.block_from, s.number, s.phase, s.technique, "
			+ "s.on_day, m.state, m.planned_day, m.live_day from care_plan p join care_session s on s.plan = p.id "
			+ "left join session_mark m on m.case_id = p.case_id and m.number = s.number where p.case_id in (:ids) "
			+ "and p.number = (select max(l.number) from care_plan l where l.case_id = p.case_id) "
			+ "order by p.case_id, s.number";

	private final JdbcClient jdbc;

	private final Clock clock;

	NextSessions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Where a plan stands.
	 *
	 * @param phase id of the phase of its next session, of the last one when none is to
	 * come
	 * @param day the day of its next session, null when none is to come
	 */
	public record Next(String phase, @Nullable LocalDate day) {
	}

	/** The sessions of one plan with what is marked about them. */
	private record Sessions(@Nullable Block block, List<Session> planned, Map<Integer, Schedule.Mark> marks) {

		Next next(LocalDate today) {
			List<LiveSession> live = Schedule.of(this.planned, this.marks).sessions();
			Block runs = (this.block != null) ? this.block : Block.first(this.planned);
			return CarePlan.coming(runs, this.planned, live, today)
				.map((open) -> new Next(open.session().phase(), open.day()))
				.orElseGet(() -> new Next(live.get(live.size() - 1).session().phase(), null));
		}

	}

	/**
	 * Where the plans of some cases stand.
	 * @param caseIds ids of cases
	 * @return case to its plan, without the cases that have none
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Next> of(Collection<UUID> caseIds) {
		if (caseIds.isEmpty()) {
			return Map.of();
		}
		Map<UUID, Sessions> all = new LinkedHashMap<>();
		this.jdbc.sql(SESSIONS).param("ids", caseIds).query((row) -> {
			String phase = row.getString("block_phase");
			int from = row.getInt("block_from");
			@Nullable Block block = (phase != null && from > 0) ? new Block(phase, from) : null;
			Sessions one = all.computeIfAbsent(row.getObject("case_id", UUID.class),
					(id) -> new Sessions(block, new ArrayList<>(), new HashMap<>()));
			int number = row.getInt("number");
			one.planned()
				.add(new Session(number, row.getString("phase"), row.getString("technique"),
						row.getObject("on_day", LocalDate.class)));
			String state = row.getString("state");
			if (state != null) {
				one.marks()
					.put(number, new Schedule.Mark(State.valueOf(state), row.getObject("planned_day", LocalDate.class),
							row.getObject("live_day", LocalDate.class)));
			}
		});
		LocalDate today = LocalDate.now(this.clock);
		Map<UUID, Next> next = new LinkedHashMap<>();
		all.forEach((id, sessions) -> next.put(id, sessions.next(today)));
		return next;
	}

}
