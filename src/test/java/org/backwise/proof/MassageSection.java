package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Variable;
import org.logicng.knowledgecompilation.bdds.BDD;

/**
 * Goes through the massage section completely. What the safety section says to it is a
 * handful of facts; sheets that agree in these form one start, counted by decision
 * diagrams. Answers to a massage question that no condition tells apart form one class.
 */
class MassageSection implements Condition.Fold<MassageSection.Part> {

	/**
	 * A practice's question with more options than this is not gone through one by one.
	 */
	private static final int MOST_OPTIONS = 18;

	private final AnswerSpace space;

	private final KnowledgeBase base;

	private final List<Formula> facts = new ArrayList<>();

	private final List<Condition.Atom> atoms = new ArrayList<>();

	private final List<Question> questions;

	private final List<Test> asked = new ArrayList<>();

	private final List<List<Test>> offered = new ArrayList<>();

	private final List<List<AnswerClass>> classes = new ArrayList<>();

	/** What can be said about a place in the walk: facts and atoms that hold. */
	interface Test {

		boolean on(Walk walk);

	}

	/** Answers to one question that no condition tells apart. */
	record AnswerClass(List<Option> chosen, long atoms, long count) {

	}

	/**
	 * Sheets of the safety section that say the same to the massage section.
	 *
	 * @param facts a bit for each fact that holds
	 * @param formula what makes such a sheet
	 * @param count how many there are
	 */
	record Start(long facts, Formula formula, BigInteger count) {

	}

	/** One place in the walk: a start, and a class of answers for each question asked. */
	static final class Walk {

		private long facts;

		private long atoms;

		private long count = 1;

		private final AnswerClass[] chosen;

		private Walk(int questions) {
			this.chosen = new AnswerClass[questions];
		}

		/** How many answers to the massage section stand at this place. */
		long count() {
			return this.count;
		}

		/** The only option chosen for a single question, null when it is not asked. */
		@Nullable String option(int question) {
			return (question >= 0 && this.chosen[question] != null) ? this.chosen[question].chosen.get(0).id() : null;
		}

	}

	MassageSection(AnswerSpace space) {
		this.space = space;
		this.base = space.base();
		this.questions = this.base.questions().stream().filter((question) -> !space.isSafety(question)).toList();
		for (Question question : this.questions) {
			this.asked.add((question.asked() != null) ? test(question.asked()) : (walk) -> true);
			this.offered.add(question.options().stream().map((option) -> offered(option)).toList());
		}
	}

	private Test offered(Option option) {
		return (option.offered() != null) ? test(option.offered()) : (walk) -> true;
	}

	int place(String question) {
		return this.questions.stream().map(Question::id).toList().indexOf(question);
	}

	/** A fact that the safety section alone decides. */
	Test fact(Formula formula) {
		if (!this.facts.contains(formula)) {
			this.facts.add(formula);
		}
		long bit = 1L << this.facts.indexOf(formula);
		return (walk) -> (walk.facts & bit) != 0;
	}

	/** A condition; all of them have to be named before the walk. */
	Test test(Condition condition) {
		return condition.fold(this).test().get();
	}

	/**
	 * A condition, or a part of one.
	 *
	 * @param safety what it says, when the safety section alone decides it
	 * @param test makes the test
	 */
	record Part(@Nullable Formula safety, Supplier<Test> test) {

	}

	private Part safety(Formula formula) {
		return new Part(formula, () -> fact(formula));
	}

	@Override
	public Part all(List<Part> parts) {
		if (parts.stream().allMatch((part) -> part.safety() != null)) {
			return safety(this.space.factory().and(parts.stream().map(Part::safety).toList()));
		}
		return new Part(null, () -> {
			Test[] tests = parts.stream().map((part) -> part.test().get()).toArray(Test[]::new);
			return (walk) -> Arrays.stream(tests).allMatch((part) -> part.on(walk));
		});
	}

	@Override
	public Part any(List<Part> parts) {
		if (parts.stream().allMatch((part) -> part.safety() != null)) {
			return safety(this.space.factory().or(parts.stream().map(Part::safety).toList()));
		}
		return new Part(null, () -> {
			Test[] tests = parts.stream().map((part) -> part.test().get()).toArray(Test[]::new);
			return (walk) -> Arrays.stream(tests).anyMatch((part) -> part.on(walk));
		});
	}

	@Override
	public Part chose(Condition.Chose chose) {
		return atom(chose);
	}

	@Override
	public Part anySign(Condition.AnySign sign) {
		return atom(sign);
	}

	@Override
	public Part within(Condition.Within within) {
		return atom(within);
	}

	private Part atom(Condition.Atom atom) {
		if (this.space.isSafety(this.base.question(atom.question()))) {
			return safety(this.space.conditions().of(atom));
		}
		return new Part(null, () -> {
			if (!this.atoms.contains(atom)) {
				this.atoms.add(atom);
			}
			long bit = 1L << this.atoms.indexOf(atom);
			return (walk) -> (walk.atoms & bit) != 0;
		});
	}

	/** Whether the section is small enough to be gone through completely. */
	boolean isSmallEnough() {
		return this.facts.size() <= Long.SIZE && this.atoms.size() <= Long.SIZE && this.questions.stream()
			.allMatch((question) -> question.kind() != Kind.NUMBER && question.options().size() <= MOST_OPTIONS);
	}

	/** The starts that exist, with their counts. */
	List<Start> starts(SheetCounter counter) {
		this.classes.clear();
		this.questions.forEach((question) -> this.classes.add(classes(question)));
		List<Start> found = new ArrayList<>();
		BDD sheets = counter.diagram(this.space.validSafety()).and(counter.diagram(this.space.planPossible()));
		List<BDD> diagrams = this.facts.stream().map(counter::diagram).toList();
		split(sheets, 0, 0, diagrams, counter, found);
		return found;
	}

