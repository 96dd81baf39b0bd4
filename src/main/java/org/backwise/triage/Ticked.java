package org.backwise.triage;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.TechniqueGuide.Indication;
import org.backwise.triage.Assessment.CountedRow;

/**
 * Quotes what a client ticked, in the words of the options; a cause or an indication has
 * a name of its own, which the client never chose.
 */
public final class Ticked {

	private Ticked() {
	}

	/**
	 * The options behind a cause or an indication.
	 * @param row a cause or an indication that counted
	 * @param answers the answers
	 * @param base the rules that decided
	 * @return the words of what was ticked
	 */
	public static Stream<String> of(CountedRow row, Answers answers, KnowledgeBase base) {
		if (row.kind() == CountedRow.Kind.CAUSE) {
			return behind(row.id(), answers, base).map(Option::label);
		}
		return base.techniques()
			.indications()
			.stream()
			.filter((indication) -> indication.id().equals(row.id()))
			.map(Indication::when)
			.flatMap(Condition::atoms)
			.flatMap((atom) -> quote(base.question(atom.question()),
					Set.copyOf(atom.options(base.question(atom.question()))), answers));
	}

	/**
	 * The contributors that belong to a cause.
	 * @param cause id of a cause
	 * @param base the rules
	 * @return the options in the order of their question
	 */
	public static List<Option> contributors(String cause, KnowledgeBase base) {
		return base.question(base.roles().contributors())
			.options()
			.stream()
			.filter((option) -> base.techniques()
				.causes()
				.stream()
				.anyMatch((one) -> one.id().equals(cause) && one.contributors().contains(option.id())))
			.toList();
	}

	private static Stream<Option> behind(String cause, Answers answers, KnowledgeBase base) {
		Set<String> chosen = answers.chosen(base.roles().contributors());
		return contributors(cause, base).stream().filter((option) -> chosen.contains(option.id()));
	}

	/**
	 * The question for the main cause, with the client's own words in place of the names
	 * of the causes; every other question stays as it is.
	 * @param question a question
	 * @param answers the answers
	 * @param base the rules
	 * @return the question as it is answered
	 */
	public static Question inOwnWords(Question question, Answers answers, KnowledgeBase base) {
		if (!question.id().equals(base.roles().mainCause())) {
			return question;
		}
		return question.with(question.options().stream().map((option) -> {
			String own = String.join(" · ", behind(option.id(), answers, base).map(Option::label).toList());
			return own.isEmpty() ? option : option.saying(own);
		}).toList());
	}

	private static Stream<String> quote(Question question, Set<String> options, Answers answers) {
		Set<String> chosen = answers.chosen(question.id());
		return question.options()
			.stream()
			.filter((option) -> options.contains(option.id()) && chosen.contains(option.id()))
			.map(Option::label)
			.map((label) -> (question.kind() == Kind.MULTI) ? label : question.shortName() + ": " + label);
	}

}
