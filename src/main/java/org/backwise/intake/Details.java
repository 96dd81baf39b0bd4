package org.backwise.intake;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Who the client is. No part of the decision.
 *
 * @param name what to call them
 * @param reach a telephone number or an address, as they gave it
 * @param firstDay the day on which they would like to begin
 */
public record Details(String name, @Nullable String reach, @Nullable LocalDate firstDay) {

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "contact details";
	}

}
