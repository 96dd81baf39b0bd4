package org.backwise.cases;

import java.util.Optional;
import java.util.UUID;

/**
 * Identifies a case inside the application; never part of a link.
 *
 * @param value its value
 */
public record CaseId(UUID value) {

	/**
	 * Reads an id from an address.
	 * @param text whatever stood there
	 * @return empty when it is no id in its usual form
	 */
	public static Optional<CaseId> parse(String text) {
		try {
			UUID id = UUID.fromString(text);
			return id.toString().equals(text) ? Optional.of(new CaseId(id)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
