package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.triage.Answers;
import org.backwise.triage.Assessment;

/**
 * One round of answers of a case and what was decided then. Later pages show this record
 * and never decide again.
 *
 * @param id the case
 * @param number its number in the case, from 1
 * @param kind why it was asked
 * @param sentAt when it was sent
 * @param firstDay the day on which the client would like to begin, when they were asked
 * @param answers the answers under the words they were given
 * @param typed the same answers as the rules read them
 * @param changes answers altered before sending
 * @param assessment what was decided
 */
public record Round(CaseId id, int number, Kind kind, Instant sentAt, @Nullable LocalDate firstDay,
		List<AnsweredQuestion> answers, Answers typed, List<ChangedAnswer> changes, Assessment assessment) {

	/** Why a round was asked. The names are stored. */
	public enum Kind {

		/** The client came for the first time. */
		FIRST,
		/** A clearance opened the massage section. */
		CLEARED,
		/** The warning signs were asked again during the care. */
		CHECK_IN;

		/**
		 * Whether a clearance counts when its answers are decided.
		 * @return true when the findings that a clearance lifts are lifted
		 */
		public boolean isCleared() {
			return this == CLEARED;
		}

	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "round " + this.number;
	}

}
