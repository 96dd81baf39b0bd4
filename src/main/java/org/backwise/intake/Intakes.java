package org.backwise.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.knowledge.KnowledgeBase;
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

	private final Drafts reader;

	private final Triage triage;

	private final KnowledgeArchive archive;

	private final JsonMapper json;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Intakes(StoredIntakes stored, StoredDrafts drafts, StoredOpenings openings, StoredContacts contacts, Drafts reader,
			Triage triage, KnowledgeArchive archive, JsonMapper json, Clock clock, ApplicationEventPublisher events,
			TransactionTemplate transaction) {
		this.stored = stored;
		this.drafts = drafts;
		this.openings = openings;
		this.contacts = contacts;
		this.reader = reader;
		this.triage = triage;
		this.archive = archive;
		this.json = json;
		this.clock = clock;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * The intake behind a private result link.
	 * @param link the secret part of the link, as it came
	 * @return empty when there is none, whatever the reason
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> behind(String link) {
		return this.stored.findByLinkHash(new LinkToken(link).hash()).map(this::read);
	}

	/**
	 * The intake with an id.
	 * @param id its id
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> find(IntakeId id) {
		return this.stored.findById(id.value()).map(this::read);
	}

	/**
	 * Notes that a result was seen, the first time only.
	 * @param id the intake
	 */
	public void noteOpened(IntakeId id) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				if (!this.openings.existsById(id.value())) {
					this.openings.saveAndFlush(new StoredOpening(id.value(), this.clock.instant()));
				}
			});
		}
		catch (DataIntegrityViolationException ex) {
			// Two tabs opened it at the same moment; the first one counts.
		}
	}

	/**
	 * Keeps who the client is, when that was offered after a referral. Once given it
	 * stands.
	 * @param id the intake
	 * @param details who the client is
	 */
	public void keepDetails(IntakeId id, Details details) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				if (!this.contacts.existsById(id.value())) {
					this.contacts.saveAndFlush(new StoredContact(id.value(), details, this.clock.instant()));
				}
			});
		}
		catch (DataIntegrityViolationException ex) {
			// Sent twice; the first one counts.
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
	boolean send(LinkToken draft) {
		LinkToken result = draft.result();
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<StoredDraft> row = this.drafts.lockOpen(draft.hash(), this.clock.instant());
			if (row.isEmpty()) {
				return this.stored.existsByLinkHash(result.hash());
			}
			Draft read = this.reader.read(row.get());
			if (!read.reading().isComplete() || needsDetails(read)) {
				return false;
			}
			store(row.get().getId(), read.reading(), row.get().consent(), read.changes(), read.details(), result);
			this.drafts.delete(row.get());
			return true;
		}));
	}

	/** A plan needs a first day; after a referral the details are only offered. */
	private static boolean needsDetails(Draft draft) {
		return draft.reading().level() == null && draft.details() == null;
	}

	boolean isSent(LinkToken draft) {
		return this.stored.existsByLinkHash(draft.result().hash());
	}

	private void store(UUID id, Reading reading, Consent consent, List<ChangedAnswer> changes,
			@Nullable Details details, LinkToken link) {
		Assessment assessment = this.triage.assess(reading);
		KnowledgeBase base = this.triage.knowledge();
		Instant now = this.clock.instant();
		String level = (assessment.level() != null) ? assessment.level().toString() : null;
		this.stored.saveAndFlush(new StoredIntake(id, reference(), link.hash(), consent, now,
				new StoredIntake.Decided(assessment.outcome().toString(), level,
						this.json.writeValueAsString(AnswerSheet.of(reading.answers(), base)),
						this.json.writeValueAsString(AnswerSheet.inWords(reading.answers(), base)),
						this.json.writeValueAsString(changes), this.json.writeValueAsString(assessment),
						base.sha256())));
		if (details != null) {
			this.contacts.save(new StoredContact(id, details, now));
		}
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

	private CompletedIntake read(StoredIntake row) {
		Map<String, Object> sheet = this.json.readValue(row.answers(),
				new TypeReference<LinkedHashMap<String, Object>>() {
				});
		return new CompletedIntake(new IntakeId(row.getId()), row.reference(), row.consent(), row.sentAt(),
				this.json.readValue(row.wording(), new TypeReference<List<AnsweredQuestion>>() {
				}), this.archive.bySha256(row.knowledge()).read(sheet).answers(),
				this.json.readValue(row.changes(), new TypeReference<List<ChangedAnswer>>() {
				}), this.json.readValue(row.decision(), Assessment.class),
				this.contacts.findById(row.getId()).map(StoredContact::details),
				this.openings.findById(row.getId()).map(StoredOpening::openedAt));
	}

}
