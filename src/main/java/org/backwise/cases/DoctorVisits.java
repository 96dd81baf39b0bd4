package org.backwise.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.Level;
import org.backwise.practice.Refused;

/**
 * Whether clients who were referred saw their doctor, by their own words, and when to ask
 * again. Nothing is cleared or closed by it.
 */
@Service
public class DoctorVisits {

	/** So long after a referral, or after an answer, it is asked again. */
	private static final Map<Level, Duration> DUE = new EnumMap<>(Map.of(Level.EMERGENCY, Duration.ofDays(1),
			Level.URGENT, Duration.ofDays(3), Level.SEE_DOCTOR, Duration.ofDays(14)));

	private final JdbcClient jdbc;

	private final CaseRows cases;

	private final LifeCycle lifeCycle;

	private final Journal journal;

	private final Clock clock;

	DoctorVisits(JdbcClient jdbc, CaseRows cases, LifeCycle lifeCycle, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * All that a client said about their doctor.
	 * @param id the case
	 * @return in order
	 */
	@Transactional(readOnly = true)
	public List<DoctorVisit> of(CaseId id) {
		return this.jdbc.sql("select said_at, answer from doctor_visit where case_id = ? order by said_at")
			.param(id.value())
			.query((row, index) -> new DoctorVisit(row.getObject("said_at", OffsetDateTime.class).toInstant(),
					DoctorVisit.Answer.valueOf(row.getString("answer"))))
			.list();
	}

	/**
	 * Whether a client is asked about a doctor.
	 * @param standing where the case stands
	 * @return true for a referral to somebody
	 */
	public boolean isAsked(Standing standing) {
		return standing.state() == CaseState.REFERRED && standing.level() != null && DUE.containsKey(standing.level());
	}

	/**
	 * When the practice asks again.
	 * @param theCase the case
	 * @return empty when the doctor was seen, or nobody has to ask
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> askAgain(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		if (!isAsked(standing)) {
			return Optional.empty();
		}
		Instant referred = standing.arrival().map(CaseStep::at).orElse(theCase.sentAt());
		Optional<DoctorVisit> last = of(theCase.id()).stream()
			.filter((visit) -> !visit.at().isBefore(referred))
			.reduce((one, next) -> next);
		return last.filter((visit) -> visit.answer() == DoctorVisit.Answer.SEEN).isPresent() ? Optional.empty()
				: Optional.of(last.map(DoctorVisit::at).orElse(referred).plus(DUE.get(standing.level())));
	}

	/**
	 * Keeps what a client says. The same said twice in a row stands once.
	 * @param id the case
	 * @param answer what they say
	 * @throws Refused when nobody asks
	 */
	@Transactional
	public void say(CaseId id, DoctorVisit.Answer answer) {
		this.cases.lock(id.value());
		Case theCase = this.cases.find(id.value()).orElseThrow(() -> new Refused("cases.refused.unknown"));
		if (!isAsked(this.lifeCycle.standing(theCase))) {
			throw new Refused("cases.refused.state");
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<DoctorVisit> said = of(id);
		DoctorVisit last = said.isEmpty() ? null : said.get(said.size() - 1);
		if (last != null && (last.answer() == answer && last.at().plus(Duration.ofHours(1)).isAfter(now)
				|| !last.at().isBefore(now))) {
			return;
		}
		this.jdbc.sql("insert into doctor_visit (case_id, said_at, answer) values (?, ?, ?)")
			.params(id.value(), CaseRows.utc(now), answer.name())
			.update();
		this.journal.note(Action.DOCTOR_VISIT_TOLD, new Who.Client(id.value()), id.value());
	}

}
