package org.backwise.triage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.triage.Reading.AskedQuestion;
import org.jspecify.annotations.Nullable;

/** The one place where untyped input becomes {@link Answers}. */
class AnswerReader {

	private static final int LONGEST_NAME = 60;

	private final KnowledgeBase base;

	private final AnswerCode code;

	private final RuleProgram referrals;

	private final Set<String> massage;

	AnswerReader(KnowledgeBase base, AnswerCode code, RuleProgram referrals) {
		this.base = base;
		this.code = code;
		this.referrals = referrals;
		this.massage = base.questions()
			.stream()
			.filter(base::isAboutMassage)
			.map(Question::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	Reading read(Map<String, ?> sheet) {
		List<Problem> problems = new ArrayList<>();
		Map<String, Answer> typed = new HashMap<>();
		for (Map.Entry<String, ?> entry : sheet.entrySet()) {
			if (!this.base.hasQuestion(entry.getKey())) {
				problems.add(new Problem(shortened(entry.getKey()), Problem.Kind.UNKNOWN_QUESTION,
						"There is no question with this id."));
			}
		}
		for (Question question : this.base.questions()) {
			if (sheet.containsKey(question.id())) {
				Object value = sheet.get(question.id());
				Answer answer = typed(question, value, problems);
				if (answer != null) {
					typed.put(question.id(), answer);
				}
			}
		}
		return new Walk(typed, sheet.keySet(), problems).reading();
	}

	private static String shortened(String name) {
		return (name.length() <= LONGEST_NAME) ? name : name.substring(0, LONGEST_NAME) + "…";
	}

	private @Nullable Answer typed(Question question, @Nullable Object value, List<Problem> problems) {
		return switch (question.kind()) {
			case NUMBER -> amount(question, value, problems);
			case SINGLE -> single(question, value, problems);
			case MULTI -> multi(question, value, problems);
		};
	}

	private @Nullable Answer amount(Question question, @Nullable Object value, List<Problem> problems) {
		Range range = question.range();
		if (!(value instanceof Integer || value instanceof Long || value instanceof BigInteger) || range == null) {
			problems.add(new Problem(question.id(), Problem.Kind.WRONG_TYPE, "Give a whole number."));
			return null;
		}
		BigInteger number = new BigInteger(value.toString());
		if (number.compareTo(BigInteger.valueOf(range.from())) < 0
				|| number.compareTo(BigInteger.valueOf(range.to())) > 0) {
			problems.add(new Problem(question.id(), Problem.Kind.OUT_OF_RANGE,
					"Give a number from " + range.from() + " to " + range.to() + "."));
			return null;
		}
		return new Answer.Amount(number.intValue());
	}

	private @Nullable Answer single(Question question, @Nullable Object value, List<Problem> problems) {
		if (!(value instanceof String option)) {
			problems.add(new Problem(question.id(), Problem.Kind.WRONG_TYPE, "Give one option id as text."));
			return null;
		}
		if (isUnknown(question, option)) {
			problems.add(unknownOption(question));
			return null;
		}
		return new Answer.Choice(List.of(option));
	}

	private @Nullable Answer multi(Question question, @Nullable Object value, List<Problem> problems) {
		if (!(value instanceof List<?> entries) || !entries.stream().allMatch((entry) -> entry instanceof String)) {
			problems.add(new Problem(question.id(), Problem.Kind.WRONG_TYPE, "Give a list of option ids."));
			return null;
		}
		int before = problems.size();
		Set<Object> chosen = new HashSet<>(entries);
		if (entries.isEmpty() || chosen.size() != entries.size()) {
			problems.add(new Problem(question.id(), Problem.Kind.EMPTY_OR_REPEATED,
					"Give one option or more, each of them once."));
		}
		if (chosen.stream().anyMatch((entry) -> isUnknown(question, entry))) {
			problems.add(unknownOption(question));
		}
		List<Option> options = question.options().stream().filter((option) -> chosen.contains(option.id())).toList();
		if (chosen.size() > 1 && options.stream().anyMatch(Option::excludesOthers)) {
			problems.add(new Problem(question.id(), Problem.Kind.NOT_ALONE,
					"An option that means none cannot stand beside another option."));
		}
		return (problems.size() == before) ? new Answer.Choice(options.stream().map(Option::id).toList()) : null;
	}

	private static boolean isUnknown(Question question, Object id) {
		return question.options().stream().noneMatch((option) -> option.id().equals(id));
	}

	private static Problem unknownOption(Question question) {
		return new Problem(question.id(), Problem.Kind.UNKNOWN_OPTION, "Not an option of this question. Its options: "
				+ question.options().stream().map(Option::id).collect(Collectors.joining(", ")) + ".");
	}

	/**
	 * Goes through the questions in order, keeping only the answers that were asked for.
	 */
	private final class Walk {

		private final Map<String, Answer> typed;

		private final Set<String> handedIn;

		private final List<Problem> problems;

		private final Map<String, Answer> given = new LinkedHashMap<>();

		private final Map<String, Answer> assumed = new HashMap<>();

		private final List<String> missing = new ArrayList<>();

		private final List<String> ignored = new ArrayList<>();

		private final List<AskedQuestion> asked = new ArrayList<>();

		private final long[] bits = AnswerReader.this.code.encode(Map.of(), Map.of());

		private boolean planPossible = true;

		private boolean safetyComplete = true;

		private boolean massageReached;

		/** The answers so far, kept until one more is taken. */
		private @Nullable Answers sofar;

		Walk(Map<String, Answer> typed, Set<String> handedIn, List<Problem> problems) {
			this.typed = typed;
			this.handedIn = handedIn;
			this.problems = problems;
		}

		Reading reading() {
			AnswerReader.this.base.questions().forEach(this::visit);
			Answers answers = answers();
			Level level = AnswerReader.this.referrals.level(AnswerReader.this.referrals.run(answers.bits()));
			return new Reading(answers, List.copyOf(this.problems), List.copyOf(this.missing),
					List.copyOf(this.ignored), List.copyOf(this.asked), level);
		}

		private void visit(Question question) {
			boolean aboutMassage = AnswerReader.this.massage.contains(question.id());
			if (aboutMassage && !this.massageReached) {
				this.massageReached = true;
				this.safetyComplete = this.missing.isEmpty() && this.problems.isEmpty();
				this.planPossible = AnswerReader.this.referrals
					.level(AnswerReader.this.referrals.run(answers().bits())) == null;
			}
			List<String> options = offered(question);
			if (!isAsked(question, aboutMassage, options)) {
				if (this.handedIn.contains(question.id())) {
					this.ignored.add(question.id());
				}
				return;
			}
			this.asked.add(new AskedQuestion(question.id(), options));
			this.sofar = null;
			take(question, options, !aboutMassage || this.safetyComplete);
		}

		private void take(Question question, List<String> options, boolean required) {
			Answer answer = this.typed.get(question.id());
			if (answer instanceof Answer.Choice choice && !options.containsAll(choice.options())) {
				this.problems.add(new Problem(question.id(), Problem.Kind.UNKNOWN_OPTION,
						"Not among the choices that the earlier answers leave: " + String.join(", ", options) + "."));
			}
			else if (answer != null) {
				this.given.put(question.id(), answer);
				AnswerReader.this.code.add(this.bits, question.id(), answer);
			}
			else if (!this.handedIn.contains(question.id())) {
				if (required) {
					this.missing.add(question.id());
				}
				if (question.unansweredCountsAs() != null) {
					Answer counts = new Answer.Choice(List.of(question.unansweredCountsAs()));
					this.assumed.put(question.id(), counts);
					AnswerReader.this.code.add(this.bits, question.id(), counts);
				}
			}
		}

		private boolean isAsked(Question question, boolean aboutMassage, List<String> options) {
			return (!aboutMassage || this.planPossible) && (!question.choosesOneOfOffered() || options.size() > 1)
					&& (question.asked() == null || answers().hold(question.asked()));
		}

		private List<String> offered(Question question) {
			return question.options()
				.stream()
				.filter((option) -> option.offered() == null || answers().hold(option.offered()))
				.map(Option::id)
				.toList();
		}

		private Answers answers() {
			Answers answers = this.sofar;
			if (answers == null) {
				answers = new Answers(AnswerReader.this.base, this.given, this.assumed, this.bits.clone());
				this.sofar = answers;
			}
			return answers;
		}

	}

}
