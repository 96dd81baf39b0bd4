package org.backwise.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.Level;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * What follows a referral that was cleared: the client's own link opens the massage
 * section, and its answers are decided again beside what was sent.
 */
@Service
public class Continuations {

	private final StoredContinuations stored;

	private final StoredIntakes intakes;

	private final StoredContacts contacts;

	private final Clearances clearances;

	private final Drafts drafts;

	private final IntakeRows rows;

	private final Triage triage;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Continuations(StoredContinuations stored, StoredIntakes intakes, StoredContacts contacts, Clearances clearances,
			Drafts drafts, IntakeRows rows, Triage triage, Journal journal, ApplicationEventPublisher events,
			Clock clock) {
		this.stored = stored;
		this.intakes = intakes;
		this.contacts = contacts;
		this.clearances = clearances;
		this.drafts = drafts;
		this.rows = rows;
		this.triage = triage;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The intake as it stands since its client answered the massage section after a
	 * clearance: with those answers too, and with what was decided then.
	 * @param id the intake
	 * @return empty when it was never continued
	 */
	@Transactional(readOnly = true)
	public Optional<CompletedIntake> continued(IntakeId id) {
		return this.stored.findFirstByIntakeOrderBySentAtDesc(id.value())
			.map((row) -> this.rows.read(this.intakes.findById(id.value()).orElseThrow(), row));
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
		Level level = find(id).assessment().level();
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
		CompletedIntake intake = continued(id).orElseGet(() -> find(id));
		Reading reading = this.triage.readCleared(this.rows.sheet(intake));
		LocalDate firstDay = intake.details().map(Details::firstDay).orElse(null);
		if (!reading.isComplete() || firstDay == null) {
			return false;
		}
		store(id, reading, List.of(), firstDay);
		return true;
	}

	/**
	 * Opens the massage section for the client behind a link.
	 * @return false when there is no clearance, or when it was answered already
	 */
	@Transactional
	boolean goOn(LinkToken link, CompletedIntake intake) {
		if (!isOpen(intake.id())) {
			return false;
		}
		this.drafts.goOn(link, intake, this.rows.sheet(intake));
		return true;
	}

	/**
	 * Adds the answers to the massage section. A clearance that was taken back meanwhile
	 * leaves them unused.
	 */
	@Transactional
	void add(IntakeId id, Draft draft) {
		this.intakes.lock(id.value());
		Details details = draft.details();
		LocalDate firstDay = (details != null && details.firstDay() != null) ? details.firstDay()
				: LocalDate.now(this.clock);
		if (isOpen(id)) {
			if (details != null && !this.contacts.existsById(id.value())) {
				this.contacts.saveAndFlush(new StoredContact(id.value(), details, this.clock.instant()));
			}
			store(id, draft.reading(), draft.changes(), firstDay);
			this.journal.note(Action.INTAKE_SENT, new Who.Client(id.value()), id.value());
		}
	}

	/** Whether a clearance waits for the client's answers. */
	private boolean isOpen(IntakeId id) {
		Instant answered = this.stored.findFirstByIntakeOrderBySentAtDesc(id.value())
			.map(StoredContinuation::sentAt)
			.orElse(Instant.MIN);
		return clearance(id).filter((clearance) -> clearance.recordedAt().isAfter(answered)).isPresent();
	}

	private void store(IntakeId id, Reading reading, List<ChangedAnswer> changes, LocalDate firstDay) {
		this.stored.saveAndFlush(new StoredContinuation(id.value(), this.clock.instant(), firstDay,
				this.rows.decided(reading, changes, this.triage.assess(reading))));
		this.events.publishEvent(new IntakeContinued(id));
	}

	private CompletedIntake find(IntakeId id) {
		return this.intakes.findById(id.value()).map(this.rows::read).orElseThrow();
	}

}
