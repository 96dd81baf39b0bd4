package org.backwise.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.storage.OncePerPage;

/**
 * Who looks after which case. A new case is nobody's; whoever has a case may lose their
 * account, and the case stays theirs until somebody gives it to another one.
 */
@Service
public class Assignments {

	private final JdbcClient jdbc;

	private final CaseRows cases;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Assignments(JdbcClient jdbc, CaseRows cases, Journal journal, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Who looks after a case.
	 * @param id the case
	 * @return the account, empty when it is nobody's
	 */
	@OncePerPage
	@Transactional(readOnly = true)
	public Optional<UUID> of(CaseId id) {
		return Optional.ofNullable(of(java.util.List.of(id.value())).get(id.value()));
	}

	/**
	 * Who looks after some cases.
	 * @param caseIds ids of cases
	 * @return case to account, without those that are nobody's
	 */
	@Transactional(readOnly = true)
	public Map<UUID, UUID> of(Collection<UUID> caseIds) {
		Map<UUID, UUID> found = new LinkedHashMap<>();
		if (!caseIds.isEmpty()) {
			this.jdbc.sql("select case_id, account from case_assignment where case_id in (:ids)")
				.param("ids", caseIds)
				.query((row) -> {
					found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
				});
		}
		return found;
	}

	/**
	 * Gives a case to somebody, or to nobody. Given twice to the same one it stands once.
	 * @param id the case
	 * @param account who looks after it from now on, null for nobody
	 * @param seen who looked after it on the page that says so, null for nobody
	 * @param by who says so
	 * @throws Refused when somebody else gave it away in the meantime
	 */
	@Transactional
	public void assign(CaseId id, @Nullable UUID account, @Nullable UUID seen, Therapist by) {
		if (!this.cases.lock(id.value())) {
			throw new Refused("cases.refused.unknown");
		}
		UUID now = of(id).orElse(null);
		if (Objects.equals(now, account)) {
			return;
		}
		if (!Objects.equals(now, seen)) {
			throw new Refused("cases.refused.assigned");
		}
		this.jdbc.sql("delete from case_assignment where case_id = ?").param(id.value()).update();
		if (account != null) {
			this.jdbc.sql("insert into case_assignment (case_id, account, assigned_at) values (?, ?, ?)")
				.params(id.value(), account, CaseRows.utc(this.clock.instant()))
				.update();
		}
		this.journal.note((account != null) ? Action.CASE_ASSIGNED : Action.CASE_UNASSIGNED,
				new Who.Staff(by.account()), id.value());
		this.events.publishEvent(new CaseEvent.Assigned(id, account));
	}

}
