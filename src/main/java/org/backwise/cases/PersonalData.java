package org.backwise.cases;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What one room holds about a client. Every room that keeps rows about a case has one of
 * these beans, and deletes those rows when it hears {@link CaseErased}.
 */
public interface PersonalData {

	/**
	 * The name of this part of the record.
	 * @return a few lower-case words with dashes
	 */
	String part();

	/**
	 * All that is held, in the shape of the download.
	 * @param id the case
	 * @return records, lists and plain values; null when nothing is held
	 */
	@Nullable Object held(CaseId id);

	/**
	 * The last day that counts for how long the record is kept, such as the last session.
	 * @param id the case
	 * @return empty when this part adds nothing
	 */
	default Optional<Instant> lastUsed(CaseId id) {
		return Optional.empty();
	}

}
