package org.backwise.knowledge;

import java.util.List;
import java.util.Locale;
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
			return "you have " + this.base.term(is.term()).says();
		}
		if (condition instanceof Condition.Chose chose) {
			Question question = this.base.question(chose.question());
			return "you answer "
					+ alternatives(
							chose.options().stream().map((id) -> "“" + question.option(id).label() + "”").toList())
					+ under(question);
		}
		if (condition instanceof Condition.AnySign sign) {
			return "you tick any sign" + under(this.base.question(sign.question()));
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
		if (question.kind() == Kind.NUMBER) {
			String name = question.shortName();
			return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + " is " + amount(within);
		}
		return "you tick " + amount(within) + " signs" + under(question);
	}

	private static String amount(Condition.Within within) {
		if (within.to() == Integer.MAX_VALUE) {
			return within.from() + " or more";
		}
		return (within.from() == 0) ? within.to() + " or less" : within.from() + " to " + within.to();
	}

	private static String alternatives(List<String> words) {
		int last = words.size() - 1;
		return (last == 0) ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
	}

	private static String under(Question question) {
		return " under “" + question.shortName() + "”";
	}

}
