package org.backwise.rules;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A loosening that was put forward.
 *
 * @param askedBy who put it forward
 * @param askedAt when
 * @param approvedBy who approved it, null while nobody has
 * @param approvedAt when
 */
public record Approval(UUID askedBy, Instant askedAt, @Nullable UUID approvedBy, @Nullable Instant approvedAt) {

	/**
	 * Whether somebody approved it.
	 * @return true once the candidate may run
	 */
	public boolean isGiven() {
		return this.approvedAt != null;
	}

}
