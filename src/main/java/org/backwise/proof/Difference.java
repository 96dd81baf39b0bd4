package org.backwise.proof;

import java.math.BigInteger;
import java.util.List;

/**
 * What a candidate knowledge base decides otherwise than the running one, counted over
 * every answer sheet that either of them can be handed.
 *
 * @param running version and fingerprint of the running knowledge base
 * @param candidate version and fingerprint of the candidate
 * @param sheets how many answer sheets were compared, each number with all its values
 * @param outcomes changes of the outcome, from one level or care plan to another
 * @param rules changes rule by rule, techniques that are excluded and clearances included
 * @param notes what else is different: questions, options, phases
 */
public record Difference(String running, String candidate, BigInteger sheets, List<Change> outcomes, List<Change> rules,
		List<String> notes) {

	/** Which way a change goes. */
	public enum Direction {

		/** Less is referred, cautioned or excluded than before. */
		LOOSER,
		/** More is referred, cautioned or excluded than before. */
		TIGHTER

	}

	/**
	 * One change.
	 *
	 * @param direction which way it goes
	 * @param what the outcome, rule or technique it is about
	 * @param sheets how many answer sheets it concerns, exactly
	 * @param example the smallest of them
	 */
	public record Change(Direction direction, String what, BigInteger sheets, Example example) {
	}

	/**
	 * Whether anything gets looser: an outcome, a rule, an exclusion or a clearance.
	 * @return true when somebody is less protected than before
	 */
	public boolean isLooser() {
		return looser().signum() > 0
				|| this.rules.stream().anyMatch((change) -> change.direction() == Direction.LOOSER);
	}

	/**
	 * Whether every sheet is decided as before.
	 * @return true when nothing was found
	 */
	public boolean isNone() {
		return this.outcomes.isEmpty() && this.rules.isEmpty() && this.notes.isEmpty();
	}

	/**
	 * How many sheets get a less urgent outcome.
	 * @return the exact number
	 */
	public BigInteger looser() {
		return sum(Direction.LOOSER);
	}

	/**
	 * How many sheets get a more urgent outcome.
	 * @return the exact number
	 */
	public BigInteger tighter() {
		return sum(Direction.TIGHTER);
	}

	private BigInteger sum(Direction direction) {
		return this.outcomes.stream()
			.filter((change) -> change.direction() == direction)
			.map(Change::sheets)
			.reduce(BigInteger.ZERO, BigInteger::add);
	}

}
