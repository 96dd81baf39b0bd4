package org.backwise.knowledge;

import java.util.List;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * Says a condition in plain words of the language. The one wording used by the pages, the
 * docs and the tests.
 */
class ConditionWords implements Condition.Fold<ConditionWords.Phrase> {

	private final KnowledgeBase base;

	private final Phrases phrases;

	/** Part of a sentence, and whether it joins several. */
	record Phrase(String text, boolean joined) {
	}

	ConditionWords(KnowledgeBase base, Phrases phrases) {
		this.base = base;
		this.phrases = phrases;
	}

	@Override
	public Phrase all(List<Phrase> parts) {
		return joined(parts, this.phrases.and());
	}

	@Override
	public Phrase any(List<Phrase> parts) {
		return joined(parts, this.phrases.or());
	}

	@Override
	public Phrase term(Condition.Is is, Phrase meaning) {
		return single(Phrases.fill(this.phrases.term(), "term", this.base.term(is.term()).says()));
	}

	@Override
	public Phrase chose(Condition.Chose chose) {
		Question question = this.base.question(chose.question());
		List<String> labels = chose.options()
			.stream()
			.map((id) -> Phrases.fill(this.phrases.option(), "option", question.option(id).label()))
			.toList();
		return single(Phrases.fill(this.phrases.answered(), "options", alternatives(labels), "question",
				question.shortName()));
	}

	@Override
	public Phrase anySign(Condition.AnySign sign) {
		return single(
				Phrases.fill(this.phrases.anySign(), "question", this.base.question(sign.question()).shortName()));
	}

	@Override
	public Phrase within(Condition.Within within) {
		Question question = this.base.question(within.question());
		if (question.kind() == Kind.NUMBER) {
			return single(Phrases.fill(this.phrases.number(), "question", this.base.inside(question.shortName()),
					"amount", amount(within)));
		}
		return single(Phrases.fill(this.phrases.signs(), "question", question.shortName(), "amount", amount(within)));
	}

	private Phrase joined(List<Phrase> parts, String phrase) {
		String text = parts.stream()
			.map((part) -> part.joined() ? Phrases.fill(this.phrases.group(), "condition", part.text()) : part.text())
			.reduce((one, other) -> Phrases.fill(phrase, "one", one, "other", other))
			.orElse("");
		return new Phrase(text, true);
	}

	private static Phrase single(String text) {
		return new Phrase(text, false);
	}

	private String amount(Condition.Within within) {
		String phrase = (within.to() == Integer.MAX_VALUE) ? this.phrases.atLeast()
				: ((within.from() == 0) ? this.phrases.atMost() : this.phrases.between());
		return Phrases.fill(phrase, "from", String.valueOf(within.from()), "to", String.valueOf(within.to()));
	}

	private String alternatives(List<String> words) {
		int last = words.size() - 1;
		String first = words.stream()
			.limit(Math.max(1, last))
			.reduce((one, other) -> Phrases.fill(this.phrases.nextOption(), "one", one, "other", other))
			.orElse("");
		return (last == 0) ? first : Phrases.fill(this.phrases.lastOption(), "one", first, "other", words.get(last));
	}

}
