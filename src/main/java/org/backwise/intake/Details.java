package org.backwise.intake;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Contact;
import org.backwise.cases.Suits;

/**
 * What the client says of themselves at the end: who they are and when they would like to
 * begin. Kept as JSON with the draft.
 *
 * @param name what to call them
 * @param reach a telephone number or an address, as they gave it
 * @param firstDay the day on which they would like to begin
 * @param suits when sessions suit them, when they said so
 */
record Details(String name, @Nullable String reach, @Nullable LocalDate firstDay, @Nullable Suits suits) {

	Contact contact() {
		return new Contact(this.name, this.reach);
	}

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "details";
	}

}
