package org.backwise.intake;

import java.util.ArrayList;
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
 * @param shape how it is drawn: radio, checkbox, scale or number
 * @param askedWhen the inputs of the same page that make it apply, as JSON
 * @param chosen what is ticked or typed
 * @param error what is wrong with it
 */
record ShownQuestion(Question question, String shape, @Nullable String askedWhen, Set<String> chosen,
		@Nullable String error) {

	/**
	 * Options under one heading.
	 *
	 * @param heading the words over them, null for those before the first heading
	 * @param options the options, at least one
	 */
	record Group(@Nullable String heading, List<Option> options) {

	}

	/** The options that belong into the list, under their headings. */
	public List<Group> groups() {
		List<Group> groups = new ArrayList<>();
		for (Option option : this.question.options()) {
			if (option.standsApart()) {
				continue;
			}
			if (groups.isEmpty() || option.heading() != null) {
				groups.add(new Group(option.heading(), new ArrayList<>()));
			}
			groups.get(groups.size() - 1).options().add(option);
		}
		return groups;
	}

	/** The options that stand apart, after the list. */
	public List<Option> last() {
		return this.question.options().stream().filter(Option::standsApart).toList();
	}

	static ShownQuestion of(Question question, @Nullable String askedWhen, Set<String> chosen,
			List<FieldProblem> problems) {
		String error = problems.stream()
			.filter((problem) -> problem.field().equals(question.id()))
			.map(FieldProblem::message)
			.findFirst()
			.orElse(null);
		return new ShownQuestion(question, shape(question), askedWhen, chosen, error);
	}

	private static String shape(Question question) {
		if (question.kind() == Kind.NUMBER) {
			return (question.range() != null && question.range().words() != null) ? "scale" : "number";
		}
		return (question.kind() == Kind.MULTI) ? "checkbox" : "radio";
	}

}
