package org.backwise.knowledge;

import java.util.List;
import java.util.stream.Collectors;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * Says a condition in plain words. The one wording used by the pages, the docs and the
 * tests.
 */
class ConditionWords {

	private final KnowledgeBase base;

	ConditionWords(KnowledgeBase base) {
		this.base = base;
	}

	String of(Condition condition) {
		if (condition instanceof Condition.AllOf all) {
			return joined(all.parts(), ", and ");
		}
		if (condition instanceof Condition.AnyOf any) {
			return joined(any.parts(), ", or ");
		}
		if (condition instanceof Condition.Is is) {
			return this.base.term(is.term()).says();
		}
		if (condition instanceof Condition.Chose chose) {
			Question question = this.base.question(chose.question());
			String options = chose.options()
				.stream()
				.map((id) -> "“" + question.option(id).label() + "”")
				.collect(Collectors.joining(", "));
			return name(question) + ((chose.options().size() == 1) ? ": " : ": one of ") + options;
		}
		if (condition instanceof Condition.AnySign sign) {
			return name(this.base.question(sign.question())) + ": any of the signs";
		}
		return range((Condition.Within) condition);
	}

	private String joined(List<Condition> parts, String word) {
		return parts.stream()
			.map((part) -> (part instanceof Condition.AllOf || part instanceof Condition.AnyOf) ? "(" + of(part) + ")"
					: of(part))
			.collect(Collectors.joining(word));
	}

	private String range(Condition.Within within) {
		Question question = this.base.question(within.question());
		String what = (question.kind() == Kind.NUMBER) ? name(question) : "signs ticked under " + name(question);
		if (within.to() == Integer.MAX_VALUE) {
			return what + ": " + within.from() + " or more";
		}
		if (within.from() == 0) {
			return what + ": " + within.to() + " or less";
		}
		return what + ": " + within.from() + " to " + within.to();
	}

	private static String name(Question question) {
		return question.shortName();
	}

}
