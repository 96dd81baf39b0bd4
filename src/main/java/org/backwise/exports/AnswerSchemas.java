package org.backwise.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.knowledge.Rules;

/** What may be sent: every question with its type, its options and when it is asked. */
class AnswerSchemas {

	private final KnowledgeBase base;

	private final Phrases phrases;

	AnswerSchemas(KnowledgeBase base, Phrases phrases) {
		this.base = base;
		this.phrases = phrases;
	}

	JsonSchema request() {
		JsonSchema answers = Schemas.object(questions((question) -> true), List.of());
		answers.description(this.phrases.say("exports.api.answers"));
		JsonSchema cleared = Schemas.list(clearable());
		cleared.with("uniqueItems", true);
		cleared.description(this.phrases.say("exports.api.clear"));
		Map<String, JsonSchema> parts = new LinkedHashMap<>();
		parts.put("answers", answers);
		parts.put("cleared", cleared);
		return Schemas.object(parts, List.of("answers"));
	}

	/** The rules that a clearance can lift. */
	JsonSchema clearable() {
		return Schemas.oneOf(this.base.referrals()
			.stream()
			.filter((rule) -> rule.atLevels().stream().anyMatch((at) -> this.base.isClearable(rule, at.level())))
			.map(Rules.Referral::id)
			.toList());
	}

	/** Some questions by their id, in order. */
	Map<String, JsonSchema> questions(Predicate<Question> which) {
		Map<String, JsonSchema> questions = new LinkedHashMap<>();
		this.base.questions()
			.stream()
			.filter(which)
			.forEach((question) -> questions.put(question.id(), question(question)));
		return questions;
	}

	private JsonSchema question(Question question) {
		JsonSchema schema = type(question);
		schema.description(question.ask() + "\n\n" + whenAsked(question) + meanings(question));
		return schema;
	}

	static JsonSchema type(Question question) {
		Range range = question.range();
		if (range != null) {
			return Schemas.number(range.from(), range.to());
		}
		JsonSchema options = Schemas.oneOf(question.options().stream().map(Option::id).toList());
		if (question.kind() == Kind.SINGLE) {
			return options;
		}
		JsonSchema list = Schemas.list(options);
		list.with("minItems", 1);
		list.with("uniqueItems", true);
		return list;
	}

	private String whenAsked(Question question) {
		StringBuilder words = new StringBuilder();
		if (this.base.isAboutMassage(question)) {
			words.append(this.phrases.say("exports.api.asked-massage")).append(' ');
		}
		if (question.choosesOneOfOffered()) {
			words.append(this.phrases.say("exports.api.asked-offered"));
		}
		else if (question.asked() != null) {
			words.append(this.phrases.say("exports.api.asked-when", this.base.inWords(question.asked())));
		}
		else if (words.isEmpty()) {
			words.append(this.phrases.say("exports.api.asked-always"));
		}
		if (question.isOptional()) {
			words.append(' ').append(this.phrases.say("exports.api.optional"));
		}
		Range range = question.range();
		if (range != null) {
			words.append(' ').append(this.phrases.say("exports.api.unit", range.unit()));
		}
		return words.toString().strip();
	}

	private String meanings(Question question) {
		StringBuilder lines = new StringBuilder();
		for (Option option : question.options()) {
			lines.append(lines.isEmpty() ? "\n\n" : "\n")
				.append("- `")
				.append(option.id())
				.append("`: ")
				.append(option.label());
			if (option.means() != null) {
				lines.append(" – ").append(option.means());
			}
			if (option.excludesOthers()) {
				lines.append(' ').append(this.phrases.say("exports.api.alone"));
			}
			if (option.offered() != null) {
				lines.append(' ').append(this.phrases.say("exports.api.offered", this.base.inWords(option.offered())));
			}
		}
		return lines.toString();
	}

}
