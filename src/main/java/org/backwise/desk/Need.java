package org.backwise.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseState;

/** What a case needs from a therapist. */
enum Need {

	/** Somebody was referred: did they read it, did they see the doctor? */
	REFERRAL,
	/** A plan waits to be checked. */
	REVIEW,
	/** Cleared; the client has the rest of the questions to answer. */
	CLEARED,
	/** Nothing. */
	DONE;

	static Need of(CaseState state) {
		return switch (state) {
			case REFERRED -> REFERRAL;
			case PROPOSED -> REVIEW;
			case CLEARED -> CLEARED;
			case APPROVED, CHANGED, PAUSED, LAPSED, ENDED, DECLINED, CLOSED, WITHDRAWN -> DONE;
		};
	}

	static Optional<Need> parse(@Nullable String text) {
		return Stream.of(values()).filter((need) -> need.toString().equals(text)).findFirst();
	}

	/** The id used in addresses, records and messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
