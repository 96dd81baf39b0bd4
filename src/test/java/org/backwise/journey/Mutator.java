package org.backwise.journey;

import java.util.List;
import java.util.Random;

/** Changes text at random: cuts, repeats, swaps, and puts in what often does harm. */
class Mutator {

	private static final List<String> HARMFUL = List.of("null", "[]", "{}", "\"\"", "-1", "41.0", "1e9",
			"99999999999999", "true", "\u0000", "\ud83d\ude00", "'", "\"", "\\", ":", ",", "\n", "\t", "- ", "&", "=",
			"%00", "%", "<", "none", "not-sure", "answers", "[\"none\",\"none\"]", "*x", "&x", "!!java.lang.String ",
			"any sign", "at least 3", "${x}", "../", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":");

	private final Random random;

	Mutator(long seed) {
		this.random = new Random(seed);
	}

	<T> T oneOf(List<T> things) {
		return things.get(this.random.nextInt(things.size()));
	}

	String mutate(String text) {
		StringBuilder changed = new StringBuilder(text);
		int times = 1 + this.random.nextInt(4);
		for (int i = 0; i < times; i++) {
			int from = this.random.nextInt(changed.length() + 1);
			int to = Math.min(changed.length(), from + this.random.nextInt(12));
			switch (this.random.nextInt(5)) {
				case 0 -> changed.delete(from, to);
				case 1 -> changed.insert(from, oneOf(HARMFUL));
				case 2 -> changed.replace(from, to, oneOf(HARMFUL));
				case 3 -> changed.insert(from, changed.substring(from, to).repeat(this.random.nextInt(50)));
				default -> changed.insert(from, (char) this.random.nextInt(256));
			}
		}
		return changed.toString();
	}

}
