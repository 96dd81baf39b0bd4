package org.backwise.triage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

/**
 * Rules compiled to tests of bits. Each rule waits for a few bits without which it cannot
 * hold; only the rules whose bits are set are looked at, and where a rule asks for
 * nothing else it fires without a look.
 */
class RuleProgram {

	private static final Level[] LEVELS = Level.values();

	private final List<RuleOutcome> outcomes;

	private final BitTest[] tests;

	/** For each level, from the most urgent, the outcomes that have it. */
	private final long[][] levels;

	/** In each word, the bits for which any rule waits. */
	private final long[] triggers;

	/** For each bit the outcomes that it decides alone. */
	private final int[][] firing;

	/** For each bit the rules that wait for it; a rule is the places of its outcomes. */
	private final int[][][] waiting;

	/** A rule at one of its levels; cautions have no level. */
	record RuleOutcome(String rule, @Nullable Level level, Condition when) {

	}

	/**
	 * Compiles rules.
	 * @throws KnowledgeException when a rule can hold in more ways than anyone can check
	 */
	RuleProgram(List<List<RuleOutcome>> rules, List<RuleOutcome> order, AnswerCode code) {
		this.outcomes = List.copyOf(order);
		this.tests = order.stream().map((outcome) -> test(outcome, code)).toArray(BitTest[]::new);
		this.levels = new long[Level.values().length][(order.size() + Long.SIZE - 1) / Long.SIZE];
		for (int i = 0; i < order.size(); i++) {
			Level level = order.get(i).level();
			if (level != null) {
				this.levels[level.ordinal()][i >> 6] |= 1L << i;
			}
		}
		this.triggers = new long[code.words()];
		this.firing = new int[code.words() * Long.SIZE][0];
		this.waiting = new int[code.words() * Long.SIZE][0][];
		for (List<RuleOutcome> rule : rules) {
			int[] places = rule.stream().mapToInt(order::indexOf).toArray();
			for (int place : places) {
				boolean decides = places.length == 1 && this.tests[place].isItsTrigger();
				await(this.tests[place].trigger(code.words()), places, decides);
			}
		}
	}

	private static BitTest test(RuleOutcome outcome, AnswerCode code) {
		try {
			return code.test(outcome.when());
		}
		catch (IllegalArgumentException ex) {
			throw new KnowledgeException("Rule " + outcome.rule() + ": " + ex.getMessage(), ex);
		}
	}

	private void await(long[] trigger, int[] rule, boolean decides) {
		for (int word = 0; word < trigger.length; word++) {
			this.triggers[word] |= trigger[word];
			for (long rest = trigger[word]; rest != 0; rest &= rest - 1) {
				int bit = (word << 6) + Long.numberOfTrailingZeros(rest);
				if (decides) {
					this.firing[bit] = IntStream.concat(Arrays.stream(this.firing[bit]), Arrays.stream(rule)).toArray();
				}
				else if (!Arrays.asList(this.waiting[bit]).contains(rule)) {
					this.waiting[bit] = Stream.concat(Arrays.stream(this.waiting[bit]), Stream.of(rule))
						.toArray(int[][]::new);
				}
			}
		}
	}

	/** Runs all rules; the result has a bit for each outcome, in reporting order. */
	long[] run(long[] bits) {
		long[] fired = new long[(this.outcomes.size() + Long.SIZE - 1) / Long.SIZE];
		for (int word = 0; word < this.triggers.length; word++) {
			for (long rest = bits[word] & this.triggers[word]; rest != 0; rest &= rest - 1) {
				int bit = (word << 6) + Long.numberOfTrailingZeros(rest);
				for (int outcome : this.firing[bit]) {
					fired[outcome >> 6] |= 1L << outcome;
				}
				for (int[] rule : this.waiting[bit]) {
					fire(rule, bits, fired);
				}
			}
		}
		return fired;
	}

	private void fire(int[] rule, long[] bits, long[] fired) {
		for (int outcome : rule) {
			if (this.tests[outcome].holds(bits)) {
				fired[outcome >> 6] |= 1L << outcome;
				return;
			}
		}
	}

	/** The test of an outcome. */
	BitTest test(int outcome) {
		return this.tests[outcome];
	}

	/** How many outcomes fired. */
	static int count(long[] fired) {
		int count = 0;
		for (long word : fired) {
			count += Long.bitCount(word);
		}
		return count;
	}

	/** The places of the outcomes that fired, in reporting order. */
	static int[] places(long[] fired) {
		int[] places = new int[count(fired)];
		int next = 0;
		for (int i = 0; i < fired.length; i++) {
			for (long rest = fired[i]; rest != 0; rest &= rest - 1) {
				places[next++] = (i << 6) + Long.numberOfTrailingZeros(rest);
			}
		}
		return places;
	}

	/** The most urgent level that fired; null when nothing did. */
	@Nullable Level level(long[] fired) {
		for (int level = 0; level < this.levels.length; level++) {
			for (int i = 0; i < fired.length; i++) {
				if ((fired[i] & this.levels[level][i]) != 0) {
					return LEVELS[level];
				}
			}
		}
		return null;
	}

}
