package org.backwise.knowledge;

import java.util.LinkedHashSet;
import java.util.Set;

import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

/** Finds the questions that a condition reads, through terms too. */
class ConditionReaders {

	private final KnowledgeBase base;

	ConditionReaders(KnowledgeBase base) {
		this.base = base;
	}

	boolean reads(Condition condition, String question) {
		return questions(condition).contains(question);
	}

	Set<String> questions(Condition condition) {
		Set<String> found = new LinkedHashSet<>();
		collect(condition, found);
		return found;
	}

	/**
	 * The signs of multi questions that a condition looks at, as {@link #sign} names
	 * them.
	 */
	Set<String> signs(Condition condition) {
		Set<String> found = new LinkedHashSet<>();
		collectSigns(condition, found);
		return found;
	}

	static String sign(Question question, Option option) {
		return question.id() + ": " + option.id();
	}

	private void collectSigns(Condition condition, Set<String> found) {
		if (condition instanceof Condition.AllOf all) {
			all.parts().forEach((part) -> collectSigns(part, found));
		}
		else if (condition instanceof Condition.AnyOf any) {
			any.parts().forEach((part) -> collectSigns(part, found));
		}
		else if (condition instanceof Condition.Is is) {
			collectSigns(this.base.term(is.term()).when(), found);
		}
		else if (condition instanceof Condition.Chose chose) {
			chose.options().forEach((option) -> found.add(chose.question() + ": " + option));
		}
		else {
			Question question = this.base.question(questions(condition).iterator().next());
			question.signs().forEach((option) -> found.add(sign(question, option)));
		}
	}

	private void collect(Condition condition, Set<String> found) {
		if (condition instanceof Condition.AllOf all) {
			all.parts().forEach((part) -> collect(part, found));
		}
		else if (condition instanceof Condition.AnyOf any) {
			any.parts().forEach((part) -> collect(part, found));
		}
		else if (condition instanceof Condition.Is is) {
			collect(this.base.term(is.term()).when(), found);
		}
		else if (condition instanceof Condition.Chose chose) {
			found.add(chose.question());
		}
		else if (condition instanceof Condition.AnySign sign) {
			found.add(sign.question());
		}
		else if (condition instanceof Condition.Within within) {
			found.add(within.question());
		}
	}

}
