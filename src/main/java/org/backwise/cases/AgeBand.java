package org.backwise.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is said of the age with the consent. No rule reads it. The ids are stored.
 */
public enum AgeBand {

	/** Old enough to agree alone. */
	OVER_15,
	/** A parent or guardian agrees. */
	UNDER_16;

	private static final int ALONE_FROM = 16;

	/**
	 * The band of an age.
	 * @param years whole years
	 * @return its band
	 */
	public static AgeBand of(int years) {
		return (years < ALONE_FROM) ? UNDER_16 : OVER_15;
	}

	/**
	 * The band with an id.
	 * @param id as a form sends it
	 * @return empty when there is none
	 */
	public static Optional<AgeBand> parse(@Nullable String id) {
		return Stream.of(values()).filter((band) -> band.toString().equals(id)).findFirst();
	}

	/** The id of the contract. */
	@Override
	public String toString() {
		return (this == OVER_15) ? "16-or-over" : name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
