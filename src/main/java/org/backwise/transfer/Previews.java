package org.backwise.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out what would happen if a file were brought in; changes nothing. */
@Component
class Previews {

	private static final int PIECE = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	Previews(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What will happen.
	 *
	 * @param upload the file
	 * @param lines what comes in, each with its client where that is known already
	 * @param problems what is left out
	 * @param before when the very same file was brought in, null for never
	 */
	record Preview(Upload upload, List<Coming> lines, List<LineProblem> problems, @Nullable Instant before) {

		/** Says nothing of the clients. */
		@Override
		public String toString() {
			return "preview of " + this.upload;
		}

	}

	/**
	 * A line that comes in.
	 *
	 * @param line the line
	 * @param client whose session it is, null in a file of clients
	 */
	record Coming(IncomingLine line, @Nullable UUID client) {
	}

	/** What would happen now. */
	Preview of(Upload upload) {
		IncomingFile file = IncomingFile.read(upload, LocalDate.now(this.clock));
		List<LineProblem> problems = new ArrayList<>(file.problems());
		List<Coming> coming = (upload.kind() == Incoming.CLIENTS) ? clients(file.lines(), problems)
				: sessions(file.lines(), problems);
		problems.sort(Comparator.comparingLong(LineProblem::line));
		return new Preview(upload, coming, List.copyOf(problems), before(upload));
	}

	private @Nullable Instant before(Upload upload) {
		return this.jdbc.sql("select max(brought_at) from brought_in_file where fingerprint = ?")
			.param(Known.hash(upload.content()))
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(null);
	}

	private List<Coming> clients(List<IncomingLine> lines, List<LineProblem> problems) {
		Set<String> there = known(lines).keySet();
		Map<String, Long> seen = new HashMap<>();
		List<Coming> coming = new ArrayList<>();
		for (IncomingLine line : lines) {
			Optional<Long> earlier = line.keys().stream().filter(seen::containsKey).map(seen::get).findFirst();
			if (line.keys().stream().anyMatch(there::contains)) {
				problems.add(LineProblem.of(line.line(), null, "there"));
			}
			else if (earlier.isPresent()) {
				problems.add(LineProblem.of(line.line(), null, "twice", earlier.get()));
			}
			else {
				coming.add(new Coming(line, null));
				line.keys().forEach((key) -> seen.put(key, line.line()));
			}
		}
		return coming;
	}

	private List<Coming> sessions(List<IncomingLine> lines, List<LineProblem> problems) {
		Map<String, UUID> known = known(lines);
		Map<String, Set<UUID>> named = named(lines);
		Set<List<Object>> there = there(known.values(), named.values());
		Map<List<Object>, Long> seen = new HashMap<>();
		List<Coming> coming = new ArrayList<>();
		for (IncomingLine line : lines) {
			Set<UUID> clients = whose(line, known, named);
			if (clients.size() != 1) {
				problems.add(
						LineProblem.of(line.line(), Incoming.Column.NAME, clients.isEmpty() ? "no-client" : "several"));
				continue;
			}
			UUID client = clients.iterator().next();
			List<Object> session = List.of(client, String.valueOf(line.day()), line.sessionKey());
			Long earlier = seen.putIfAbsent(session, line.line());
			if (there.contains(session)) {
				problems.add(LineProblem.of(line.line(), null, "there"));
			}
			else if (earlier != null) {
				problems.add(LineProblem.of(line.line(), null, "twice", earlier));
			}
			else {
				coming.add(new Coming(line, client));
			}
		}
		return coming;
	}

	/**
	 * By telephone or e-mail where the line has one, else by the name when only one has
	 * it.
	 */
	private static Set<UUID> whose(IncomingLine line, Map<String, UUID> known, Map<String, Set<UUID>> named) {
		return (line.phone() != null || line.email() != null)
				? line.keys().stream().filter(known::containsKey).map(known::get).collect(Collectors.toSet())
				: named.getOrDefault(Known.name(line.name()), Set.of());
	}

	private Map<String, UUID> known(List<IncomingLine> lines) {
		Map<String, UUID> known = new HashMap<>();
		pieces(lines.stream().flatMap((line) -> line.keys().stream()).distinct().toList())
			.forEach((piece) -> this.jdbc.sql("select known_by, client from brought_in_key where known_by in (:keys)")
				.param("keys", piece)
				.query((row) -> {
					known.put(row.getString(1), row.getObject(2, UUID.class));
				}));
		return known;
	}

	private Map<String, Set<UUID>> named(List<IncomingLine> lines) {
		Map<String, Set<UUID>> named = new HashMap<>();
		pieces(lines.stream().map((line) -> Known.name(line.name())).distinct().toList())
			.forEach((piece) -> this.jdbc.sql("select name_key, id from brought_in_client where name_key in (:keys)")
				.param("keys", piece)
				.query((row) -> {
					named.computeIfAbsent(row.getString(1), (key) -> new HashSet<>()).add(row.getObject(2, UUID.class));
				}));
		return named;
	}

	private Set<List<Object>> there(Collection<UUID> known, Collection<Set<UUID>> named) {
		Set<UUID> clients = new HashSet<>(known);
		named.forEach(clients::addAll);
		Set<List<Object>> there = new HashSet<>();
		pieces(List.copyOf(clients)).forEach((piece) -> this.jdbc
			.sql("select client, on_day, known_by from brought_in_session where client in (:clients)")
			.param("clients", piece)
			.query((row) -> {
				there.add(List.of(row.getObject(1, UUID.class), String.valueOf(row.getObject(2, LocalDate.class)),
						row.getString(3)));
			}));
		return there;
	}

	private static <T> List<List<T>> pieces(List<T> all) {
		List<List<T>> pieces = new ArrayList<>();
		for (int from = 0; from < all.size(); from += PIECE) {
			pieces.add(all.subList(from, Math.min(all.size(), from + PIECE)));
		}
		return pieces;
	}

}
