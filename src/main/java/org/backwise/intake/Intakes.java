package org.backwise.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * The intakes that were sent. Each is stored once and never rewritten; what comes later
 * (when it was opened, who the client is) lies beside it.
 */
@Service
public class Intakes {

	private static final String REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int REFERENCE_LENGTH = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final StoredIntakes stored;

	private final StoredDrafts drafts;

	private final StoredOpenings openings;

	private final StoredContacts contacts;

	private final Continuations continuations;

	private final Drafts reader;

	private final IntakeRows rows;

	private final Triage triage;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Journal journal;

	private final TransactionTemplate transaction;

	Intakes(StoredIntakes stored, StoredDrafts drafts, StoredOpenings openings, StoredContacts contacts,
			Continuations continuations, Drafts reader, IntakeRows rows, Triage triage, Clock clock,
			ApplicationEventPublisher events, Journal journal, TransactionTemplate transaction) {
		this.stored = stored;
		this.drafts = drafts;
		this.openings = openings;
		this.contacts = contacts;
		this.continuations = continuations;
		this.reader = reader;
		this.rows = rows;
		this.triage = triage;
		this.clock = clock;
		this.events = events;
		this.journal = journal;
		this.transaction = transaction;
	}

	/**
	 * The intake behind a private result link.
	 * @param link the secret part of the link, as it came
	 * @return empty when there is none, whatever the reason
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> behind(String link) {
		return this.stored.findByLinkHash(new LinkToken(link).hash()).map(this.rows::read);
	}

	/**
	 * The intake with an id.
	 * @param id its id
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> find(IntakeId id) {
		return this.stored.findById(id.value()).map(this.rows::read);
	}

	/**
	 * The same, and everybody else who wants to decide about it, continue or erase it
	 * waits until the transaction is over.
	 * @param id its id
	 * @return empty when there is none
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<CompletedIntake> hold(IntakeId id) {
		return this.stored.lock(id.value()).map(this.rows::read);
	}

	/**
	 * The intake with a reference.
	 * @param reference a reference, as it came
	 * @return empty when there is none, whatever the reason
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> referredToAs(String reference) {
		return this.stored.findByReference(reference).map(this.rows::read);
	}

	/**
	 * Notes that a result was seen, the first time only.
	 * @param id the intake
	 */
	@Transactional
	public void noteOpened(IntakeId id) {
		if (!this.openings.existsById(id.value()) && hold(id).isPresent() && !this.openings.existsById(id.value())) {
			this.openings.save(new StoredOpening(id.value(), this.clock.instant()));
			this.journal.note(Action.RESULT_OPENED, new Who.Client(id.value()), id.value());
		}
	}

	/**
	 * Keeps who the client is, when that was offered after a referral. Once given it
	 * stands.
	 * @param id the intake
	 * @param details who the client is
	 */
	@Transactional
	public void keepDetails(IntakeId id, Details details) {
		if (hold(id).isPresent() && !this.contacts.existsById(id.value())) {
			this.contacts.saveAndFlush(new StoredContact(id.value(), details, this.clock.instant()));
			this.events.publishEvent(new DetailsGiven(id));
		}
	}

	/**
	 * Stores an intake that did not come through the pages, such as a made-up one.
	 * @param sheet the answers, complete
	 * @param consent the consent given
	 * @param details who the client is
	 * @param link the secret part of its link
	 * @throws IllegalArgumentException when the answers are not complete
	 */
	public void file(Map<String, ?> sheet, Consent consent, @Nullable Details details, String link) {
		this.transaction.executeWithoutResult((status) -> store(UUID.randomUUID(), this.triage.read(sheet), consent,
				List.of(), details, new LinkToken(link)));
	}

	/**
	 * Whether any intake was ever sent.
	 * @return true when none was
	 */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.stored.count() == 0;
	}

	/**
	 * Turns a draft into an intake. Sent twice, the second time finds the first one's.
	 * @return false when there is neither a draft that can be decided nor an intake
	 */
	Optional<LinkToken> send(LinkToken draft) {
		Optional<LinkToken> sent = this.transaction.execute((status) -> {
			Optional<StoredDraft> row = this.drafts.lockOpen(draft.hash(), this.clock.instant());
			if (row.isEmpty()) {
				return resultOf(draft);
			}
			Draft read = this.reader.read(row.get());
			if (!read.reading().isComplete() || read.needsDetails()) {
				return Optional.empty();
			}
			UUID continues = row.get().intake();
			if (continues != null) {
				this.continuations.add(new IntakeId(continues), read);
			}
			else {
				store(row.get().getId(), read.reading(), row.get().consent(), read.changes(), read.details(),
						draft.result());
			}
			this.drafts.delete(row.get());
			return Optional.of((continues != null) ? draft : draft.result());
		});
		return (sent != null) ? sent : Optional.empty();
	}

	/**
	 * The result link of a draft that was sent. The draft of a continued intake goes by
	 * the result link itself.
	 */
	Optional<LinkToken> resultOf(LinkToken draft) {
		return Stream.of(draft.result(), draft).filter((link) -> this.stored.existsByLinkHash(link.hash())).findFirst();
	}

	private void store(UUID id, Reading reading, Consent consent, List<ChangedAnswer> changes,
			@Nullable Details details, LinkToken link) {
		Instant now = this.clock.instant();
		Assessment assessment = this.triage.assess(reading);
		this.stored.saveAndFlush(new StoredIntake(id, reference(), link.hash(), consent, now, assessment,
				this.rows.decided(reading, changes, assessment)));
		if (details != null) {
			this.contacts.saveAndFlush(new StoredContact(id, details, now));
		}
		this.journal.note(Action.INTAKE_SENT, new Who.Client(id), id);
		this.events.publishEvent(new IntakeCompleted(new IntakeId(id)));
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
