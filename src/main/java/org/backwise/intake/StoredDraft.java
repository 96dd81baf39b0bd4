package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.backwise.cases.AgeBand;
import org.backwise.cases.Consent;

/** Answers on their way, as they lie in the database. */
@Entity
@Table(name = "intake_draft")
class StoredDraft extends StoredRow<UUID> {

	@Id
	private UUID id;

	private String linkHash;

	private String consentVersion;

	private Instant consentedAt;

	private @Nullable String ageBand;

	private @Nullable Instant guardianAt;

	@Column(length = 100_000)
	private String answers = "{}";

	@Column(length = 500_000)
	private String changes = "[]";

	@Column(length = 10_000)
	private @Nullable String details;

	private boolean forAnother;

	private Instant expiresAt;

	/** The case to which it adds a round, null for a new case. */
	private @Nullable UUID caseId;

	/** The case of somebody who answers everything afresh, null for somebody new. */
	private @Nullable UUID comesFrom;

	/** When the check-in is made that it is, null for a questionnaire. */
	private @Nullable String moment;

	/** The things that matter, null until they are named. */
	@Column(length = 2_000)
	private @Nullable String activities;

	protected StoredDraft() {
		this(new UUID(0, 0), "", new Consent("", Instant.EPOCH), Instant.EPOCH);
	}

	StoredDraft(UUID id, String linkHash, Consent consent, Instant expiresAt) {
		this.id = id;
		this.linkHash = linkHash;
		this.consentVersion = consent.version();
		this.consentedAt = consent.at();
		this.ageBand = (consent.ageBand() != null) ? consent.ageBand().toString() : null;
		this.guardianAt = consent.guardianAt();
		this.forAnother = consent.forAnother();
		this.expiresAt = expiresAt;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** Makes it a further round of a case. */
	StoredDraft continuing(UUID caseId) {
		this.caseId = caseId;
		return this;
	}

	/** Makes it the questionnaire of somebody who was here before. */
	StoredDraft comingFrom(@Nullable UUID caseId) {
		this.comesFrom = caseId;
		return this;
	}

	@Nullable UUID comesFrom() {
		return this.comesFrom;
	}

	/** Makes it a check-in of a case. */
	StoredDraft checkIn(UUID caseId, String moment) {
		this.caseId = caseId;
		this.moment = moment;
		return this;
	}

	/** Lets it begin anew. */
	void startOver(Instant expiresAt) {
		keepAnswers("{}", "[]", expiresAt);
		this.activities = null;
	}

	@Nullable String activities() {
		return this.activities;
	}

	void keepActivities(String activities) {
		this.activities = activities;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

	@Nullable UUID caseId() {
		return this.caseId;
	}

	Consent consent() {
		return new Consent(this.consentVersion, this.consentedAt, AgeBand.parse(this.ageBand).orElse(null),
				this.guardianAt, this.forAnother);
	}

	/** A parent or guardian agreed, after the age said that one has to. */
	void agreedByGuardian(Instant at) {
		this.guardianAt = at;
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
