package org.backwise.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.triage.Answers;
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

	private final StoredContinuations continuations;

	private final Clearances clearances;

	private final Drafts reader;

	private final Triage triage;

	private final KnowledgeArchive archive;

	private final JsonMapper json;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final Journal journal;

	private final TransactionTemplate transaction;

	Intakes(StoredIntakes stored, StoredDrafts drafts, StoredOpenings openings, StoredContacts contacts,
			StoredContinuations continuations, Clearances clearances, Drafts reader, Triage triage,
			KnowledgeArchive archive, JsonMapper json, Clock clock, ApplicationEventPublisher events, Journal journal,
			TransactionTemplate transaction) {
		this.stored = stored;
		this.drafts = drafts;
		this.openings = openings;
		this.contacts = contacts;
		this.continuations = continuations;
		this.clearances = clearances;
		this.reader = reader;
		this.triage = triage;
		this.archive = archive;
		this.json = json;
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
	 * The intake with a reference.
	 * @param reference a reference, as it came
	 * @return empty when there is none, whatever the reason
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> referredToAs(String reference) {
		return this.stored.findByReference(reference).map(this::read);
	}

	/**
	 * The intake as it stands since its client answered the massage section after a
	 * clearance: with those answers too, and with what was decided then.
	 * @param id the intake
	 * @return empty when it was never continued
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> continued(IntakeId id) {
		return this.continuations.findFirstByIntakeOrderBySentAtDesc(id.value())
			.map((row) -> read(this.stored.findById(id.value()).orElseThrow(), row));
	}

	/**
	 * The clearance in force.
	 * @param id the intake
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Clearance> clearance(IntakeId id) {
		return this.clearances.of(id.value());
	}

	/**
	 * Records a clearance, which opens the massage section for the client. Whoever calls
	 * this keeps the journal and says where the case stands.
	 * @param id the intake
	 * @param clearance who cleared the client, when and with which limits
	 * @throws IllegalStateException when its level is never lifted
	 */
	@Transactional
	public void recordClearance(IntakeId id, Clearance clearance) {
		Level level = find(id).orElseThrow().assessment().level();
		if (level != null && !level.mayBeCleared()) {
			throw new IllegalStateException("An emergency or urgent referral is never lifted");
		}
		this.clearances.add(id.value(), clearance);
	}

	/**
	 * Takes back the clearance of an intake, when there is one.
	 * @param id the intake
	 */
	@Transactional
	public void withdrawClearance(IntakeId id) {
		this.clearances.withdraw(id.value(), this.clock.instant());
	}

	/**
	 * Decides again with a clearance, when the massage section was already answered.
	 * @param id the intake
	 * @return false when the client has to answer it first
	 */
	@Transactional
	public boolean continueWithKnownAnswers(IntakeId id) {
		CompletedIntake intake = continued(id).orElseGet(() -> find(id).orElseThrow());
		Reading reading = this.triage.readCleared(sheet(intake));
		LocalDate firstDay = intake.details().map(Details::firstDay).orElse(null);
		if (!reading.isComplete() || firstDay == null) {
			return false;
		}
		storeContinuation(id.value(), reading, List.of(), firstDay);
		return true;
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
					this.journal.note(Action.RESULT_OPENED, new Who.Client(id.value()), id.value());
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
					this.events.publishEvent(new DetailsGiven(id));
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
				addTo(continues, read);
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
		return java.util.stream.Stream.of(draft.result(), draft)
			.filter((link) -> this.stored.existsByLinkHash(link.hash()))
			.findFirst();
	}

	/**
	 * Opens the massage section for the client behind a link.
	 * @return false when there is no clearance, or when it was answered already
	 */
	boolean goOn(LinkToken link) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			CompletedIntake intake = behind(link.text()).orElseThrow();
			if (!isOpen(intake.id().value())) {
				return false;
			}
			this.reader.goOn(link, intake, sheet(intake));
			return true;
		}));
	}

	/** Whether a clearance waits for the client's answers. */
	private boolean isOpen(UUID intake) {
		Optional<Clearance> clearance = this.clearances.of(intake);
		Instant answered = this.continuations.findFirstByIntakeOrderBySentAtDesc(intake)
			.map(StoredContinuation::sentAt)
			.orElse(Instant.MIN);
		return clearance.isPresent() && clearance.get().recordedAt().isAfter(answered);
	}

	/** A clearance that was taken back meanwhile leaves the answers unused. */
	private void addTo(UUID intake, Draft draft) {
		Details details = draft.details();
		LocalDate firstDay = (details != null && details.firstDay() != null) ? details.firstDay()
				: LocalDate.now(this.clock);
		if (isOpen(intake)) {
			if (details != null && !this.contacts.existsById(intake)) {
				this.contacts.saveAndFlush(new StoredContact(intake, details, this.clock.instant()));
			}
			storeContinuation(intake, draft.reading(), draft.changes(), firstDay);
			this.journal.note(Action.INTAKE_SENT, new Who.Client(intake), intake);
		}
	}

	private void storeContinuation(UUID intake, Reading reading, List<ChangedAnswer> changes, LocalDate firstDay) {
		this.continuations.saveAndFlush(new StoredContinuation(intake, this.clock.instant(), firstDay,
				decided(reading, this.triage.assess(reading), changes)));
		this.events.publishEvent(new IntakeContinued(new IntakeId(intake)));
	}

	private void store(UUID id, Reading reading, Consent consent, List<ChangedAnswer> changes,
			@Nullable Details details, LinkToken link) {
		Instant now = this.clock.instant();
		this.stored.saveAndFlush(new StoredIntake(id, reference(), link.hash(), consent, now,
				decided(reading, this.triage.assess(reading), changes)));
		if (details != null) {
			this.contacts.saveAndFlush(new StoredContact(id, details, now));
		}
		this.journal.note(Action.INTAKE_SENT, new Who.Client(id), id);
		this.events.publishEvent(new IntakeCompleted(new IntakeId(id)));
	}

	private StoredIntake.Decided decided(Reading reading, Assessment assessment, List<ChangedAnswer> changes) {
		KnowledgeBase base = this.triage.knowledge();
		return new StoredIntake.Decided(assessment.outcome().toString(),
				(assessment.level() != null) ? assessment.level().toString() : null,
				this.json.writeValueAsString(AnswerSheet.of(reading.answers(), base)),
				this.json.writeValueAsString(AnswerSheet.inWords(reading.answers(), base)),
				this.json.writeValueAsString(changes), this.json.writeValueAsString(assessment), base.sha256());
	}

	/** Eight letters and digits that are hard to confuse when read out. */
	private static String reference() {
		StringBuilder reference = new StringBuilder();
		for (int i = 0; i < REFERENCE_LENGTH; i++) {
			reference.append(REFERENCE_LETTERS.charAt(RANDOM.nextInt(REFERENCE_LETTERS.length())));
		}
		return reference.toString();
	}

	/** The answers as the rules read them then. */
	private Map<String, Object> sheet(CompletedIntake intake) {
		String rules = intake.assessment().knowledge().sha256();
		return AnswerSheet.of(intake.typed(), this.archive.bySha256(rules).knowledge());
	}

	private CompletedIntake read(StoredIntake row) {
		return read(row, row.sentAt(), row.decided(), false,
				this.contacts.findById(row.getId()).map(StoredContact::details));
	}

	private CompletedIntake read(StoredIntake row, StoredContinuation continuation) {
		return read(row, continuation.sentAt(), continuation.decided(), true,
				this.contacts.findById(row.getId())
					.map(StoredContact::details)
					.map((details) -> new Details(details.name(), details.reach(), continuation.firstDay())));
	}

	private CompletedIntake read(StoredIntake row, Instant sentAt, StoredIntake.Decided decided, boolean cleared,
			Optional<Details> details) {
		Map<String, Object> sheet = this.json.readValue(decided.answers(),
				new TypeReference<LinkedHashMap<String, Object>>() {
				});
		Triage rules = this.archive.bySha256(decided.knowledge());
		Answers typed = (cleared ? rules.readCleared(sheet) : rules.read(sheet)).answers();
		List<AnsweredQuestion> words = this.json.readValue(decided.wording(),
				new TypeReference<List<AnsweredQuestion>>() {
				});
		return new CompletedIntake(new IntakeId(row.getId()), row.reference(), row.consent(), sentAt,
				words.isEmpty() ? AnswerSheet.inWords(typed, rules.knowledge()) : words, typed,
				this.json.readValue(decided.changes(), new TypeReference<List<ChangedAnswer>>() {
				}), this.json.readValue(decided.decision(), Assessment.class), details,
				this.openings.findById(row.getId()).map(StoredOpening::openedAt));
	}

}
