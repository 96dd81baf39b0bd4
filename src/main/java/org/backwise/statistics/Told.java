package org.backwise.statistics;

/**
 * How often something happened, as far as it may be told.
 *
 * @param least it happened at least so often
 * @param most and at most so often
 */
record Told(long least, long most) {

	/** The fewest that are told. */
	static final int FEWEST = 5;

	/** Nothing, or so little that it is not told which. */
	static final Told FEW = new Told(0, FEWEST - 1);

	/**
	 * Both together. A sum is only ever made of what is told, never of what happened, so
	 * that nothing can be taken away from it again.
	 */
	Told plus(Told other) {
		return new Told(this.least + other.least, this.most + other.most);
	}

	/** Whether the number itself is told. */
	boolean isExact() {
		return this.least == this.most;
	}

	/** Whether it may never have happened at all. */
	boolean isFew() {
		return this.least == 0;
	}

}
