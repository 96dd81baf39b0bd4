package org.backwise.triage;

import java.util.List;

/**
 * A condition compiled to tests of the bits that {@link AnswerCode} sets. The same as
 * {@link Answers#hold} and {@link Answers#evidence}, made for speed; a test compares
 * them.
 */
sealed interface BitTest {

	/** Whether the condition holds. */
	boolean holds(long[] bits);

	/** Adds the bits that make a condition hold which does hold. */
	void show(long[] bits, long[] shown);

	/** Adds all bits that can ever be shown. */
	void canShow(long[] all);

	/**
	 * Sets bits of which at least one is set whenever the condition holds: as few as
	 * possible, so that most rules need not be looked at.
	 */
	long[] trigger(int words);

	/**
	 * Any of some bits of one word.
	 *
	 * @param word the word
	 * @param mask the bits tested
	 * @param shown the bits that show what was answered, in the same word
	 */
	record Bits(int word, long mask, long shown) implements BitTest {

		@Override
		public boolean holds(long[] bits) {
			return (bits[this.word] & this.mask) != 0;
		}

		@Override
		public void show(long[] bits, long[] shown) {
			shown[this.word] |= bits[this.word] & this.shown;
		}

		@Override
		public void canShow(long[] all) {
			all[this.word] |= this.shown;
		}

		@Override
		public long[] trigger(int words) {
			long[] trigger = new long[words];
			trigger[this.word] = this.mask;
			return trigger;
		}

	}

	/** All parts. */
	record All(List<BitTest> parts) implements BitTest {

		@Override
		public boolean holds(long[] bits) {
			for (int i = 0; i < this.parts.size(); i++) {
				if (!this.parts.get(i).holds(bits)) {
					return false;
				}
			}
			return true;
		}

		@Override
		public void show(long[] bits, long[] shown) {
			for (int i = 0; i < this.parts.size(); i++) {
				this.parts.get(i).show(bits, shown);
			}
		}

		@Override
		public void canShow(long[] shown) {
			this.parts.forEach((part) -> part.canShow(shown));
		}

		@Override
		public long[] trigger(int words) {
			return this.parts.stream()
				.map((part) -> part.trigger(words))
				.min(java.util.Comparator.comparingInt(All::count))
				.orElseThrow();
		}

		private static int count(long[] bits) {
			int count = 0;
			for (long word : bits) {
				count += Long.bitCount(word);
			}
			return count;
		}

	}

	/** At least one part. */
	record Any(List<BitTest> parts) implements BitTest {

		@Override
		public boolean holds(long[] bits) {
			for (int i = 0; i < this.parts.size(); i++) {
				if (this.parts.get(i).holds(bits)) {
					return true;
				}
			}
			return false;
		}

		@Override
		public void show(long[] bits, long[] shown) {
			for (int i = 0; i < this.parts.size(); i++) {
				if (this.parts.get(i).holds(bits)) {
					this.parts.get(i).show(bits, shown);
				}
			}
		}

		@Override
		public void canShow(long[] shown) {
			this.parts.forEach((part) -> part.canShow(shown));
		}

		@Override
		public long[] trigger(int words) {
			long[] trigger = new long[words];
			for (BitTest part : this.parts) {
				long[] own = part.trigger(words);
				for (int i = 0; i < words; i++) {
					trigger[i] |= own[i];
				}
			}
			return trigger;
		}

	}

}
