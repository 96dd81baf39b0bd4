package org.backwise.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A private address at which a calendar reads sessions again and again.
 *
 * @param id its id, no part of the address
 * @param kind whose sessions it tells
 * @param caseId the client's case, null for the staff's
 * @param account whose it is, null for a client's
 * @param hash what is stored of the secret in the address
 * @param madeAt when it was made
 * @param lastRead the day on which a calendar last read it, null while none did
 */
record Feed(UUID id, Kind kind, @Nullable UUID caseId, @Nullable UUID account, String hash, Instant madeAt,
		@Nullable LocalDate lastRead) {

	/** Whose sessions a feed tells. The names are stored. */
	enum Kind {

		/** One client's own. */
		CLIENT,
		/** One therapist's own. */
		THERAPIST,
		/** Those of the whole practice; the owner's. */
		PRACTICE;

		/** The id used in forms and messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Says nothing of whose it is. */
	@Override
	public String toString() {
		return "a calendar feed";
	}

}
