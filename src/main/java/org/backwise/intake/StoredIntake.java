package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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

	@Column(length = 100_000)
	private String answers = "";

	@Column(length = 500_000)
	private String wording = "";

	@Column(length = 500_000)
	private String changes = "";

	@Column(length = 500_000)
	private String decision = "";

	private String knowledge = "";

	protected StoredIntake() {
	}

	StoredIntake(UUID id, String reference, String linkHash, Consent consent, Instant sentAt, Decided decided) {
		this.id = id;
		this.reference = reference;
		this.linkHash = linkHash;
		this.consentVersion = consent.version();
		this.consentedAt = consent.at();
		this.sentAt = sentAt;
		this.outcome = decided.outcome();
		this.level = decided.level();
		this.answers = decided.answers();
		this.wording = decided.wording();
		this.changes = decided.changes();
		this.decision = decided.decision();
		this.knowledge = decided.knowledge();
	}

	/** What was answered and decided, as JSON. */
	Decided decided() {
		return new Decided(this.outcome, this.level, this.answers, this.wording, this.changes, this.decision,
				this.knowledge);
	}

	/** What was answered and decided, as JSON. */
	record Decided(String outcome, @Nullable String level, String answers, String wording, String changes,
			String decision, String knowledge) {

		@Override
		public String toString() {
			return "a decision";
		}

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
