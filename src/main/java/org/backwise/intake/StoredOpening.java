package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** When a result was first seen. */
@Entity
@Immutable
@Table(name = "intake_opening")
class StoredOpening extends StoredRow<UUID> {

	@Id
	private UUID intake = new UUID(0, 0);

	private Instant openedAt = Instant.EPOCH;

	protected StoredOpening() {
	}

	StoredOpening(UUID intake, Instant openedAt) {
		this.intake = intake;
		this.openedAt = openedAt;
	}

	@Override
	public UUID getId() {
		return this.intake;
	}

	Instant openedAt() {
		return this.openedAt;
	}

}
