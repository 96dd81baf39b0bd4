package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.backwise.triage.Assessment;

/** A sent intake as it lies in the database. Never rewritten. */
@Entity
@Immutable
@Table(name = "intake")
class StoredIntake extends StoredRow<UUID> {

	@Id
	private UUID id = new UUID(0, 0);

	private String reference = "";

	private String linkHash = "";

	private String consentVersion = "";

	private Instant consentedAt = Instant.EPOCH;

	private Instant sentAt = Instant.EPOCH;

	private String outcome = "";

	private @Nullable String level;

	@Embedded
	private StoredDecision decided = StoredDecision.NONE;

	protected StoredIntake() {
	}

	StoredIntake(UUID id, String reference, String linkHash, Consent consent, Instant sentAt, Assessment assessment,
			StoredDecision decided) {
		this.id = id;
		this.reference = reference;
		this.linkHash = linkHash;
		this.consentVersion = consent.version();
		this.consentedAt = consent.at();
		this.sentAt = sentAt;
		this.outcome = assessment.outcome().toString();
		this.level = (assessment.level() != null) ? assessment.level().toString() : null;
		this.decided = decided;
	}

	StoredDecision decided() {
		return this.decided;
	}

	/** The level of a referral; null for a care plan. */
	@Nullable String level() {
		return this.level;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	String reference() {
		return this.reference;
	}

	Consent consent() {
		return new Consent(this.consentVersion, this.consentedAt);
	}

	Instant sentAt() {
		return this.sentAt;
	}

}
