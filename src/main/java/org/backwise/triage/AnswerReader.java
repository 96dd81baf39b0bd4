package org.backwise.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Reading.AskedQuestion;
import org.jspecify.annotations.Nullable;

/** The one place where untyped input becomes {@link Answers}. */
class AnswerReader {

	private static final int LONGEST_NAME = 60;

	private final KnowledgeBase base;

	private final AnswerCode code;

	private final RuleProgram referrals;

	private final Lifting lifting;

	/** The questions in order, by their id. */
	private final Map<String, QuestionStep> steps = new LinkedHashMap<>();

	AnswerReader(KnowledgeBase base, AnswerCode code, RuleProgram referrals, Lifting lifting) {
		this.base = base;
		this.code = code;
		this.referrals = referrals;
		this.lifting = lifting;
		for (Question question : base.questions()) {
			this.steps.put(question.id(), QuestionStep.of(question, base, code));
		}
	}

	Reading read(Map<String, ?> sheet, Set<String> cleared) {
		List<Problem> problems = new ArrayList<>();
		return new Walk(typed(sheet, problems), sheet.keySet(), problems, cleared).reading();
	}

	/** The good answers, asked or not, and what is wrong with the others. */
	Map<String, Answer> typed(Map<String, ?> sheet, List<Problem> problems) {
		Map<String, Answer> typed = new HashMap<>();
		for (String id : sheet.keySet()) {
			if (!this.steps.containsKey(id)) {
				problems.add(new Problem(shortened(id), Problem.Kind.UNKNOWN_QUESTION,
						"There is no question with this id."));
			}
		}
		for (QuestionStep step : this.steps.values()) {
			String id = step.question().id();
			if (sheet.containsKey(id)) {
				Answer answer = step.typed(sheet.get(id), problems);
				if (answer != null) {
					typed.put(id, answer);
				}
			}
		}
		return typed;
	}

	/** Answers to questions that are not asked, and that nothing in the sheet offers. */
	List<Problem> notOffered(Map<String, ?> sheet, List<String> ignored) {
		List<Problem> problems = new ArrayList<>();
		long[] bits = new long[this.code.words()];
		for (QuestionStep step : this.steps.values()) {
			String id = step.question().id();
			Answer answer = sheet.containsKey(id) ? step.typed(sheet.get(id), new ArrayList<>()) : null;
			if (answer != null && ignored.contains(id)) {
				List<String> offered = step.offered(bits).options();
				if (answer instanceof Answer.Choice choice && !offered.containsAll(choice.options())) {
					problems.add(notAmong(id, offered));
				}
			}
			if (answer != null) {
				this.code.add(bits, id, answer);
			}
		}
		return problems;
	}

	private static Problem notAmong(String question, List<String> offered) {
		return new Problem(question, Problem.Kind.UNKNOWN_OPTION,
				"Not among the choices that the earlier answers leave: " + String.join(", ", offered) + ".");
	}

	private static String shortened(String name) {
		boolean fits = name.codePointCount(0, name.length()) <= LONGEST_NAME;
		return fits ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
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

		private final long[] bits = new long[AnswerReader.this.code.words()];

		private final @Nullable Answer[] numbered = new Answer[AnswerReader.this.code.questions()];

		private final List<String> missing = new ArrayList<>();

		private final List<String> ignored = new ArrayList<>();

		private final List<AskedQuestion> asked = new ArrayList<>();

		private final Set<String> cleared;

		private boolean planPossible = true;

		private boolean safetyComplete = true;

		private boolean massageReached;

		Walk(Map<String, Answer> typed, Set<String> handedIn, List<Problem> problems, Set<String> cleared) {
			this.typed = typed;
			this.handedIn = handedIn;
			this.problems = problems;
			this.cleared = cleared;
		}

		Reading reading() {
			AnswerReader.this.steps.values().forEach(this::visit);
			Answers answers = new Answers(AnswerReader.this.base, this.given, this.assumed, this.bits, this.numbered);
			long[] fired = fired();
			return new Reading(answers, List.copyOf(this.problems), List.copyOf(this.missing),
					List.copyOf(this.ignored), List.copyOf(this.asked), AnswerReader.this.referrals.level(fired),
					this.cleared, AnswerReader.this.lifting.lifts(fired, this.cleared));
		}

		private long[] fired() {
			return AnswerReader.this.referrals.run(this.bits);
		}

		private void visit(QuestionStep step) {
			if (step.aboutMassage() && !this.massageReached) {
				this.massageReached = true;
				this.safetyComplete = this.missing.isEmpty() && this.problems.isEmpty();
				long[] fired = fired();
				this.planPossible = AnswerReader.this.referrals.level(fired) == null
						|| AnswerReader.this.lifting.lifts(fired, this.cleared);
			}
			AskedQuestion question = step.offered(this.bits);
			if (!isAsked(step, question.options())) {
				if (this.handedIn.contains(question.id()) && !restsOnMissing(step)) {
					this.ignored.add(question.id());
				}
				return;
			}
			this.asked.add(question);
			take(step.question(), question.options(), !step.aboutMassage() || this.safetyComplete);
		}

		private boolean isAsked(QuestionStep step, List<String> options) {
			return (!step.aboutMassage() || this.planPossible)
					&& (!step.question().choosesOneOfOffered() || options.size() > 1)
					&& (step.asked() == null || step.asked().holds(this.bits) || isAskedWithoutAPlace(step));
		}

		/**
		 * Once an emergency is certain answers may be missing. Without a place nobody has
		 * said that there is no pain.
		 */
		private boolean isAskedWithoutAPlace(QuestionStep step) {
			String location = AnswerReader.this.base.roles().location();
			if (!this.missing.contains(location) || !step.reads().contains(location)) {
				return false;
			}
			AnswerCode.Place place = AnswerReader.this.code.place(location);
			long[] anywhere = this.bits.clone();
			anywhere[place.word()] |= place.signs();
			return AnswerReader.this.referrals.level(fired()) == Level.EMERGENCY && step.asked() != null
					&& step.asked().holds(anywhere);
		}

		private boolean restsOnMissing(QuestionStep step) {
			return !this.missing.isEmpty() && step.reads().stream().anyMatch(this.missing::contains);
		}

		private void take(Question question, List<String> options, boolean required) {
			Answer answer = this.typed.get(question.id());
			if (answer instanceof Answer.Choice choice && !options.containsAll(choice.options())) {
				this.problems.add(notAmong(question.id(), options));
			}
			else if (answer != null) {
				this.given.put(question.id(), answer);
				this.numbered[AnswerReader.this.code.place(question.id()).number()] = answer;
				AnswerReader.this.code.add(this.bits, question.id(), answer);
			}
			else if (!this.handedIn.contains(question.id())) {
				if (required && !question.isOptional()) {
					this.missing.add(question.id());
				}
				if (question.unansweredCountsAs() != null) {
					Answer counted = new Answer.Choice(List.of(question.unansweredCountsAs()));
					this.assumed.put(question.id(), counted);
					AnswerReader.this.code.add(this.bits, question.id(), counted);
				}
			}
		}

	}

}
