package org.backwise.cases;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;

/**
 * One step of a case: what somebody decided, beside what was there before. Never
 * rewritten.
 *
 * @param version its number, from 1
 * @param act what was done
 * @param account the therapist's account, null when it was the rules or the client
 * @param name what the therapist was called then
 * @param at when
 * @param reason id of the coded reason
 * @param words more on the reason, for the practice
 * @param note words to the client
 * @param level the level it was raised to
 * @param plan id of the plan as it is from here on
 */
public record CaseStep(int version, Act act, @Nullable UUID account, @Nullable String name, Instant at,
		@Nullable String reason, @Nullable String words, @Nullable String note, @Nullable Level level,
		@Nullable UUID plan) {

	/** Says nothing of the reason. */
	@Override
	public String toString() {
		return "step " + this.version + ": " + this.act;
	}

}
