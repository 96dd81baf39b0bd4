package org.backwise.plan;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;

/**
 * One step of a case: what somebody decided, beside what was there before. Never
 * rewritten.
 *
 * @param version its number, from 1
 * @param kind what was decided
 * @param account the therapist's account, null when it was the rules or the client
 * @param name what the therapist was called then
 * @param at when
 * @param reason id of the coded reason
 * @param words more on the reason, for the practice
 * @param note words to the client
 * @param level the level it was raised to
 * @param plan the plan as it is from here on
 */
public record CaseStep(int version, Kind kind, @Nullable UUID account, @Nullable String name, Instant at,
		@Nullable String reason, @Nullable String words, @Nullable String note, @Nullable Level level,
		@Nullable CarePlan plan) {

	/** What can be decided. */
	public enum Kind {

		/** The plan stands as it was proposed. */
		APPROVED,
		/** The plan stands with changes. */
		CHANGED,
		/** There will be no plan. */
		DECLINED,
		/** Massage may follow within limits. */
		CLEARED,
		/** After a clearance the rules made a plan. */
		PROPOSED,
		/** The client should be seen, or seen sooner. */
		RAISED,
		/** Somebody asked whether the doctor was seen. */
		FOLLOWED_UP,
		/** Nobody has to follow it up any more. */
		CLOSED,
		/** The client wants no more of it. */
		WITHDRAWN;

		/** The id used in messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Says nothing of the reason. */
	@Override
	public String toString() {
		return "step " + this.version + ": " + this.kind;
	}

}
