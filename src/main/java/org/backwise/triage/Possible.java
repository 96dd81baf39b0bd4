package org.backwise.triage;

import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * Whether a condition could hold: a question that is to be asked and has no answer may
 * still be answered so. Conditions are positive only, so that is the widest there is.
 */
class Possible implements Condition.Fold<Boolean> {

	private final KnowledgeBase base;

	private final Answers answers;

	Possible(KnowledgeBase base, Answers answers) {
		this.base = base;
		this.answers = answers;
	}

	@Override
	public Boolean all(List<Boolean> parts) {
		return parts.stream().allMatch((part) -> part);
	}

	@Override
	public Boolean any(List<Boolean> parts) {
		return parts.stream().anyMatch((part) -> part);
	}

	@Override
	public Boolean chose(Condition.Chose chose) {
		return atom(chose);
	}

	@Override
	public Boolean anySign(Condition.AnySign sign) {
		return atom(sign);
	}

	@Override
	public Boolean within(Condition.Within within) {
		return atom(within);
	}

	private boolean atom(Condition.Atom atom) {
		if (this.answers.to(atom.question()).isPresent()) {
			return this.answers.hold(atom);
		}
		Question question = this.base.question(atom.question());
		return !question.isOptional() && (question.asked() == null || question.asked().fold(this));
	}

}
