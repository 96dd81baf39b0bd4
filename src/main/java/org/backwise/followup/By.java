package org.backwise.followup;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Who gave the answers of a check-in. */
public enum By {

	/** The client, on their own page. */
	CLIENT,
	/** The client, asked aloud by a therapist. */
	THERAPIST;

	/**
	 * The one with an id.
	 * @param id as it stands in records
	 * @return empty when there is none
	 */
	public static Optional<By> parse(@Nullable String id) {
		return Stream.of(values()).filter((by) -> by.toString().equals(id)).findFirst();
	}

	/** The id used in the JSON API and the records. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
