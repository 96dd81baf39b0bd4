package org.backwise.rules;

import java.util.List;

/**
 * What would be different for one intake.
 *
 * @param direction which way it goes
 * @param points what is different, one by one
 */
public record Change(Direction direction, List<Point> points) {

	/** Which way a change goes. */
	public enum Direction {

		/** Decided alike. */
		SAME,
		/** More is referred, cautioned or left out. */
		TIGHTER,
		/**
		 * Less is referred, cautioned or left out; also when other things get tighter.
		 */
		LOOSER,
		/** Neither: another technique or other sessions. */
		OTHER,
		/** The rules would ask something else first. */
		UNDECIDED;

		/**
		 * Whether somebody else has to look before it counts.
		 * @return true for looser, and where nobody can tell
		 */
		public boolean needsSecondLook() {
			return this == LOOSER || this == UNDECIDED;
		}

	}

	/**
	 * One thing that is different.
	 *
	 * @param kind key of the words
	 * @param from before: ids with commas between them, or empty
	 * @param to after, likewise
	 */
	public record Point(String kind, String from, String to) {
	}

	/**
	 * Whether it is decided alike.
	 * @return true when nothing is different
	 */
	public boolean isNone() {
		return this.direction == Direction.SAME;
	}

}
