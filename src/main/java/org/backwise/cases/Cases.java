package org.backwise.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
import org.backwise.journal.CaseReferences;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Words;
import org.backwise.practice.Refused;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.InForce;

/**
 * The cases: opened with their first round, found again by link, reference or id, and
 * erased.
 */
@Service
public class Cases implements CaseReferences {

	private static final String REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int REFERENCE_LENGTH = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final CaseRows rows;

	private final Rounds rounds;

	private final SuitingTimes suits;

	private final Withdrawals withdrawals;

	private final InForce rules;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Cases(CaseRows rows, Rounds rounds, SuitingTimes suits, Withdrawals withdrawals, InForce rules, Journal journal,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.rounds = rounds;
		this.suits = suits;
		this.withdrawals = withdrawals;
		this.rules = rules;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The case behind a private link. Where somebody answers for another person, the page
	 * speaks of the client from here on.
	 * @param link the secret part of the link, as it came
	 * @return empty when there is none, whatever the reason
	 */
	@Transactional(readOnly = true)
	public Optional<Case> behind(String link) {
		Optional<Case> found = this.rows.behind(new LinkToken(link));
		found.ifPresent((theCase) -> Words.speakOfAnother(theCase.consent().forAnother()));
		return found;
	}

	/**
	 * Whether a link leads to a case.
	 * @param link the link
	 * @return false when it leads nowhere
	 */
	@Transactional(readOnly = true)
	public boolean isBehind(LinkToken link) {
		return this.rows.isBehind(link);
	}

	/**
	 * The case with an id.
	 * @param id its id
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Case> find(CaseId id) {
		return this.rows.find(id.value());
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, String> referencesOf(Collection<UUID> ids) {
		return ids.isEmpty() ? Map.of() : this.rows.references(ids);
	}

	/**
	 * The same, and everybody else who wants to move, continue or erase it waits until
	 * the transaction is over.
	 * @param id its id
	 * @return empty when there is none
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Case> lock(CaseId id) {
		return this.rows.lock(id.value()) ? this.rows.find(id.value()) : Optional.empty();
	}

	/**
	 * The case with a reference, for somebody who looks at it: the journal keeps the
	 * look.
	 * @param reference a reference, as it came
	 * @param account who looks
	 * @return empty when there is none, whatever the reason
	 */
	@Transactional
	public Optional<Case> read(String reference, UUID account) {
		Optional<Case> found = this.rows.referredToAs(reference);
		found.ifPresent((theCase) -> this.journal.note(Action.CASE_READ, new Who.Staff(account), theCase.id().value()));
		return found;
	}

	/**
	 * Opens a case with its first round.
	 * @param id the id it gets; opened twice, the second one is refused by the database
	 * @param link its private link
	 * @param consent the consent given before
	 * @param sent the answers, complete
	 */
	@Transactional
	public void open(CaseId id, LinkToken link, Consent consent, SentRound sent) {
		Instant now = this.clock.instant();
		Assessment decided = this.rules.triage().assess(sent.reading());
		this.rows.add(id.value(), reference(), link, consent, now, decided);
		if (sent.contact() != null) {
			this.rows.addContact(id.value(), sent.contact(), now);
		}
		if (sent.suits() != null) {
			this.suits.keep(id, sent.suits());
		}
		this.journal.note(Action.INTAKE_SENT, new Who.Client(id.value()), id.value());
		this.rounds.add(id, Round.Kind.FIRST, sent, decided);
	}

	/**
	 * Notes that a result was seen, the first time only.
	 * @param theCase the case as it was read for the page
	 */
	@Transactional
	public void noteOpened(Case theCase) {
		UUID id = theCase.id().value();
		if (theCase.openedAt().isEmpty() && this.rows.lock(id) && !this.rows.isOpened(id)) {
			this.rows.addOpening(id, this.clock.instant());
			this.journal.note(Action.RESULT_OPENED, new Who.Client(id), id);
		}
	}

	/**
	 * Keeps who the client is, when that was offered after a referral. Once given it
	 * stands; the same given twice stands once.
	 * @param id the case
	 * @param contact who the client is
	 * @throws Refused when somebody gave another one before
	 */
	@Transactional
	public void giveContact(CaseId id, Contact contact) {
		this.rows.lock(id.value());
		Case theCase = this.rows.find(id.value()).orElseThrow(() -> new Refused("cases.refused.unknown"));
		if (theCase.contact().filter((before) -> !before.equals(contact)).isPresent()) {
			throw new Refused("cases.refused.contact");
		}
		if (this.rows.addContact(id.value(), contact, this.clock.instant())) {
			this.events.publishEvent(new CaseEvent.ContactGiven(this.rows.find(id.value()).orElseThrow()));
		}
	}

	/**
	 * How a client can be reached, and when sessions suit them.
	 * @param id the case
	 * @return what they said last, nothing for no case
	 */
	@Transactional(readOnly = true)
	public KnownReach reach(CaseId id) {
		return this.rows.find(id.value()).map(this::reach).orElse(KnownReach.NOTHING);
	}

	private KnownReach reach(Case theCase) {
		return new KnownReach(theCase.contact().orElse(null), this.suits.of(theCase.id()).orElse(null));
	}

	/**
	 * Keeps how the client wants to be reached from now on, and when sessions suit them.
	 * What they said before is gone.
	 * @param id the case
	 * @param contact who the client is
	 * @param suits when sessions suit, null when they do not say
	 * @param seen the mark of what was known when they were asked
	 * @throws Refused when the client withdrew, something else was said in the meantime,
	 * or there is no such case
	 */
	@Transactional
	public void changeContact(CaseId id, Contact contact, @Nullable Suits suits, String seen) {
		this.rows.lock(id.value());
		Case before = this.rows.find(id.value()).orElseThrow(() -> new Refused("cases.refused.unknown"));
		if (this.withdrawals.of(id).isPresent()) {
			throw new Refused("cases.refused.withdrawn");
		}
		KnownReach known = reach(before);
		if (known.equals(new KnownReach(contact, suits))) {
			return;
		}
		if (!known.mark().equals(seen)) {
			throw new Refused("cases.refused.reach-changed");
		}
		this.rows.putContact(id.value(), contact, this.clock.instant());
		this.suits.forget(id);
		if (suits != null) {
			this.suits.keep(id, suits);
		}
		this.journal.note(Action.CONTACT_CHANGED, new Who.Client(id.value()), id.value());
		this.events.publishEvent(new CaseEvent.ContactGiven(this.rows.find(id.value()).orElseThrow()));
	}

	/**
	 * Cases whose first round was sent before a time, the oldest first.
	 * @param before the time
	 * @param outcome what the first round led to
	 * @param after the last one of the page before, null for the first page
	 * @param most how many
	 * @return at most so many
	 */
	@Transactional(readOnly = true)
	public List<Case> sentBefore(Instant before, Outcome outcome, @Nullable Case after, int most) {
		return this.rows.sentBefore(before, outcome, after, most);
	}

	/**
	 * Whether any case was ever opened.
	 * @return true when none was
	 */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.rows.isEmpty();
	}

	/**
	 * Erases a case and, by {@link CaseEvent.Erased}, all that lies beside it. To be
	 * called inside the transaction that also keeps the journal row.
	 * @param id the case
	 * @return its outside, empty when it was gone already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Case> erase(CaseId id) {
		Optional<Case> found = lock(id);
		found.ifPresent((theCase) -> {
			this.events.publishEvent(new CaseEvent.Erased(id));
			this.rows.erase(id.value());
		});
		return found;
	}

	/** Eight letters and digits that are hard to confuse when read out. */
	private static String reference() {
		StringBuilder reference = new StringBuilder();
		for (int i = 0; i < REFERENCE_LENGTH; i++) {
			reference.append(REFERENCE_LETTERS.charAt(RANDOM.nextInt(REFERENCE_LETTERS.length())));
		}
		return reference.toString();
	}

}
