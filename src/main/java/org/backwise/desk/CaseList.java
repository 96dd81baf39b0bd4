package org.backwise.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseState;

/**
 * The lists of cases. A case is on the first one as long as something waits to be
 * decided, and besides on at most one of the others.
 */
enum CaseList {

	/** Something waits. */
	TO_DECIDE,
	/** A plan that a therapist stands behind runs, or rests. */
	IN_CARE,
	/** The care or the referral is over. */
	FINISHED,
	/** There is to be no massage here: the therapist or the client decided so. */
	DECLINED;

	/** After every moment that there will be a case in, in milliseconds. */
	private static final long LATEST = 9_999_999_999_999L;

	/** Sorts after every name. */
	private static final String NAMELESS = "ff";

	/**
	 * Where a case is filed.
	 * @return empty while everything about it waits to be decided
	 */
	static Optional<CaseList> of(CaseState state) {
		return switch (state) {
			case REFERRED, CLEARED, PROPOSED -> Optional.empty();
			case APPROVED, CHANGED, PAUSED -> Optional.of(IN_CARE);
			case LAPSED, ENDED, CLOSED -> Optional.of(FINISHED);
			case DECLINED, WITHDRAWN -> Optional.of(DECLINED);
		};
	}

	/** Clients in care stand in the order of their names, the others the newest first. */
	String place(@Nullable String client, String reference, Instant since) {
		if (this != IN_CARE) {
			return "%013d".formatted(LATEST - since.toEpochMilli());
		}
		String name = SearchWords.key((client != null) ? client : "");
		return name.isEmpty() ? NAMELESS + SearchWords.key(reference) : name;
	}

	static Optional<CaseList> parse(@Nullable String text) {
		return Stream.of(values()).filter((list) -> list.toString().equals(text)).findFirst();
	}

	/** The id used in addresses, records and messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
