package org.backwise.intake;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What one room holds about a client. Every room that keeps rows about an intake has one
 * of these beans, and deletes those rows when it hears {@link IntakeErased}.
 */
public interface PersonalData {

	/**
	 * The name of this part of the record.
	 * @return a few lower-case words with dashes
	 */
	String part();

	/**
	 * All that is held, in the shape of the download.
	 * @param intake the intake
	 * @return records, lists and plain values; null when nothing is held
	 */
	@Nullable Object held(IntakeId intake);

	/**
	 * The last day that counts for how long the record is kept, such as the last session.
	 * @param intake the intake
	 * @return empty when this part adds nothing
	 */
	default Optional<Instant> lastUsed(IntakeId intake) {
		return Optional.empty();
	}

}
