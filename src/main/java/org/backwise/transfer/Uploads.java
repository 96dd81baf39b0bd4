package org.backwise.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import org.backwise.transfer.Incoming.Days;

/** Files between their preview and the owner's word, for an hour at most. */
@Repository
class Uploads {

	private static final Duration KEPT = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	Uploads(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(Upload upload) {
		this.jdbc
			.sql("insert into brought_in_upload (id, account, kind, encoding, delimiter, dates, content, uploaded_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(upload.id(), upload.account(), upload.kind().name(), upload.windows() ? "windows" : "utf-8",
					upload.semicolon() ? "semicolon" : "comma", upload.days().name(), upload.content(),
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Only whoever sent it finds it. */
	Optional<Upload> find(UUID id, UUID account) {
		return this.jdbc.sql("select * from brought_in_upload where id = ? and account = ?")
			.params(id, account)
			.query(Uploads::upload)
			.optional();
	}

	/** Whether it was still there: of two who remove it, one did. */
	boolean remove(UUID id, UUID account) {
		return this.jdbc.sql("delete from brought_in_upload where id = ? and account = ?")
			.params(id, account)
			.update() > 0;
	}

	/** Safe on several instances at once. */
	@Scheduled(fixedDelayString = "PT15M")
	void forgetOld() {
		this.jdbc.sql("delete from brought_in_upload where uploaded_at < ?")
			.param(this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

	private static Upload upload(ResultSet row, int index) throws SQLException {
		return new Upload(row.getObject("id", UUID.class), row.getObject("account", UUID.class),
				Incoming.valueOf(row.getString("kind")), row.getString("encoding").equals("windows"),
				row.getString("delimiter").equals("semicolon"), Days.parse(row.getString("dates")),
				row.getBytes("content"));
	}

}
