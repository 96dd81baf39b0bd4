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
class ConditionWords implements Condition.Fold<ConditionWords.Phrase> {

	private final KnowledgeBase base;

	/** Part of a sentence, and whether it joins several. */
	record Phrase(String text, boolean joined) {

		String inASentence() {
			return this.joined ? "(" + this.text + ")" : this.text;
		}

	}

	ConditionWords(KnowledgeBase base) {
		this.base = base;
	}

	@Override
	public Phrase all(List<Phrase> parts) {
		return joined(parts, ", and ");
	}

	@Override
	public Phrase any(List<Phrase> parts) {
		return joined(parts, ", or ");
	}

	@Override
	public Phrase term(Condition.Is is, Phrase meaning) {
		return single("you have " + this.base.term(is.term()).says());
	}

	@Override
	public Phrase chose(Condition.Chose chose) {
		Question question = this.base.question(chose.question());
		List<String> labels = chose.options().stream().map((id) -> "“" + question.option(id).label() + "”").toList();
		return single("you answer " + alternatives(labels) + under(question));
	}

	@Override
	public Phrase anySign(Condition.AnySign sign) {
		return single("you tick any sign" + under(this.base.question(sign.question())));
	}

	@Override
	public Phrase within(Condition.Within within) {
		Question question = this.base.question(within.question());
		if (question.kind() == Kind.NUMBER) {
			String name = question.shortName();
			return single(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + " is " + amount(within));
		}
		return single("you tick " + amount(within) + " signs" + under(question));
	}

	private static Phrase joined(List<Phrase> parts, String word) {
		return new Phrase(parts.stream().map(Phrase::inASentence).collect(Collectors.joining(word)), true);
	}

	private static Phrase single(String text) {
		return new Phrase(text, false);
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
