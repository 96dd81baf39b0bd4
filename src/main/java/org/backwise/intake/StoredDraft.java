package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Answers on their way, as they lie in the database. */
@Entity
@Table(name = "intake_draft")
class StoredDraft extends StoredRow<UUID> {

	@Id
	private UUID id;

	private String linkHash;

	private String consentVersion;

	private Instant consentedAt;

	@Column(length = 100_000)
	private String answers = "{}";

	@Column(length = 500_000)
	private String changes = "[]";

	@Column(length = 10_000)
	private @Nullable String details;

	private Instant expiresAt;

	/** The intake that it continues after a clearance, null for a new one. */
	private @Nullable UUID intake;

	protected StoredDraft() {
		this(new UUID(0, 0), "", new Consent("", Instant.EPOCH), Instant.EPOCH);
	}

	StoredDraft(UUID id, String linkHash, Consent consent, Instant expiresAt) {
		this.id = id;
		this.linkHash = linkHash;
		this.consentVersion = consent.version();
		this.consentedAt = consent.at();
		this.expiresAt = expiresAt;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** Makes it the continuation of an intake. */
	StoredDraft continuing(UUID intake) {
		this.intake = intake;
		return this;
	}

	@Nullable UUID intake() {
		return this.intake;
	}

	Consent consent() {
		return new Consent(this.consentVersion, this.consentedAt);
	}

	String answers() {
		return this.answers;
	}

	String changes() {
		return this.changes;
	}

	@Nullable String details() {
		return this.details;
	}

	void keepAnswers(String answers, String changes, Instant expiresAt) {
		this.answers = answers;
		this.changes = changes;
		this.expiresAt = expiresAt;
	}

	void keepUntil(Instant expiresAt) {
		this.expiresAt = expiresAt;
	}

	void keepDetails(String details, Instant expiresAt) {
		this.details = details;
		this.expiresAt = expiresAt;
	}

}
