package org.backwise.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Ticked;

/** Answers in the two other shapes they take: as a sheet to hand in, and in words. */
public final class AnswerSheet {

	private AnswerSheet() {
	}

	/**
	 * The sheet that {@code Triage.read} turns into the same answers again.
	 * @param answers the answers
	 * @param base the rules by which they were read
	 * @return question id to a number, an option id, or a list of them
	 */
	public static Map<String, Object> of(Answers answers, KnowledgeBase base) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		answers.given().forEach((id, answer) -> sheet.put(id, raw(base.question(id), answer)));
		return sheet;
	}

	private static Object raw(Question question, Answer answer) {
		if (answer instanceof Answer.Amount amount) {
			return amount.value();
		}
		List<String> options = ((Answer.Choice) answer).options();
		return (question.kind() == Kind.SINGLE) ? options.get(0) : options;
	}

	/** The answers under the words they were given, in the order of the questions. */
	static List<AnsweredQuestion> inWords(Answers answers, KnowledgeBase base) {
		return inWords(answers, base, false);
	}

	static List<AnsweredQuestion> inWords(Answers answers, KnowledgeBase base, boolean child) {
		List<AnsweredQuestion> words = new ArrayList<>();
		answers.given().forEach((id, answer) -> {
			Question question = Ticked.inOwnWords(base.question(id), answers, base);
			words.add(inWords(child ? question.forChild() : question, answer));
		});
		return words;
	}

	/**
	 * One answer under the words it was given.
	 * @param question the question
	 * @param answer its answer
	 * @return the words
	 */
	public static AnsweredQuestion inWords(Question question, Answer answer) {
		if (answer instanceof Answer.Amount amount) {
			return new AnsweredQuestion(question.id(), question.ask(), List.of(), List.of(number(question, amount)),
					amount.value());
		}
		List<String> options = ((Answer.Choice) answer).options();
		return new AnsweredQuestion(question.id(), question.ask(), options,
				options.stream().map(question::option).map(Option::label).toList(), null);
	}

	private static String number(Question question, Answer.Amount amount) {
		Range range = question.range();
		return (range != null) ? amount.value() + " " + range.unit() : Integer.toString(amount.value());
	}

}
