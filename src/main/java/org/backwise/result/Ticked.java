package org.backwise.result;

import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.TechniqueGuide.Indication;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.CountedRow;

/**
 * Quotes what a client ticked, in the words of the options; a cause or an indication has
 * a name of its own, which the client never chose.
 */
final class Ticked {

	private Ticked() {
	}

	/** The options behind a cause or an indication. */
	static Stream<String> of(CountedRow row, Answers answers, KnowledgeBase base) {
		if (row.kind() == CountedRow.Kind.CAUSE) {
			Question question = base.question(base.roles().contributors());
			return base.techniques()
				.causes()
				.stream()
				.filter((cause) -> cause.id().equals(row.id()))
				.flatMap((cause) -> quote(question, Set.copyOf(cause.contributors()), answers));
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

	private static Stream<String> quote(Question question, Set<String> options, Answers answers) {
		Set<String> chosen = answers.chosen(question.id());
		return question.options()
			.stream()
			.filter((option) -> options.contains(option.id()) && chosen.contains(option.id()))
			.map(Option::label)
			.map((label) -> (question.kind() == Kind.MULTI) ? label : question.shortName() + ": " + label);
	}

}
