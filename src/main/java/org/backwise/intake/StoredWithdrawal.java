package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** When a client withdrew. */
@Entity
@Immutable
@Table(name = "intake_withdrawal")
class StoredWithdrawal extends StoredRow<UUID> {

	@Id
	private UUID intake = new UUID(0, 0);

	private Instant withdrawnAt = Instant.EPOCH;

	protected StoredWithdrawal() {
	}

	StoredWithdrawal(UUID intake, Instant withdrawnAt) {
		this.intake = intake;
		this.withdrawnAt = withdrawnAt;
	}

	@Override
	public UUID getId() {
		return this.intake;
	}

	Instant withdrawnAt() {
		return this.withdrawnAt;
	}

}
