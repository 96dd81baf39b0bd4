package org.backwise.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffMember;

/**
 * Brings in what a file says, after the owner has seen what will happen. Until then
 * nothing changes; then it happens in one piece or not at all, and once.
 */
@Service
class BringIn {

	private static final int PIECE = 500;

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	BringIn(Uploads uploads, JdbcClient jdbc, SignedIn signedIn, Journal journal, Clock clock) {
		this.uploads = uploads;
		this.jdbc = jdbc;
		this.signedIn = signedIn;
		this.journal = journal;
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

	/**
	 * A file that was brought in.
	 *
	 * @param kind what stood in it
	 * @param many how many lines came in
	 * @param at when
	 */
	record Done(Incoming kind, int many, Instant at) {
	}

	/** Keeps a file for its preview. */
	UUID keep(Incoming kind, boolean windows, boolean semicolon, Incoming.Days days, byte[] content) {
		UUID id = UUID.randomUUID();
		this.uploads.add(new Upload(id, this.signedIn.owner().id(), kind, windows, semicolon, days, content));
		return id;
	}

	@Transactional(readOnly = true)
	public Optional<Preview> preview(UUID id) {
		return this.uploads.find(id, this.signedIn.owner().id()).map(this::preview);
	}

	void drop(UUID id) {
		this.uploads.remove(id, this.signedIn.owner().id());
	}

	@Transactional(readOnly = true)
	public Optional<Done> done(UUID id) {
		return this.jdbc.sql("select kind, many, brought_at from brought_in_file where id = ?")
			.param(id)
			.query((row, index) -> new Done(Incoming.valueOf(row.getString(1)), row.getInt(2),
					row.getObject(3, OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * Brings it in; said twice, it happens once.
	 * @throws Refused when it is not there any more, nothing is new in it, or somebody
	 * else brought in the same meanwhile
	 */
	@Transactional
	public void confirm(UUID id) {
		StaffMember owner = this.signedIn.owner();
		Upload upload = this.uploads.find(id, owner.id()).orElse(null);
		if (upload == null || !this.uploads.remove(id, owner.id())) {
			if (done(id).isEmpty()) {
				throw new Refused("transfer.in.gone");
			}
			return;
		}
		Preview preview = preview(upload);
		if (preview.lines().isEmpty()) {
			throw new Refused("transfer.in.nothing");
		}
		try {
			for (Coming coming : preview.lines()) {
				add(coming);
			}
			this.jdbc
				.sql("insert into brought_in_file (id, fingerprint, kind, many, brought_by, brought_at) "
						+ "values (?, ?, ?, ?, ?, ?)")
				.params(id, Known.hash(upload.content()), upload.kind().name(), preview.lines().size(), owner.id(),
						now())
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new Refused("transfer.in.meanwhile");
		}
		this.journal.note((upload.kind() == Incoming.CLIENTS) ? Action.CLIENTS_BROUGHT_IN : Action.SESSIONS_BROUGHT_IN,
				new Who.Staff(owner.id()), null);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private void add(Coming coming) {
		IncomingLine line = coming.line();
		if (coming.client() != null) {
			this.jdbc.sql(
					"insert into brought_in_session (client, on_day, known_by, minutes, remark) values (?, ?, ?, ?, ?)")
				.params(coming.client(), line.day(), line.sessionKey(), line.minutes(), line.remark())
				.update();
			return;
		}
		UUID client = UUID.randomUUID();
		this.jdbc
			.sql("insert into brought_in_client (id, name, phone, email, remark, found_by, name_key, brought_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(client, line.name(), line.phone(), line.email(), line.remark(),
					Known.search(line.name(), line.phone(), line.email()), Known.name(line.name()), now())
			.update();
		line.keys()
			.forEach((key) -> this.jdbc.sql("insert into brought_in_key (known_by, client) values (?, ?)")
				.params(key, client)
				.update());
	}

	private Preview preview(Upload upload) {
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
