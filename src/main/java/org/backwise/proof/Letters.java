package org.backwise.proof;

import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;

/** What stands for an answer in a formula. */
interface Letters {

	/**
	 * The formula for a chosen option.
	 * @param question a single or multi question
	 * @param option id of one of its options
	 * @return what is true exactly when the option counts as chosen
	 */
	Formula option(Question question, String option);

	/**
	 * The formula for a number in a range.
	 * @param question a number question
	 * @param from the lowest number that counts
	 * @param to the highest number that counts
	 * @return what is true exactly when the number given lies between them
	 */
	Formula within(Question question, int from, int to);

}
