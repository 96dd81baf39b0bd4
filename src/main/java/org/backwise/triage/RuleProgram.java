package org.backwise.triage;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

/**
 * Rules compiled to one straight list of bit tests. Each step tests some bits of one word
 * and goes on to one of two later steps, or notes that an outcome fired.
 */
class RuleProgram {

	/** In the place of a word: the step notes an outcome. */
	private static final int FIRE = -1;

	private final List<RuleOutcome> outcomes;

	private final int[] word;

	private final long[] mask;

	private final int[] yes;

	private final int[] no;

	/** A rule at one of its levels; cautions have no level. */
	record RuleOutcome(String rule, @Nullable Level level, Condition when) {

	}

	/**
	 * Compiles rules.
	 * @param rules the outcomes of each rule, of which the first that holds fires
	 * @param order all outcomes, in the order in which they are reported
	 * @param code where the bits are
	 */
	RuleProgram(List<List<RuleOutcome>> rules, List<RuleOutcome> order, AnswerCode code) {
		this.outcomes = List.copyOf(order);
		Assembler assembler = new Assembler();
		for (List<RuleOutcome> rule : rules) {
			assembler.add(rule, code, order);
		}
		this.word = assembler.column((step) -> step.word);
		this.mask = assembler.steps.stream().mapToLong((step) -> step.mask).toArray();
		this.yes = assembler.column((step) -> step.yes);
		this.no = assembler.column((step) -> step.no);
	}

	/** Runs all rules; the result has a bit for each outcome, in reporting order. */
	long[] run(long[] bits) {
		long[] fired = new long[(this.outcomes.size() + Long.SIZE - 1) / Long.SIZE];
		int step = 0;
		while (step < this.word.length) {
			int at = this.word[step];
			if (at >= 0) {
				step = ((bits[at] & this.mask[step]) != 0) ? this.yes[step] : this.no[step];
			}
			else {
				int outcome = (int) this.mask[step];
				fired[outcome >> 6] |= 1L << outcome;
				step = this.yes[step];
			}
		}
		return fired;
	}

	/** The outcomes that fired, in reporting order. */
	List<RuleOutcome> outcomes(long[] fired) {
		if (first(fired) < 0) {
			return List.of();
		}
		List<RuleOutcome> found = new ArrayList<>();
		for (int i = 0; i < fired.length; i++) {
			for (long rest = fired[i]; rest != 0; rest &= rest - 1) {
				found.add(this.outcomes.get((i << 6) + Long.numberOfTrailingZeros(rest)));
			}
		}
		return found;
	}

	/** The most urgent level that fired; null when nothing did. */
	@Nullable Level level(long[] fired) {
		int first = first(fired);
		return (first < 0) ? null : this.outcomes.get(first).level();
	}

	private static int first(long[] fired) {
		for (int i = 0; i < fired.length; i++) {
			if (fired[i] != 0) {
				return (i << 6) + Long.numberOfTrailingZeros(fired[i]);
			}
		}
		return -1;
	}

	/** Whether the outcome at a place in the reporting order fired. */
	static boolean fired(long[] fired, int outcome) {
		return (fired[outcome >> 6] & 1L << outcome) != 0;
	}

	/** One step while the program is being built. */
	private static final class Step {

		private final int word;

		private final long mask;

		private int yes;

		private int no;

		private Step(int word, long mask) {
			this.word = word;
			this.mask = mask;
		}

	}

	/** Builds the list of steps; a jump to a place not known yet is mended later. */
	private static final class Assembler {

		private final List<Step> steps = new ArrayList<>();

		int[] column(java.util.function.ToIntFunction<Step> value) {
			return this.steps.stream().mapToInt(value).toArray();
		}

		void add(List<RuleOutcome> rule, AnswerCode code, List<RuleOutcome> order) {
			List<Step> fires = new ArrayList<>();
			for (RuleOutcome outcome : rule) {
				Exits exits = test(code.withoutTerms(outcome.when()), code);
				land(exits.yes);
				Step fire = new Step(FIRE, order.indexOf(outcome));
				this.steps.add(fire);
				fires.add(fire);
				land(exits.no);
			}
			fires.forEach((fire) -> fire.yes = this.steps.size());
		}

		private void land(List<Jump> jumps) {
			jumps.forEach((jump) -> jump.to(this.steps.size()));
		}

		private Exits test(Condition condition, AnswerCode code) {
			if (condition instanceof Condition.AllOf all) {
				List<Jump> no = new ArrayList<>();
				Exits last = null;
				for (Condition part : all.parts()) {
					if (last != null) {
						land(last.yes);
					}
					last = test(part, code);
					no.addAll(last.no);
				}
				return new Exits((last != null) ? last.yes : List.of(), no);
			}
			if (condition instanceof Condition.AnyOf any) {
				return anyOf(any, code);
			}
			return test(code.bit(condition));
		}

		private Exits anyOf(Condition.AnyOf any, AnswerCode code) {
			List<Jump> yes = new ArrayList<>();
			Exits last = null;
			for (AnswerCode.Bit bit : joined(any, code)) {
				if (last != null) {
					land(last.no);
				}
				last = test(bit);
				yes.addAll(last.yes);
			}
			for (Condition part : any.parts()) {
				if (part instanceof Condition.AllOf || part instanceof Condition.AnyOf) {
					if (last != null) {
						land(last.no);
					}
					last = test(part, code);
					yes.addAll(last.yes);
				}
			}
			return new Exits(yes, (last != null) ? last.no : List.of());
		}

		/** Atoms that test the same word become one test. */
		private static List<AnswerCode.Bit> joined(Condition.AnyOf any, AnswerCode code) {
			List<AnswerCode.Bit> bits = new ArrayList<>();
			for (Condition part : any.parts()) {
				if (part instanceof Condition.AllOf || part instanceof Condition.AnyOf) {
					continue;
				}
				AnswerCode.Bit bit = code.bit(part);
				int same = 0;
				while (same < bits.size() && bits.get(same).word() != bit.word()) {
					same++;
				}
				if (same == bits.size()) {
					bits.add(bit);
				}
				else {
					bits.set(same, new AnswerCode.Bit(bit.word(), bits.get(same).mask() | bit.mask()));
				}
			}
			return bits;
		}

		private Exits test(AnswerCode.Bit bit) {
			Step step = new Step(bit.word(), bit.mask());
			this.steps.add(step);
			return new Exits(List.of(new Jump(step, true)), List.of(new Jump(step, false)));
		}

	}

	/** The ways out of a test. */
	private record Exits(List<Jump> yes, List<Jump> no) {

	}

	/** A way out of one step. */
	private record Jump(Step from, boolean yes) {

		void to(int step) {
			if (this.yes) {
				this.from.yes = step;
			}
			else {
				this.from.no = step;
			}
		}

	}

}
