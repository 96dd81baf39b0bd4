package org.backwise.intake;

import org.backwise.practice.LinkToken;
import org.backwise.triage.Reading;

/** What became of a page that was sent, after one look at the draft under its lock. */
sealed interface Answered {

	/** It was stored. */
	record Kept(Draft draft) implements Answered {
	}

	/**
	 * The draft was sent.
	 *
	 * @param result the link to the result
	 * @param used false when the clearance that it followed was taken back meanwhile
	 */
	record Sent(LinkToken result, boolean used) implements Answered {
	}

	/**
	 * It was not stored, as something is wrong or missing.
	 *
	 * @param draft the draft as it stays
	 * @param reading the draft with the page laid over
	 */
	record Problems(Draft draft, Reading reading) implements Answered {

		@Override
		public String toString() {
			return "problems";
		}

	}

	/** It was not stored, as a parent or guardian has to agree first. */
	record NeedsGuardian(Draft draft) implements Answered {
	}

	/** Something before it is missing. */
	record Early(Draft draft) implements Answered {
	}

	/** It was not stored, as something else was said since it was shown. */
	record Overtaken(Draft draft) implements Answered {
	}

	/** There is no such draft, or it was sent meanwhile. */
	record Gone() implements Answered {
	}

}
