package org.backwise.triage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.triage.Reading.AskedQuestion;
import org.jspecify.annotations.Nullable;

/**
 * A question with its conditions compiled: when it is asked, what it offers, and how an
 * untyped answer to it is read.
 *
 * @param question the question
 * @param aboutMassage whether the safety section decides if it is asked
 * @param asked when it is asked, null for always
 * @param reads the questions that decide whether it is asked
 * @param options its options in order
 * @param whole the question with all of its options, null when earlier answers decide
 * which of them are offered
 */
record QuestionStep(Question question, boolean aboutMassage, @Nullable BitTest asked, Set<String> reads,
		List<Choosable> options, @Nullable AskedQuestion whole) {

	static QuestionStep of(Question question, KnowledgeBase base, AnswerCode code) {
		Condition asked = question.asked();
		List<Choosable> options = question.options().stream().map((option) -> Choosable.of(option, code)).toList();
		boolean always = options.stream().allMatch((option) -> option.offered() == null);
		return new QuestionStep(question, base.isAboutMassage(question), (asked != null) ? code.test(asked) : null,
				(asked != null) ? asked.questions() : Set.of(), options,
				always ? new AskedQuestion(question.id(), options.stream().map(Choosable::id).toList()) : null);
	}

	AskedQuestion offered(long[] bits) {
		if (this.whole != null) {
			return this.whole;
		}
		List<String> offered = new ArrayList<>();
		for (Choosable option : this.options) {
			if (option.offered() == null || option.offered().holds(bits)) {
				offered.add(option.id());
			}
		}
		return new AskedQuestion(this.question.id(), offered);
	}

	@Nullable Choosable option(@Nullable Object id) {
		for (Choosable option : this.options) {
			if (option.id().equals(id)) {
				return option;
			}
		}
		return null;
	}

	/**
	 * The answer that a value stands for; null when it stands for none, with the problems
	 * why.
	 */
	@Nullable Answer typed(@Nullable Object value, List<Problem> problems) {
		return switch (this.question.kind()) {
			case NUMBER -> amount(value, problems);
			case SINGLE -> single(value, problems);
			case MULTI -> multi(value, problems);
		};
	}

	private @Nullable Answer amount(@Nullable Object value, List<Problem> problems) {
		Range range = this.question.range();
		if (!(value instanceof Integer || value instanceof Long || value instanceof BigInteger) || range == null) {
			problems.add(new Problem(this.question.id(), Problem.Kind.WRONG_TYPE, "Give a whole number."));
			return null;
		}
		boolean isLong = !(value instanceof BigInteger big) || big.bitLength() < Long.SIZE;
		long number = ((Number) value).longValue();
		if (!isLong || number < range.from() || number > range.to()) {
			problems.add(new Problem(this.question.id(), Problem.Kind.OUT_OF_RANGE,
					"Give a number from " + range.from() + " to " + range.to() + "."));
			return null;
		}
		return new Answer.Amount((int) number);
	}

	private @Nullable Answer single(@Nullable Object value, List<Problem> problems) {
		if (!(value instanceof String)) {
			problems.add(new Problem(this.question.id(), Problem.Kind.WRONG_TYPE, "Give one option id as text."));
			return null;
		}
		Choosable option = option(value);
		if (option == null) {
			problems.add(unknownOption());
			return null;
		}
		return option.alone();
	}

	private @Nullable Answer multi(@Nullable Object value, List<Problem> problems) {
		String id = this.question.id();
		if (!(value instanceof List<?> entries) || !entries.stream().allMatch((entry) -> entry instanceof String)) {
			problems.add(new Problem(id, Problem.Kind.WRONG_TYPE, "Give a list of option ids."));
			return null;
		}
		Choosable first = (entries.size() == 1) ? option(entries.get(0)) : null;
		if (first != null) {
			return first.alone();
		}
		int before = problems.size();
		Set<Object> chosen = new HashSet<>(entries);
		if (entries.isEmpty() || chosen.size() != entries.size()) {
			problems
				.add(new Problem(id, Problem.Kind.EMPTY_OR_REPEATED, "Give one option or more, each of them once."));
		}
		List<Choosable> options = this.options.stream().filter((option) -> chosen.contains(option.id())).toList();
		if (options.size() != chosen.size()) {
			problems.add(unknownOption());
		}
		if (chosen.size() > 1 && options.stream().anyMatch(Choosable::excludesOthers)) {
			problems.add(new Problem(id, Problem.Kind.NOT_ALONE,
					"An option that means none cannot stand beside another option."));
		}
		return (problems.size() == before) ? new Answer.Choice(options.stream().map(Choosable::id).toList()) : null;
	}

	private Problem unknownOption() {
		return new Problem(this.question.id(), Problem.Kind.UNKNOWN_OPTION,
				"Not an option of this question. Its options: "
						+ this.question.options().stream().map(Option::id).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * An option.
	 *
	 * @param id its id
	 * @param excludesOthers whether it stands alone
	 * @param offered when it is offered, null for always
	 * @param alone the answer that is this option only
	 */
	private record Choosable(String id, boolean excludesOthers, @Nullable BitTest offered, Answer alone) {

		static Choosable of(Option option, AnswerCode code) {
			Condition offered = option.offered();
			return new Choosable(option.id(), option.excludesOthers(), (offered != null) ? code.test(offered) : null,
					new Answer.Choice(List.of(option.id())));
		}

	}

}
