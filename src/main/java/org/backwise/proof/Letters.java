package org.backwise.proof;

import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;

/** What stands for an answer in a formula. */
interface Letters {

	/** What is true exactly when an option counts as chosen. */
	Formula option(Question question, String option);

	/** What is true exactly when the number given lies in a range. */
	Formula within(Question question, int from, int to);

}
