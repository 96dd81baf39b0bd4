package org.backwise.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.hours.OpeningHours.Room;
import org.backwise.hours.StoredHours.Closed;
import org.backwise.hours.StoredHours.Named;

/** When and where the practice works, in the database. */
@Repository
class HoursRows {

	private final JdbcClient jdbc;

	HoursRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Which edition stands, empty while nobody has said anything. */
	Optional<UUID> edition() {
		return this.jdbc.sql("select edition from hours_edition where id = 1").query(UUID.class).optional();
	}

	/** The same, and everybody else who wants to change it waits. */
	Optional<UUID> lock() {
		return this.jdbc.sql("select edition from hours_edition where id = 1 for update").query(UUID.class).optional();
	}

	StoredHours read() {
		return this.jdbc.sql("select edition, country, region, lengths from hours_edition where id = 1")
			.query((row, index) -> new StoredHours(row.getObject("edition", UUID.class), week(), closed(),
					row.getString("country"), row.getString("region"), worked(), rooms(),
					Stream.of(row.getString("lengths").split(",")).map(Integer::valueOf).toList()))
			.optional()
			.orElse(StoredHours.UNSAID);
	}

	private Map<DayOfWeek, List<Open>> week() {
		Map<DayOfWeek, List<Open>> week = new EnumMap<>(DayOfWeek.class);
		this.jdbc.sql("select weekday, opens, closes from hours_stretch order by weekday, opens").query((row) -> {
			week.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), (day) -> new ArrayList<>())
				.add(new Open(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
		});
		return week;
	}

	private List<Closed> closed() {
		return this.jdbc.sql("select id, from_day, until_day, words from hours_closed order by from_day, until_day, id")
			.query((row, index) -> new Closed(row.getObject("id", UUID.class),
					row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
					row.getString("words")))
			.list();
	}

	private Set<String> worked() {
		return new HashSet<>(this.jdbc.sql("select holiday from hours_worked_holiday").query(String.class).list());
	}

	private List<Named> rooms() {
		return this.jdbc.sql("select id, name, retired_at from hours_room order by place, id")
			.query((row, index) -> new Named(new Room(row.getString("id"), row.getString("name")),
					row.getObject("retired_at") != null))
			.list();
	}

	/** Begins the first edition with what went before anybody said anything. */
	void begin(UUID edition) {
		this.jdbc.sql("insert into hours_edition (id, edition, lengths) values (1, ?, ?)")
			.params(edition, joined(StoredHours.UNSAID.lengths()))
			.update();
		StoredHours.UNSAID.week().forEach(this::keep);
	}

	void next(UUID edition) {
		this.jdbc.sql("update hours_edition set edition = ? where id = 1").param(edition).update();
	}

	void keep(DayOfWeek day, List<Open> stretches) {
		this.jdbc.sql("delete from hours_stretch where weekday = ?").param(day.getValue()).update();
		for (Open open : stretches) {
			this.jdbc.sql("insert into hours_stretch (weekday, opens, closes) values (?, ?, ?)")
				.params(day.getValue(), open.from(), open.until())
				.update();
		}
	}

	void close(UUID id, LocalDate from, LocalDate until, String words) {
		this.jdbc.sql("insert into hours_closed (id, from_day, until_day, words) values (?, ?, ?, ?)")
			.params(id, from, until, words)
			.update();
	}

	void reopen(UUID id) {
		this.jdbc.sql("delete from hours_closed where id = ?").param(id).update();
	}

	void keepPlace(@Nullable String country, @Nullable String region) {
		this.jdbc.sql("update hours_edition set country = ?, region = ? where id = 1").params(country, region).update();
	}

	void keepWorked(Set<String> holidays) {
		this.jdbc.sql("delete from hours_worked_holiday").update();
		holidays.forEach((holiday) -> this.jdbc.sql("insert into hours_worked_holiday (holiday) values (?)")
			.param(holiday)
			.update());
	}

	void keepLengths(List<Integer> lengths) {
		this.jdbc.sql("update hours_edition set lengths = ? where id = 1").param(joined(lengths)).update();
	}

	void addRoom(String id, String name) {
		this.jdbc
			.sql("insert into hours_room (id, name, place) select ?, ?, coalesce(max(place), 0) + 1 from hours_room")
			.params(id, name)
			.update();
	}

	void nameRoom(String id, String name) {
		this.jdbc.sql("update hours_room set name = ? where id = ?").params(name, id).update();
	}

	void retireRoom(String id, @Nullable Instant at) {
		this.jdbc.sql("update hours_room set retired_at = ? where id = ?")
			.params((at != null) ? at.atOffset(ZoneOffset.UTC) : null, id)
			.update();
	}

	void placeRoom(String id, int place) {
		this.jdbc.sql("update hours_room set place = ? where id = ?").params(place, id).update();
	}

	private static String joined(List<Integer> lengths) {
		return lengths.stream().map(Object::toString).collect(Collectors.joining(","));
	}

}
