package org.backwise.retention;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseId;

/**
 * A client's wish to be forgotten.
 *
 * @param caseId the case
 * @param askedAt when they asked
 * @param refusedAt when the practice said no, null while it is open
 * @param reason why it said no
 * @param explanation the same in the practice's own words
 */
public record ErasureRequest(CaseId caseId, Instant askedAt, @Nullable Instant refusedAt, @Nullable Reason reason,
		@Nullable String explanation) {

	/** Why a record must stay for now. */
	public enum Reason {

		/** The law tells the practice to keep records of treatment. */
		RECORDS_LAW,
		/** The record is needed for a claim. */
		CLAIM

	}

	/**
	 * Whether the practice still has to answer.
	 * @return true while it is open
	 */
	public boolean isOpen() {
		return this.refusedAt == null;
	}

}
