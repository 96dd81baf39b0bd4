package org.backwise.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a client who was referred says about their doctor. It clears nothing by itself.
 *
 * @param at when they said it
 * @param answer what they said
 */
public record DoctorVisit(Instant at, Answer answer) {

	/** Whether the doctor was seen. The names are stored. */
	public enum Answer {

		/** The doctor was seen. */
		SEEN,
		/** There is a day for it. */
		DAY_FIXED,
		/** Not yet. */
		NOT_YET;

		/**
		 * The answer with an id.
		 * @param id as it stands in a form
		 * @return empty when there is none
		 */
		public static Optional<Answer> parse(@Nullable String id) {
			return Stream.of(values()).filter((answer) -> answer.toString().equals(id)).findFirst();
		}

		/** The id used in forms and in messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
