package org.backwise.care;

import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/**
 * The time of a session that was agreed.
 *
 * @param start when it begins, by the clock on the practice's wall
 * @param minutes how long it lasts
 * @param therapist what whoever treats is called, null while nobody was named
 * @param room what its treatment room is called, null while none was named
 */
public record AgreedTime(LocalTime start, int minutes, @Nullable String therapist, @Nullable String room) {

	/** Says nothing of who is where. */
	@Override
	public String toString() {
		return "an agreed time";
	}

}
