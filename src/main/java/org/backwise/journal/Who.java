package org.backwise.journal;

import java.util.UUID;

/** Somebody who did something. */
public sealed interface Who {

	/**
	 * A therapist or the owner.
	 *
	 * @param account the account's id
	 */
	record Staff(UUID account) implements Who {
	}

	/**
	 * A client, known by the private link.
	 *
	 * @param intake the intake behind the link
	 */
	record Client(UUID intake) implements Who {
	}

	/** The application itself, such as a nightly job. */
	record System() implements Who {
	}

	/** Nobody we know: no account, no link. */
	record Unknown() implements Who {
	}

}
