package org.backwise.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;

/** Which check-ins are missing: a session is close, or over, and none holds for it. */
@Service
public class DueCheckIns {

	/** So long before the day of a session its check-in is missing. */
	private static final Duration BEFORE = Duration.ofHours(12);

	private final JdbcClient jdbc;

	private final Episodes episodes;

	private final CheckInTimes times;

	private final Silences silences;

	private final Clock clock;

	DueCheckIns(JdbcClient jdbc, Episodes episodes, CheckInTimes times, Silences silences, Clock clock) {
		this.jdbc = jdbc;
		this.episodes = episodes;
		this.times = times;
		this.silences = silences;
		this.clock = clock;
	}

	/**
	 * Cases with a session that should soon take place, or should have. Whether a
	 * check-in is missing has to be looked at one by one.
	 * @return their ids
	 */
	@Transactional(readOnly = true)
	public List<CaseId> near() {
		LocalDate soon = LocalDate.ofInstant(this.clock.instant().plus(BEFORE), this.clock.getZone());
		return this.jdbc
			.sql("select distinct p.case_id from care_plan p join care_session s on s.plan = p.id "
					+ "left join session_mark m on m.case_id = p.case_id and m.number = s.number "
					+ "where p.number = (select max(number) from care_plan l where l.case_id = p.case_id) "
					+ "and (s.on_day <= ? or m.live_day <= ?) and (m.state is null or m.state in ('PLANNED', 'MOVED'))")
			.params(soon, soon)
			.query(UUID.class)
			.list()
			.stream()
			.map(CaseId::new)
			.toList();
	}

	/**
	 * Whether nothing is heard of a client any more.
	 * @param theCase the case
	 * @return empty as soon as a check-in is made or a session kept
	 */
	@Transactional(readOnly = true)
	public Optional<Silence> silence(Case theCase) {
		return this.silences.of(this.episodes.soFar(theCase));
	}

	/**
	 * Since when the check-in for the next session is missing, or the one for a session
	 * that went by unmarked.
	 * @param theCase the case
	 * @return empty when none is
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> missingSince(Case theCase) {
		CareSoFar soFar = this.episodes.soFar(theCase);
		if (!soFar.standing().state().isChecked()) {
			return Optional.empty();
		}
		Stream<LiveSession> coming = soFar.next()
			.filter((next) -> soFar.plan().isFirm(next.number()) && !next.day().isBefore(soFar.today()))
			.filter((next) -> this.times.holding(soFar, next.day()).isEmpty())
			.stream();
		return Stream.concat(this.times.wentByUnasked(soFar), coming)
			.findFirst()
			.map((next) -> next.day().atStartOfDay(this.clock.getZone()).toInstant().minus(BEFORE))
			.filter((since) -> !since.isAfter(this.clock.instant()));
	}

}
