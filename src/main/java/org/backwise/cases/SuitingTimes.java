package org.backwise.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.cases.Suits.Part;

/** When sessions suit the clients, as they said before their plan. */
@Repository
public class SuitingTimes {

	private final JdbcClient jdbc;

	SuitingTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What suits a client.
	 * @param id the case
	 * @return empty when they did not say
	 */
	public Optional<Suits> of(CaseId id) {
		return this.jdbc.sql("select days, day_parts from case_suits where case_id = ?")
			.param(id.value())
			.query((row, index) -> suits(row))
			.optional();
	}

	/**
	 * What suits several clients.
	 * @param cases ids of their cases
	 * @return those who said so
	 */
	public Map<UUID, Suits> of(Collection<UUID> cases) {
		Map<UUID, Suits> all = new HashMap<>();
		if (!cases.isEmpty()) {
			this.jdbc.sql("select case_id, days, day_parts from case_suits where case_id in (:cases)")
				.param("cases", cases)
				.query((row) -> {
					all.put(row.getObject("case_id", UUID.class), suits(row));
				});
		}
		return all;
	}

	/** Keeps what they said with a round, in place of what they said before. */
	void keep(CaseId id, Suits suits) {
		forget(id);
		this.jdbc.sql("insert into case_suits (case_id, days, day_parts) values (?, ?, ?)")
			.params(id.value(), joined(suits.days()), joined(suits.parts()))
			.update();
	}

	void forget(CaseId id) {
		this.jdbc.sql("delete from case_suits where case_id = ?").param(id.value()).update();
	}

	private static String joined(Set<? extends Enum<?>> some) {
		return some.stream().map((one) -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
	}

	private static Suits suits(ResultSet row) throws SQLException {
		return new Suits(names(row.getString("days")).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
				names(row.getString("day_parts")).map(Part::valueOf).collect(Collectors.toSet()));
	}

	private static Stream<String> names(String joined) {
		return Stream.of(joined.split(","))
			.filter((name) -> !name.isEmpty())
			.map((name) -> name.toUpperCase(Locale.ROOT));
	}

}