	private void split(BDD sheets, int next, long held, List<BDD> diagrams, SheetCounter counter, List<Start> found) {
		if (sheets.isContradiction()) {
			return;
		}
		if (next == diagrams.size()) {
			List<Formula> parts = new ArrayList<>();
			for (int i = 0; i < next; i++) {
				parts.add((held >> i & 1) != 0 ? this.facts.get(i) : this.space.factory().not(this.facts.get(i)));
			}
			found.add(new Start(held, this.space.factory().and(parts), counter.count(sheets, safetyVariables())));
			return;
		}
		split(sheets.and(diagrams.get(next)), next + 1, held | 1L << next, diagrams, counter, found);
		split(sheets.and(diagrams.get(next).negate()), next + 1, held, diagrams, counter, found);
	}

	private int safetyVariables() {
		return this.base.questions()
			.stream()
			.filter(this.space::isSafety)
			.mapToInt((question) -> this.space.variables(question).size())
			.sum();
	}

	private List<AnswerClass> classes(Question question) {
		Map<Object, AnswerClass> found = new LinkedHashMap<>();
		for (List<Option> answer : answers(question)) {
			long held = 0;
			for (int i = 0; i < this.atoms.size(); i++) {
				held |= holds(this.atoms.get(i), question, answer) ? 1L << i : 0;
			}
			Object key = (question.kind() == Kind.SINGLE) ? answer : held;
			found.merge(key, new AnswerClass(answer, held, 1),
					(one, other) -> new AnswerClass(
							(other.chosen.size() < one.chosen.size()) ? other.chosen : one.chosen, one.atoms,
							one.count + other.count));
		}
		return List.copyOf(found.values());
	}

	private static List<List<Option>> answers(Question question) {
		if (question.kind() == Kind.SINGLE) {
			return question.options().stream().map(List::of).toList();
		}
		List<List<Option>> found = new ArrayList<>();
		List<Option> joining = question.options().stream().filter((option) -> !option.excludesOthers()).toList();
		for (int bits = 1; bits < 1 << joining.size(); bits++) {
			List<Option> answer = new ArrayList<>();
			for (int i = 0; i < joining.size(); i++) {
				if ((bits >> i & 1) != 0) {
					answer.add(joining.get(i));
				}
			}
			found.add(answer);
		}
		question.options().stream().filter(Option::excludesOthers).forEach((option) -> found.add(List.of(option)));
		return found;
	}

	private static boolean holds(Condition.Atom atom, Question question, List<Option> answer) {
		if (!atom.question().equals(question.id())) {
			return false;
		}
		long met = answer.stream().map(Option::id).filter(atom.options(question)::contains).count();
		return met > 0 && (!(atom instanceof Condition.Within within) || (met >= within.from() && met <= within.to()));
	}

	/** Goes through every way of answering the section from one start. */
	void walk(Start start, Consumer<Walk> visitor) {
		Walk walk = new Walk(this.questions.size());
		walk.facts = start.facts();
		step(walk, 0, visitor);
	}

	private void step(Walk walk, int question, Consumer<Walk> visitor) {
		if (question == this.questions.size()) {
			visitor.accept(walk);
			return;
		}
		boolean choosing = this.questions.get(question).choosesOneOfOffered();
		List<Test> offers = this.offered.get(question);
		if (!this.asked.get(question).on(walk)
				|| choosing && offers.stream().filter((test) -> test.on(walk)).count() < 2) {
			walk.chosen[question] = null;
			step(walk, question + 1, visitor);
			return;
		}
		long atomsBefore = walk.atoms;
		long countBefore = walk.count;
		List<AnswerClass> all = this.classes.get(question);
		for (int i = 0; i < all.size(); i++) {
			if (!choosing || offers.get(i).on(walk)) {
				AnswerClass answer = all.get(i);
				walk.chosen[question] = answer;
				walk.atoms = atomsBefore | answer.atoms();
				walk.count = countBefore * answer.count();
				step(walk, question + 1, visitor);
			}
		}
		walk.chosen[question] = null;
		walk.atoms = atomsBefore;
		walk.count = countBefore;
	}

	/** The massage answers of a place, the smallest of each class. */
	Map<String, Object> answers(Walk walk) {
		Map<String, Object> answers = new LinkedHashMap<>();
		for (int i = 0; i < this.questions.size(); i++) {
			if (walk.chosen[i] != null) {
				List<String> ids = walk.chosen[i].chosen().stream().map(Option::id).toList();
				answers.put(this.questions.get(i).id(),
						(this.questions.get(i).kind() == Kind.SINGLE) ? ids.get(0) : ids);
			}
		}
		return answers;
	}

	/** How many answers stand out at a place. */
	int size(Walk walk) {
		int size = 0;
		for (AnswerClass answer : walk.chosen) {
			size += (answer == null) ? 0 : (int) answer.chosen().stream().filter((o) -> !o.excludesOthers()).count();
		}
		return size;
	}

	/** What makes a sheet that stands at a place. */
	Formula formula(Start start, Walk walk) {
		List<Formula> parts = new ArrayList<>();
		parts.add(start.formula());
		for (int i = 0; i < this.questions.size(); i++) {
			Question question = this.questions.get(i);
			List<String> chosen = (walk.chosen[i] == null) ? List.of()
					: walk.chosen[i].chosen().stream().map(Option::id).toList();
			for (Option option : question.options()) {
				Variable variable = this.space.option(question, option.id());
				parts.add(chosen.contains(option.id()) ? variable : variable.negate());
			}
		}
		return this.space.factory().and(parts);
	}

}
