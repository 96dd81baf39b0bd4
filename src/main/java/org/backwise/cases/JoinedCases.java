package org.backwise.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;

/**
 * Cases of one person: a therapist says which belong together, and can take it back. Each
 * case stays what it is.
 */
@Service
public class JoinedCases {

	private final JdbcClient jdbc;

	private final CaseRows cases;

	private final Journal journal;

	private final Clock clock;

	JoinedCases(JdbcClient jdbc, CaseRows cases, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The other cases of the same person.
	 * @param id a case
	 * @return the oldest first, mostly none
	 */
	@Transactional(readOnly = true)
	public List<Case> of(CaseId id) {
		return this.jdbc
			.sql("select other from case_join where one = ? union select one from case_join where other = ?")
			.params(id.value(), id.value())
			.query(UUID.class)
			.list()
			.stream()
			.flatMap((other) -> this.cases.find(other).stream())
			.sorted(java.util.Comparator.comparing(Case::sentAt))
			.toList();
	}

	/**
	 * Says that two cases are of one person; said twice, it stands once.
	 * @param id one case
	 * @param reference the reference of the other one, as it came
	 * @param by who says so
	 * @throws Refused when there is no such case, or it is the same one
	 */
	@Transactional
	public void join(CaseId id, String reference, Therapist by) {
		Case other = other(id, reference);
		if (of(id).stream().noneMatch((joined) -> joined.id().equals(other.id()))) {
			join(both(id, other.id()), new Who.Staff(by.account()));
		}
	}

	/**
	 * Joins a case that somebody began by the link of their earlier one.
	 * @param id the new case
	 * @param earlier the earlier one
	 */
	@Transactional
	public void joinOwn(CaseId id, CaseId earlier) {
		join(both(id, earlier), new Who.Client(id.value()));
	}

	private void join(List<UUID> both, Who who) {
		this.jdbc.sql("insert into case_join (one, other, joined_at) values (?, ?, ?)")
			.params(both.get(0), both.get(1), CaseRows.utc(this.clock.instant()))
			.update();
		both.forEach((one) -> this.journal.note(Action.CASES_JOINED, who, one));
	}

	/**
	 * Takes it back.
	 * @param id one case
	 * @param reference the reference of the other one, as it came
	 * @param by who says so
	 * @throws Refused when there is no such case
	 */
	@Transactional
	public void part(CaseId id, String reference, Therapist by) {
		List<UUID> both = both(id, other(id, reference).id());
		if (this.jdbc.sql("delete from case_join where one = ? and other = ?").params(both).update() > 0) {
			both.forEach((one) -> this.journal.note(Action.CASES_PARTED, new Who.Staff(by.account()), one));
		}
	}

	/** Locked in the order of their ids, so that nobody waits for somebody who waits. */
	private Case other(CaseId id, String reference) {
		Case other = this.cases.referredToAs(reference).orElseThrow(() -> new Refused("cases.refused.no-other"));
		if (other.id().equals(id)) {
			throw new Refused("cases.refused.same-case");
		}
		both(id, other.id()).forEach(this.cases::lock);
		return other;
	}

	private static List<UUID> both(CaseId one, CaseId other) {
		return Stream.of(one.value(), other.value()).sorted(java.util.Comparator.comparing(UUID::toString)).toList();
	}

}
