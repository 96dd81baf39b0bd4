package org.backwise.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition compiled to tests of the bits that {@link AnswerCode} sets: alternatives,
 * each of which asks for any of some bits in a few words. The same as
 * {@link Answers#hold} and {@link Answers#evidence}, made for speed; a test compares
 * them.
 */
final class BitTest {

	/** More than any rule needs that a person can still read. */
	private static final int MOST_ALTERNATIVES = 1 << 12;

	private final int[] words;

	private final long[] masks;

	private final long[] shown;

	/** For each alternative the place after its last part. */
	private final int[] ends;

	/**
	 * Any of some bits of one word.
	 *
	 * @param word the word
	 * @param mask the bits tested
	 * @param shown the bits that show what was answered, in the same word
	 */
	record Bits(int word, long mask, long shown) {

		boolean showsWhatItTests() {
			return this.mask == this.shown;
		}

	}

	private BitTest(List<List<Bits>> alternatives) {
		List<Bits> parts = alternatives.stream().flatMap(List::stream).toList();
		this.words = parts.stream().mapToInt(Bits::word).toArray();
		this.masks = parts.stream().mapToLong(Bits::mask).toArray();
		this.shown = parts.stream().mapToLong(Bits::shown).toArray();
		this.ends = new int[alternatives.size()];
		int end = 0;
		for (int i = 0; i < this.ends.length; i++) {
			end += alternatives.get(i).size();
			this.ends[i] = end;
		}
	}

	/** Any of some bits. */
	static BitTest of(Bits bits) {
		return new BitTest(List.of(List.of(bits)));
	}

	/**
	 * All parts: each alternative of one with each of the others.
	 * @throws IllegalArgumentException when that makes too many
	 */
	static BitTest all(List<BitTest> parts) {
		List<List<Bits>> combined = List.of(List.of());
		for (BitTest part : parts) {
			List<List<Bits>> longer = new ArrayList<>();
			for (List<Bits> start : combined) {
				for (List<Bits> end : part.alternatives()) {
					longer.add(Stream.concat(start.stream(), end.stream()).distinct().toList());
				}
			}
			combined = longer;
			if (combined.size() > MOST_ALTERNATIVES) {
				throw new IllegalArgumentException(
						"it can hold in more than " + MOST_ALTERNATIVES + " ways; write it shorter or as two rules");
			}
		}
		return new BitTest(combined);
	}

	/** At least one part; tests of options in the same word become one test. */
	static BitTest any(List<BitTest> parts) {
		List<List<Bits>> alternatives = new ArrayList<>();
		for (BitTest part : parts) {
			part.alternatives().forEach((alternative) -> join(alternatives, alternative));
		}
		return new BitTest(alternatives);
	}

	private static void join(List<List<Bits>> alternatives, List<Bits> alternative) {
		Bits bits = alternative.get(0);
		if (alternative.size() == 1 && bits.showsWhatItTests()) {
			for (int i = 0; i < alternatives.size(); i++) {
				Bits other = alternatives.get(i).get(0);
				if (alternatives.get(i).size() == 1 && other.showsWhatItTests() && other.word() == bits.word()) {
					long mask = other.mask() | bits.mask();
					alternatives.set(i, List.of(new Bits(bits.word(), mask, mask)));
					return;
				}
			}
		}
		alternatives.add(alternative);
	}

	private List<List<Bits>> alternatives() {
		List<List<Bits>> alternatives = new ArrayList<>();
		int part = 0;
		for (int end : this.ends) {
			List<Bits> alternative = new ArrayList<>();
			for (; part < end; part++) {
				alternative.add(new Bits(this.words[part], this.masks[part], this.shown[part]));
			}
			alternatives.add(alternative);
		}
		return alternatives;
	}

	/** Whether the condition holds. */
	boolean holds(long[] bits) {
		if (this.masks.length == 1) {
			return (bits[this.words[0]] & this.masks[0]) != 0;
		}
		int start = 0;
		for (int end : this.ends) {
			if (holds(bits, start, end)) {
				return true;
			}
			start = end;
		}
		return false;
	}

	private boolean holds(long[] bits, int start, int end) {
		for (int i = start; i < end; i++) {
			if ((bits[this.words[i]] & this.masks[i]) == 0) {
				return false;
			}
		}
		return true;
	}

	/** Adds the bits that make the condition hold; none when it does not hold. */
	void show(long[] bits, long[] shown) {
		int start = 0;
		for (int end : this.ends) {
			if (holds(bits, start, end)) {
				for (int i = start; i < end; i++) {
					shown[this.words[i]] |= bits[this.words[i]] & this.shown[i];
				}
			}
			start = end;
		}
	}

	/** All bits that can ever be shown. */
	long[] canShow(int words) {
		long[] all = new long[words];
		for (int i = 0; i < this.words.length; i++) {
			all[this.words[i]] |= this.shown[i];
		}
		return all;
	}

	/**
	 * Bits of which at least one is set whenever the condition holds: as few as possible,
	 * so that most rules need not be looked at.
	 */
	long[] trigger(int words) {
		long[] trigger = new long[words];
		List<List<Bits>> open = alternatives();
		while (!open.isEmpty()) {
			List<List<Bits>> left = open;
			Bits best = left.stream()
				.flatMap(List::stream)
				.max(Comparator.comparingDouble((part) -> share(part, left)))
				.orElseThrow();
			trigger[best.word()] |= best.mask();
			open = left.stream().filter((alternative) -> !alternative.contains(best)).toList();
		}
		return trigger;
	}

	/** How many alternatives ask for a part, for each of its bits. */
	private static double share(Bits part, List<List<Bits>> alternatives) {
		long asking = alternatives.stream().filter((alternative) -> alternative.contains(part)).count();
		return (double) asking / Long.bitCount(part.mask());
	}

	/** Whether the condition holds as soon as one bit of its trigger is set. */
	boolean isItsTrigger() {
		return this.words.length == 1;
	}

}
