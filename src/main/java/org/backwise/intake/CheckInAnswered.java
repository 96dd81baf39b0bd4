package org.backwise.intake;

import org.backwise.triage.Reading;

/** What became of a page of a check-in, after one look at its draft under its lock. */
sealed interface CheckInAnswered {

	/** It was stored. */
	record Kept(CheckInDraft draft) implements CheckInAnswered {
	}

	/** It was stored, and with it the check-in was sent. */
	record Sent() implements CheckInAnswered {
	}

	/**
	 * It was not stored, as something is wrong or missing.
	 *
	 * @param draft the draft as it stays
	 * @param reading the draft with the page laid over
	 */
	record Problems(CheckInDraft draft, Reading reading) implements CheckInAnswered {

		@Override
		public String toString() {
			return "problems";
		}

	}

	/** Something before it is missing. */
	record Early(CheckInDraft draft) implements CheckInAnswered {
	}

	/** There is no such draft, or it was sent meanwhile. */
	record Gone() implements CheckInAnswered {
	}

}
