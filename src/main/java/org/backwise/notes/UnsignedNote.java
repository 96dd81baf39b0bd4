package org.backwise.notes;

import java.time.LocalDate;

/**
 * A session whose note still has to be signed.
 *
 * @param reference reference of its case
 * @param client who the client is
 * @param number the session
 * @param day the day on which it took place; of a draft before that, the day on which it
 * was saved
 * @param tookPlace whether the session took place
 * @param draft whether a draft was begun
 * @param by who said that it took place, or who saved the draft
 */
public record UnsignedNote(String reference, String client, int number, LocalDate day, boolean tookPlace, boolean draft,
		String by) {

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "an unsigned note";
	}

}
