package org.backwise.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseState;

/**
 * One row of a list.
 *
 * @param caseId the case
 * @param reference its reference
 * @param client what to call the client, null when they did not say
 * @param state where the case stands
 * @param need what it needs
 * @param level its level, or plan
 * @param since since when it needs that
 * @param account who looks after it; the id of nobody while nobody does
 * @param place where the list goes on after it
 */
record WorklistItem(UUID caseId, String reference, @Nullable String client, CaseState state, Need need, String level,
		Instant since, UUID account, Place place) {

	/**
	 * A place in the list. Pages go on after a place, never after a count.
	 *
	 * @param rank the level's rank, or -1 where there is none
	 * @param since since when, of the row
	 * @param word the word it was found under in a search, or its place in a list without
	 * levels
	 * @param caseId the case
	 */
	record Place(int rank, Instant since, String word, UUID caseId) {

		/** As it stands in an address. */
		String text() {
			return this.rank + "_" + this.since.getEpochSecond() + "_" + this.since.getNano() + "_" + this.word + "_"
					+ this.caseId;
		}

		/** Null for what never was a place. */
		static @Nullable Place parse(@Nullable String text) {
			if (text == null || !text.matches("-?\\d_-?\\d{1,12}_\\d{1,9}_[0-9a-f]{0,400}_[0-9a-f-]{36}")) {
				return null;
			}
			String[] parts = text.split("_");
			try {
				return new Place(Integer.parseInt(parts[0]),
						Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])), parts[3],
						UUID.fromString(parts[4]));
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
