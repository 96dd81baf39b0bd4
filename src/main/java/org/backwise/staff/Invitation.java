package org.backwise.staff;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a one-time link is good for.
 *
 * @param kind what it leads to
 * @param account whose account it is about, if there is one yet
 */
record Invitation(Kind kind, @Nullable UUID account) {

	/** What a one-time link leads to. */
	enum Kind {

		/** The practice owner's account, printed when there is no account at all. */
		SET_UP,

		/** A therapist's account. */
		INVITE,

		/** A new password for an account, without a second factor. */
		START_AGAIN

	}

}
