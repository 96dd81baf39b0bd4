package org.backwise.proof;

/**
 * Numbers that no condition tells apart.
 *
 * @param from the lowest of them
 * @param to the highest of them
 */
record Band(int from, int to) {

	int width() {
		return this.to - this.from + 1;
	}

	boolean isInside(int lowest, int highest) {
		return this.from >= lowest && this.to <= highest;
	}

}
