package org.backwise.intake;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.FieldProblem;

/**
 * A question as it stands on a page.
 *
 * @param question the question with the options that may be on offer
 * @param shape which fragment draws it: radios, checkboxes, scale or number
 * @param askedWhen the inputs of the same page that make it apply, as JSON
 * @param chosen what is ticked or typed
 * @param error what is wrong with it
 */
record ShownQuestion(Question question, String shape, @Nullable String askedWhen, Set<String> chosen,
		@Nullable String error) {

	static ShownQuestion of(Question question, List<Option> offered, @Nullable String askedWhen, Set<String> chosen,
			List<FieldProblem> problems) {
		String error = problems.stream()
			.filter((problem) -> problem.field().equals(question.id()))
			.map(FieldProblem::message)
			.findFirst()
			.orElse(null);
		Question shown = new Question(question.id(), question.page(), question.kind(), question.ask(),
				question.shortName(), question.hint(), question.why(), question.asked(), question.onlyIf(),
				question.unansweredCountsAs(), question.mayStayBlank(), question.chooseOneOfOffered(), question.range(),
				question.missing(), offered);
		return new ShownQuestion(shown, shape(question), askedWhen, chosen, error);
	}

	private static String shape(Question question) {
		if (question.kind() == Kind.NUMBER) {
			return (question.range() != null && question.range().words() != null) ? "scale" : "number";
		}
		return (question.kind() == Kind.MULTI) ? "checkboxes" : "radios";
	}

}
