package org.backwise.notes;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * A question that a therapist asks aloud.
 *
 * @param question the question with the options that are on offer
 * @param chosen what is ticked or typed
 * @param error what is wrong with it
 */
record AskedAloud(Question question, Set<String> chosen, @Nullable String error) {

	/**
	 * Options under one heading.
	 *
	 * @param heading none; aloud the options are read one after the other
	 * @param options the options
	 */
	record Group(@Nullable String heading, List<Option> options) {

	}

	/** The options in the list. */
	public List<Group> groups() {
		return List
			.of(new Group(null, this.question.options().stream().filter((option) -> !option.standsApart()).toList()));
	}

	/** The options that stand apart, after the list. */
	public List<Option> last() {
		return this.question.options().stream().filter(Option::standsApart).toList();
	}

	/** How it is drawn. */
	public String shape() {
		if (this.question.kind() == Kind.NUMBER) {
			return (this.question.range() != null && this.question.range().words() != null) ? "scale" : "number";
		}
		return (this.question.kind() == Kind.MULTI) ? "checkbox" : "radio";
	}

	/** Id of its first control. */
	String target() {
		return switch (shape()) {
			case "number" -> this.question.id();
			case "scale" -> this.question.id() + "-" + java.util.Objects.requireNonNull(this.question.range()).from();
			default -> this.question.id() + "-" + this.question.options().get(0).id();
		};
	}

}
