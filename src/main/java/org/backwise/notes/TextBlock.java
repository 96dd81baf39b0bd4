package org.backwise.notes;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Words that the practice often writes in notes.
 *
 * @param id its id
 * @param part the part of a note that it is for
 * @param title what it is called in the list
 * @param words the words
 * @param changedBy who changed it last
 * @param changedAt when
 * @param version counts its changes
 */
record TextBlock(UUID id, Part part, String title, String words, UUID changedBy, Instant changedAt, int version) {

	/** The parts of a note. The names are stored. */
	enum Part {

		/** What the client says. */
		SUBJECTIVE,
		/** What the therapist finds. */
		OBJECTIVE,
		/** What that means. */
		ASSESSMENT,
		/** What comes next. */
		PLAN;

		static Optional<Part> parse(@Nullable String id) {
			return Stream.of(values()).filter((part) -> part.toString().equals(id)).findFirst();
		}

		/** The id used in forms and messages, and of its box. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
