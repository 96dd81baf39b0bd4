package org.backwise.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * The massage section answered after a clearance, as it lies in the database. Never
 * rewritten.
 */
@Entity
@Immutable
@Table(name = "intake_continuation")
class StoredContinuation extends StoredRow<UUID> {

	@Id
	private UUID id = UUID.randomUUID();

	private UUID intake = new UUID(0, 0);

	private Instant sentAt = Instant.EPOCH;

	private LocalDate firstDay = LocalDate.EPOCH;

	@Column(length = 100_000)
	private String answers = "";

	@Column(length = 500_000)
	private String wording = "";

	@Column(length = 500_000)
	private String changes = "";

	@Column(length = 500_000)
	private String decision = "";

	private String knowledge = "";

	protected StoredContinuation() {
	}

	StoredContinuation(UUID intake, Instant sentAt, LocalDate firstDay, StoredIntake.Decided decided) {
		this.intake = intake;
		this.sentAt = sentAt;
		this.firstDay = firstDay;
		this.answers = decided.answers();
		this.wording = decided.wording();
		this.changes = decided.changes();
		this.decision = decided.decision();
		this.knowledge = decided.knowledge();
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	Instant sentAt() {
		return this.sentAt;
	}

	LocalDate firstDay() {
		return this.firstDay;
	}

	/** What was answered and decided, as JSON. */
	StoredIntake.Decided decided() {
		return new StoredIntake.Decided("", null, this.answers, this.wording, this.changes, this.decision,
				this.knowledge);
	}

}
