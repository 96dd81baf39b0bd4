package org.backwise.triage;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Condition;

/**
 * Conditions compiled to tests of bits, for answers that one {@link Triage} reads. Safe
 * for use by many threads.
 */
public final class Conditions {

	private final AnswerCode code;

	private final BitTest[] tests;

	Conditions(AnswerCode code, List<Condition> conditions) {
		this.code = code;
		this.tests = conditions.stream().map(code::test).toArray(BitTest[]::new);
	}

	/**
	 * Adds what is known beside the answers, so that it is coded only once.
	 * @param answers answers read by the same rules
	 * @param more what is known beside them, question id to answer
	 * @return the same answers, of which conditions know more
	 */
	public Answers knowing(Answers answers, Map<String, Answer> more) {
		long[] bits = answers.bits().clone();
		more.forEach((question, answer) -> this.code.add(bits, question, answer));
		return answers.withBits(bits);
	}

	/**
	 * Adds what other answers say, coded already.
	 * @param answers answers read by the same rules
	 * @param more answers to other questions, read by the same rules
	 * @return the first answers, of which conditions know both
	 */
	public Answers knowing(Answers answers, Answers more) {
		long[] bits = answers.bits().clone();
		long[] others = more.bits();
		for (int i = 0; i < bits.length; i++) {
			bits[i] |= others[i];
		}
		return answers.withBits(bits);
	}

	/**
	 * Which of the conditions hold.
	 * @param answers answers read by the same rules
	 * @return the places of those that hold, in the order in which they were compiled
	 */
	public BitSet holding(Answers answers) {
		long[] bits = answers.bits();
		BitSet holding = new BitSet(this.tests.length);
		for (int i = 0; i < this.tests.length; i++) {
			if (this.tests[i].holds(bits)) {
				holding.set(i);
			}
		}
		return holding;
	}

}
