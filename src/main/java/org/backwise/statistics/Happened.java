package org.backwise.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.backwise.cases.Act;
import org.backwise.cases.Round;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.FollowUp;
import org.backwise.triage.Triage;

/**
 * Counts what happened in one month: three stretches of an index, read row by row and
 * forgotten.
 */
@Repository
class Happened {

	/** Each round of the month; read in pieces, whatever their number. */
	static final String ROUNDS = "select kind, moment, outcome, level, answers, decision from case_round "
			+ "where sent_at >= ? and sent_at < ?";

	/** Each decision about a plan. */
	static final String STEPS = "select act, reason, count(*) from case_step where act in ('APPROVE', 'CHANGE', "
			+ "'DECLINE') and decided_at >= ? and decided_at < ? group by act, reason";

	/** Each session whose day lies in the month. */
	static final String SESSIONS = "select state, count(*) from session_mark where live_day >= ? and live_day < ? "
			+ "group by state";

	private static final int PIECE = 500;

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Triage triage;

	private final Clock clock;

	Happened(DataSource database, JsonMapper json, Triage triage, Clock clock) {
		this.jdbc = new JdbcTemplate(database);
		this.jdbc.setFetchSize(PIECE);
		this.json = json;
		this.triage = triage;
		this.clock = clock;
	}

	/** How often each thing happened; what did not is left out. */
	Map<String, Long> in(YearMonth month) {
		Map<String, Long> counts = new TreeMap<>();
		OffsetDateTime from = start(month);
		OffsetDateTime to = start(month.plusMonths(1));
		this.jdbc.query(ROUNDS, (row) -> {
			round(row, counts);
		}, from, to);
		this.jdbc.query(STEPS, (row) -> {
			add(counts, step(row), row.getLong(3));
		}, from, to);
		this.jdbc.query(SESSIONS, (row) -> {
			add(counts, Table.SESSIONS.item(row.getString(1)), row.getLong(2));
		}, month.atDay(1), month.plusMonths(1).atDay(1));
		return counts;
	}

	private OffsetDateTime start(YearMonth month) {
		return month.atDay(1).atStartOfDay(this.clock.getZone()).toInstant().atOffset(ZoneOffset.UTC);
	}

	private static String step(ResultSet row) throws SQLException {
		Act act = Act.valueOf(row.getString(1));
		String reason = row.getString(2);
		return switch (act) {
			case CHANGE -> Table.CHANGES.item((reason != null) ? reason : Table.OTHER);
			case DECLINE -> Table.DECLINES.item((reason != null) ? reason : Table.OTHER);
			default -> Table.PLANS.item(act.toString());
		};
	}

	private void round(ResultSet row, Map<String, Long> counts) throws SQLException {
		Round.Kind kind = Round.Kind.valueOf(row.getString("kind"));
		if (kind == Round.Kind.FIRST) {
			String level = row.getString("level");
			add(counts, Table.INTAKES.item((level != null) ? level : Table.PLAN), 1);
			JsonNode decision = this.json.readTree(row.getString("decision"));
			rules(decision.path("findings"), Table.RULES, counts);
			rules(decision.path("cautions"), Table.CAUTIONS, counts);
		}
		else if (kind == Round.Kind.CHECK_IN) {
			checkIn(row, counts);
		}
	}

	private static void rules(JsonNode found, Table table, Map<String, Long> counts) {
		found.valueStream()
			.map((rule) -> rule.path("rule").asString(""))
			.filter((id) -> !id.isEmpty())
			.distinct()
			.forEach((id) -> add(counts, table.item(id), 1));
	}

	/**
	 * A review is counted by what it said of the plan, every other check-in by what it
	 * led to: none of them stands in both tables.
	 */
	private void checkIn(ResultSet row, Map<String, Long> counts) throws SQLException {
		String outcome = row.getString("outcome");
		if (Moment.parse(row.getString("moment")).filter((moment) -> moment == Moment.REVIEW).isPresent()) {
			boolean warned = Outcome.parse(outcome).filter(Outcome::pauses).isPresent();
			JsonNode measures = this.json.readTree(row.getString("decision")).path("measures");
			add(counts, Table.RESPONSES.item(warned ? Table.WARNED : measures.path("response").asString(Table.OTHER)),
					1);
		}
		else {
			add(counts, Table.CHECK_INS.item(outcome), 1);
		}
		FollowUp followUp = this.triage.knowledge().followUp();
		if (followUp != null) {
			JsonNode reaction = this.json.readTree(row.getString("answers")).path(followUp.roles().reaction());
			if (reaction.isString()) {
				add(counts, Table.REACTIONS.item(reaction.asString()), 1);
			}
		}
	}

	private static void add(Map<String, Long> counts, String item, long many) {
		counts.merge(item, many, Long::sum);
	}

}
