package org.backwise.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.rules.DecidedRounds;
import org.backwise.rules.DecidedSheet;
import org.backwise.triage.Assessment;
import org.backwise.triage.InForce;
import org.backwise.triage.Liftable;
import org.backwise.triage.Reading;

/**
 * The rounds of the cases: each is decided once, by the rules that ran then, and never
 * rewritten.
 */
@Service
public class Rounds implements DecidedRounds {

	private static final UUID BEFORE_ALL = new UUID(0, 0);

	private final RoundRows rows;

	private final CheckInRows checkIns;

	private final CaseRows cases;

	private final Clearances clearances;

	private final SuitingTimes suits;

	private final InForce rules;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final CaseTimes times;

	private final Clock clock;

	Rounds(RoundRows rows, CheckInRows checkIns, CaseRows cases, Clearances clearances, SuitingTimes suits,
			InForce rules, Journal journal, ApplicationEventPublisher events, CaseTimes times, Clock clock) {
		this.rows = rows;
		this.checkIns = checkIns;
		this.cases = cases;
		this.clearances = clearances;
		this.suits = suits;
		this.rules = rules;
		this.journal = journal;
		this.events = events;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * All rounds of a case.
	 * @param id the case
	 * @return in order, the first one first
	 */
	@Transactional(readOnly = true)
	public List<Round> of(CaseId id) {
		return this.rows.of(id);
	}

	/**
	 * The round with which a case began.
	 * @param id the case
	 * @return the round
	 */
	@Transactional(readOnly = true)
	public Round first(CaseId id) {
		return this.rows.of(id).get(0);
	}

	/**
	 * The round that counts now.
	 * @param id the case
	 * @return the round sent last
	 */
	@Transactional(readOnly = true)
	public Round latest(CaseId id) {
		List<Round> all = this.rows.of(id);
		return all.get(all.size() - 1);
	}

	/**
	 * The answers of a round in the shape in which they are handed in.
	 * @param round the round
	 * @return question id to answer
	 */
	public Map<String, Object> sheet(Round round) {
		return this.rows.sheet(round);
	}

	/**
	 * How old the client was: all of the answers that retention has to know.
	 * @param id the case
	 * @return years, empty when they were not asked
	 */
	@Transactional(readOnly = true)
	public Optional<Integer> age(CaseId id) {
		return this.rows.sheetsOf(id)
			.stream()
			.findFirst()
			.map((first) -> first.sheet().get(this.rules.triage().knowledge().roles().age()))
			.map(Integer.class::cast);
	}

	/**
	 * The answers that count now: those of the last round, with those of later check-ins
	 * that stopped the care in their place.
	 * @param id the case
	 * @return question id to answer
	 */
	@Transactional(readOnly = true)
	public Map<String, Object> sheetNow(CaseId id) {
		Round round = latest(id);
		Map<String, Object> sheet = new LinkedHashMap<>(sheet(round));
		stop(round).ifPresent((stop) -> sheet.putAll(stop.merged(this.rules.triage().knowledge())));
		return sheet;
	}

	/**
	 * The check-in that stopped the care after a round.
	 * @param round the round that was sent last
	 * @return the one that decides how urgent it is, empty when none did
	 */
	@Transactional(readOnly = true)
	public Optional<CheckIn> stopping(Round round) {
		return stop(round).map(Stop::decides);
	}

	/**
	 * What stopped the care after a round.
	 * @param round the round that was sent last
	 * @return empty when no check-in did, or it goes on since
	 */
	@Transactional(readOnly = true)
	public Optional<Stop> stop(Round round) {
		return Stop.of(this.checkIns.of(round.id()).stream().filter((one) -> one.number() > round.number()).toList());
	}

	/**
	 * What a clearance could do with the answers that count now, by the rules in force.
	 * @param round the round that counts now
	 * @return what it could lift and what not
	 */
	public Liftable liftable(Round round) {
		return this.rules.triage().liftable(sheetNow(round.id()));
	}

	/**
	 * Whether a clearance waits for the client's answers to the massage section. Beside a
	 * finding that no clearance lifts it opens nothing.
	 * @param id the case
	 * @return false without a clearance, or when it was answered already
	 */
	@Transactional(readOnly = true)
	public boolean isOpen(CaseId id) {
		Instant answered = this.rows.lastSent(id, Round.Kind.CLEARED).orElse(Instant.MIN);
		return this.clearances.of(id).filter((clearance) -> clearance.recordedAt().isAfter(answered)).isPresent()
				&& liftable(latest(id)).held().isEmpty();
	}

	/**
	 * Adds the massage section answered after a clearance. One that was taken back
	 * meanwhile leaves the answers unused.
	 * @param id the case
	 * @param sent the answers
	 * @return false when no clearance waits for them
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean addCleared(CaseId id, SentRound sent) {
		this.cases.lock(id.value());
		if (!isOpen(id)) {
			return false;
		}
		if (sent.contact() != null) {
			this.cases.putContact(id.value(), sent.contact(), this.clock.instant());
		}
		if (sent.suits() != null) {
			this.suits.keep(id, sent.suits());
		}
		else {
			this.suits.forget(id);
		}
		LocalDate firstDay = (sent.firstDay() != null) ? sent.firstDay() : LocalDate.now(this.clock);
		add(id, Round.Kind.CLEARED, new SentRound(sent.reading(), sent.changes(), null, firstDay));
		this.journal.note(Action.INTAKE_SENT, new Who.Client(id.value()), id.value());
		return true;
	}

	/** Decides again with a clearance, when the massage section was answered before. */
	void decideWithKnownAnswers(CaseId id) {
		Round round = latest(id);
		if (!liftable(round).held().isEmpty()) {
			return;
		}
		Reading reading = this.rules.triage().readCleared(sheetNow(id));
		if (reading.isComplete() && round.firstDay() != null) {
			add(id, Round.Kind.CLEARED, new SentRound(reading, List.of(), null, round.firstDay()));
		}
	}

	private void add(CaseId id, Round.Kind kind, SentRound sent) {
		add(id, kind, sent, this.rules.triage().assess(sent.reading()));
	}

	void add(CaseId id, Round.Kind kind, SentRound sent, Assessment decided) {
		int number = this.rows.lastNumber(id) + 1;
		Case theCase = this.cases.find(id.value()).orElseThrow();
		Instant at = (number == 1) ? this.clock.instant() : this.times.next(id);
		Round round = this.rows.add(id, number, kind, sent, decided, at, theCase.consent());
		this.events.publishEvent(new CaseEvent.RoundAdded(theCase, round));
	}

	@Override
	@Transactional(readOnly = true)
	public long cases() {
		return this.cases.count();
	}

	@Override
	@Transactional(readOnly = true)
	public List<DecidedSheet> after(@Nullable UUID last, int most) {
		return this.rows.sheetsAfter((last != null) ? last : BEFORE_ALL, most);
	}

	@Override
	@Transactional
	public Optional<List<DecidedSheet>> read(String reference, UUID account) {
		return this.cases.referredToAs(reference).map((found) -> {
			this.journal.note(Action.CASE_READ, new Who.Staff(account), found.id().value());
			return this.rows.sheetsOf(found.id());
		});
	}

}
