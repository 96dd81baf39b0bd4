package org.backwise.knowledge;

import java.util.Locale;

/**
 * How far a referral goes, most urgent first. No level at all means that a care plan is
 * possible.
 */
public enum Level {

	/** Call the emergency number or go to the emergency department now. */
	EMERGENCY,
	/** See somebody the same day. */
	URGENT,
	/** A doctor before any massage; a therapist may record a clearance. */
	SEE_DOCTOR,
	/** No massage until something has passed. */
	WAIT;

	/**
	 * Whether this level comes before another one.
	 * @param other the level to compare with
	 * @return true when this one is more urgent
	 */
	public boolean isMoreUrgentThan(Level other) {
		return compareTo(other) < 0;
	}

	/**
	 * Whether a therapist may record a clearance at this level. An emergency and an
	 * urgent referral are never lifted.
	 * @return true for {@link #SEE_DOCTOR} and {@link #WAIT}
	 */
	public boolean mayBeCleared() {
		return this == SEE_DOCTOR || this == WAIT;
	}

	/** The id used in the knowledge files, the JSON door and the records. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
