package org.backwise.retention;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseId;

/** A client's wish to be forgotten, as it lies in the database. */
@Entity
@Table(name = "erasure_request")
class StoredRequest {

	private static final int LONGEST = 2_000;

	@Id
	private UUID caseId = new UUID(0, 0);

	private Instant askedAt = Instant.EPOCH;

	private @Nullable Instant refusedAt;

	private @Nullable UUID refusedBy;

	private @Nullable String reason;

	@Column(length = LONGEST)
	private @Nullable String explanation;

	@Version
	private @Nullable Integer version;

	protected StoredRequest() {
	}

	StoredRequest(UUID caseId, Instant askedAt) {
		this.caseId = caseId;
		this.askedAt = askedAt;
	}

	void askAgain(Instant at) {
		this.askedAt = at;
		this.refusedAt = null;
		this.refusedBy = null;
		this.reason = null;
		this.explanation = null;
	}

	void refuse(UUID by, Instant at, ErasureRequest.Reason reason, String explanation) {
		this.refusedAt = at;
		this.refusedBy = by;
		this.reason = reason.name();
		this.explanation = explanation;
	}

	ErasureRequest request() {
		return new ErasureRequest(new CaseId(this.caseId), this.askedAt, this.refusedAt,
				(this.reason != null) ? ErasureRequest.Reason.valueOf(this.reason) : null, this.explanation);
	}

}
