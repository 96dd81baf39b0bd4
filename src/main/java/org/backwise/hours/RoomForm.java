package org.backwise.hours;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FormText;

/**
 * A treatment room, as typed.
 *
 * @param id the room, null for a new one
 * @param name what it is to be called
 * @param act what is done with a room: {@code name}, {@code raise}, {@code retire} or
 * {@code back}
 * @param seen the edition that was looked at
 */
record RoomForm(@Nullable String id, @Nullable String name, @Nullable String act, @Nullable String seen) {

	/** The longest name, in characters. */
	static final int LONGEST_NAME = 60;

	FormText typed() {
		return FormText.line(this.name);
	}

	String edition() {
		return Objects.requireNonNullElse(this.seen, "");
	}

}
