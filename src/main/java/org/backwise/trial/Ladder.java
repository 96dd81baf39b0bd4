package org.backwise.trial;

import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/**
 * Keys of made-up intakes: as widely and unevenly spread as real ones, but each after the
 * one before. Indexes then grow at one place, which is what makes a million rows quick.
 */
class Ladder {

	private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final int REFERENCE_LENGTH = 8;

	private static final int BITS = 5;

	private static final long REFERENCES = 1L << (BITS * REFERENCE_LENGTH);

	private static final long HALF_KEYS = 1L << Integer.SIZE;

	private static final HexFormat HEX = HexFormat.of();

	private final long rungs;

	private final Random random;

	private long next;

	Ladder(int rungs, Random random) {
		this.rungs = rungs;
		this.random = random;
	}

	Rung climb() {
		return new Rung(this.next++);
	}

	/**
	 * A stretch of all the keys there are; every key of it comes before the next rung's.
	 */
	class Rung {

		private final long number;

		Rung(long number) {
			this.number = number;
		}

		String reference() {
			long place = place(REFERENCES);
			StringBuilder reference = new StringBuilder();
			for (int i = REFERENCE_LENGTH - 1; i >= 0; i--) {
				reference.append(LETTERS.charAt((int) (place >> (BITS * i)) & (LETTERS.length() - 1)));
			}
			return reference.toString();
		}

		UUID id() {
			UUID random = new UUID(Ladder.this.random.nextLong(), Ladder.this.random.nextLong());
			return new UUID(place(HALF_KEYS) << Integer.SIZE | random.getMostSignificantBits() & 0xFFFF_0FFFL | 0x4000L,
					random.getLeastSignificantBits() >>> 2 | Long.MIN_VALUE);
		}

		/** The hash of a link that nobody has. */
		String linkHash() {
			Random random = Ladder.this.random;
			return HEX.toHexDigits((int) place(HALF_KEYS)) + HEX.toHexDigits(random.nextInt())
					+ HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong())
					+ HEX.toHexDigits(random.nextLong());
		}

		private long place(long places) {
			long step = places / Ladder.this.rungs;
			return this.number * step + Ladder.this.random.nextLong(step);
		}

	}

}
