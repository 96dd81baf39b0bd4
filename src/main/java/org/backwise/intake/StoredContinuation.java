package org.backwise.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Embedded;
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

	@Embedded
	private StoredDecision decided = StoredDecision.NONE;

	protected StoredContinuation() {
	}

	StoredContinuation(UUID intake, Instant sentAt, LocalDate firstDay, StoredDecision decided) {
		this.intake = intake;
		this.sentAt = sentAt;
		this.firstDay = firstDay;
		this.decided = decided;
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

	StoredDecision decided() {
		return this.decided;
	}

}
