package org.backwise.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What one room holds about a client. Every room that keeps rows about a case has one of
 * these beans, and deletes those rows when it hears {@link CaseEvent.Erased}.
 */
public interface PersonalData {

	/**
	 * The name of this part of the record.
	 * @return a few lower-case words with dashes
	 */
	String part();

	/**
	 * All that is held, in the shape of the download.
	 * @param id the case
	 * @return records, lists and plain values; null when nothing is held
	 */
	@Nullable Object held(CaseId id);

	/**
	 * The same in words, as the client reads and prints it: no ids, no names from Java.
	 * @param id the case
	 * @return this part under its title, empty when nothing is held
	 */
	Optional<Line> printed(CaseId id);

	/**
	 * The last day that counts for how long the record is kept, such as the last session.
	 * @param id the case
	 * @return empty when this part adds nothing
	 */
	default Optional<Instant> lastUsed(CaseId id) {
		return Optional.empty();
	}

	/**
	 * A piece of the record as it is printed: a label with words, or with more pieces
	 * under it.
	 *
	 * @param label what it is called
	 * @param words what it says, null when there are pieces under it
	 * @param lines the pieces under it
	 */
	record Line(String label, @Nullable String words, List<Line> lines) {

		private static final int SHORT = 60;

		/**
		 * A label with words.
		 * @param label what it is called
		 * @param words what it says
		 */
		public Line(String label, String words) {
			this(label, words, List.of());
		}

		/**
		 * A label with more pieces under it.
		 * @param label what it is called
		 * @param lines the pieces
		 */
		public Line(String label, List<Line> lines) {
			this(label, null, List.copyOf(lines));
		}

		/**
		 * A few short pieces that fit on one line, such as one session.
		 * @return false when they need lines of their own
		 */
		public boolean isShort() {
			return this.lines.stream().allMatch((line) -> line.words() != null && line.words().length() < SHORT);
		}

		/** Says nothing of the client. */
		@Override
		public String toString() {
			return "a line of a record";
		}

	}

}
