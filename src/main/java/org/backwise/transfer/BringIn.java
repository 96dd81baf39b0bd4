package org.backwise.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

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

	private final Uploads uploads;

	private final Previews previews;

	private final JdbcClient jdbc;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	BringIn(Uploads uploads, Previews previews, JdbcClient jdbc, SignedIn signedIn, Journal journal, Clock clock) {
		this.uploads = uploads;
		this.previews = previews;
		this.jdbc = jdbc;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
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
	public Optional<Previews.Preview> preview(UUID id) {
		return this.uploads.find(id, this.signedIn.owner().id()).map(this.previews::of);
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
		Previews.Preview preview = this.previews.of(upload);
		if (preview.lines().isEmpty()) {
			throw new Refused("transfer.in.nothing");
		}
		try {
			for (Previews.Coming coming : preview.lines()) {
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

	private void add(Previews.Coming coming) {
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

}
