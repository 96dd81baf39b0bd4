package org.backwise.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A proposed schedule of care.
 *
 * @param state where it stands
 * @param technique id of the technique
 * @param alternative id of the one that may be chosen instead
 * @param firstDay the day on which the client would like to begin
 * @param sessions all sessions in order
 */
public record CarePlan(State state, String technique, @Nullable String alternative, LocalDate firstDay,
		List<Session> sessions) {

	/** Where a plan stands. */
	public enum State {

		/** Made by the rules; a therapist has not looked yet. */
		PROPOSED

	}

}
