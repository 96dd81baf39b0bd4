package org.backwise.cases;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.triage.Reading;

/**
 * A round as it is handed in: read by the rules that run now, complete enough to be
 * decided.
 *
 * @param reading the answers
 * @param changes answers altered on the way
 * @param contact who the client is, when they said so
 * @param firstDay the day on which they would like to begin, when they were asked
 * @param suits when sessions suit them, when they said so
 */
public record SentRound(Reading reading, List<ChangedAnswer> changes, @Nullable Contact contact,
		@Nullable LocalDate firstDay, @Nullable Suits suits) {

	/**
	 * A round of somebody who did not say when sessions suit.
	 * @param reading the answers
	 * @param changes answers altered on the way
	 * @param contact who the client is, when they said so
	 * @param firstDay the day on which they would like to begin, when they were asked
	 */
	public SentRound(Reading reading, List<ChangedAnswer> changes, @Nullable Contact contact,
			@Nullable LocalDate firstDay) {
		this(reading, changes, contact, firstDay, null);
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "a round on its way";
	}

}
