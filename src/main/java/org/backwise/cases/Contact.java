package org.backwise.cases;

import org.jspecify.annotations.Nullable;

/**
 * Who the client is. No part of any decision.
 *
 * @param name what to call them
 * @param reach a telephone number or an address, as they gave it
 */
public record Contact(String name, @Nullable String reach) {

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "a contact";
	}

}
