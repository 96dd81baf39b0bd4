package org.backwise.notes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What was done in a session, as its note tells it.
 *
 * @param areas ids of the places on the back, as the questionnaire knows them
 * @param pressure how firmly, null when nothing was said
 * @param technique id of the kind of massage, null when nothing was said
 * @param minutes how long, null when nothing was said
 * @param beyond why it went beyond the limits of the plan, null when it did not
 */
public record Treatment(List<String> areas, @Nullable Pressure pressure, @Nullable String technique,
		@Nullable Integer minutes, @Nullable String beyond) {

	/** Nothing was said. */
	public static final Treatment NONE = new Treatment(List.of(), null, null, null, null);

	public Treatment {
		areas = List.copyOf(areas);
	}

	/** How firmly was worked. The names are stored. */
	public enum Pressure {

		/** Light. */
		LIGHT,
		/** Medium. */
		MEDIUM,
		/** Firm. */
		FIRM;

		static Optional<Pressure> parse(@Nullable String id) {
			return Stream.of(values()).filter((one) -> one.toString().equals(id)).findFirst();
		}

		/** The id used in forms and messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Whether nothing was said.
	 * @return true for a note of words alone
	 */
	public boolean saysNothing() {
		return equals(NONE);
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "a treatment";
	}

}
