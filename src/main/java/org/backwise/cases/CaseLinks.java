package org.backwise.cases;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;

/**
 * The private links that lead to a case. There is one from its sending, and there may be
 * more: in a mail, or given anew by the practice. Only hashes are stored, so that a link
 * can be told once and never again; each leads to the same pages until it is ended.
 */
@Service
public class CaseLinks {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CaseLinks(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Links of a case were ended: what was made with them ends as well.
	 *
	 * @param id the case
	 */
	public record Ended(CaseId id) {
	}

	/**
	 * Makes one more link; those before stay. Writes no row in the journal: whoever sends
	 * or shows the link does.
	 * @param id the case
	 * @return the secret part of the link, which nobody can ask for again
	 * @throws Refused when there is no such case
	 */
	@Transactional
	public String another(CaseId id) {
		if (this.jdbc.sql("select id from care_case where id = ?").param(id.value()).query().listOfRows().isEmpty()) {
			throw new Refused("cases.refused.unknown");
		}
		LinkToken link = LinkToken.random();
		add(id, link);
		return link.text();
	}

	/** Adds a link that was made before; the same one twice is there once. */
	boolean add(CaseId id, LinkToken link) {
		return this.jdbc
			.sql("insert into case_link (hash, case_id, made_at) select ?, ?, ? "
					+ "where not exists (select 1 from case_link where hash = ?)")
			.params(link.hash(), id.value(), now(), link.hash())
			.update() > 0;
	}

	/**
	 * Ends every link but one, for a link that was lost or came into wrong hands.
	 * @param id the case
	 * @param kept the secret part of the link that stays, null when all of them end
	 * @return how many were ended
	 */
	@Transactional
	public int revokeOthers(CaseId id, @Nullable String kept) {
		String hash = (kept != null) ? new LinkToken(kept).hash() : "";
		this.events.publishEvent(new Ended(id));
		return this.jdbc
			.sql("update care_case set link_revoked_at = ? where id = ? and link_revoked_at is null "
					+ "and link_hash <> ?")
			.params(now(), id.value(), hash)
			.update()
				+ this.jdbc
					.sql("update case_link set revoked_at = ? where case_id = ? and revoked_at is null "
							+ "and hash <> ?")
					.params(now(), id.value(), hash)
					.update();
	}

	/**
	 * How many links lead to a case.
	 * @param id the case
	 * @return those that were not ended
	 */
	@Transactional(readOnly = true)
	public int open(CaseId id) {
		return this.jdbc
			.sql("select (select count(*) from care_case where id = ? and link_revoked_at is null) "
					+ "+ (select count(*) from case_link where case_id = ? and revoked_at is null)")
			.params(id.value(), id.value())
			.query(Integer.class)
			.single();
	}

	private OffsetDateTime now() {
		return CaseRows.utc(this.clock.instant());
	}

}
