package org.backwise.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.Measures.Course;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.triage.Answer;

/**
 * Everything that can be measured, gone through number by number with the functions that
 * the decisions use: for a proof, which has to know what can be together.
 */
public final class MeasureSpace {

	private static final int HIGHEST = 10;

	private static final int MOST_ACTIVITIES = 3;

	private final Sizes sizes;

	private final FollowUp.Roles roles;

	private final KnowledgeBase questions;

	private final List<Part> parts;

	/**
	 * Goes through all numbers.
	 * @param base what the practice knows, with a follow-up
	 */
	public MeasureSpace(KnowledgeBase base) {
		this.questions = CheckInQuestions.of(base);
		FollowUp followUp = Objects.requireNonNull(base.followUp());
		this.sizes = new Sizes(followUp);
		this.roles = followUp.roles();
		this.parts = List.of(pain(), activities(), felt(), stiffness());
	}

	/**
	 * What a part of the measures can be, whatever came before.
	 *
	 * @param answers the answers to its questions; a question that is missing is not
	 * answered
	 * @param facts what is then known
	 * @param kind what the measures together read of it
	 */
	public record Case(Map<String, Answer> answers, Map<String, Answer> facts, Object kind) {
	}

	/**
	 * Two cases with the same past, by their places; the second is as bad or worse.
	 *
	 * @param one the first
	 * @param worse the second
	 */
	public record Step(int one, int worse) {
	}

	/**
	 * A part of the measures.
	 *
	 * @param questions its questions
	 * @param cases all it can be
	 * @param steps every way in which it can be worse, the past being the same
	 */
	public record Part(List<String> questions, List<Case> cases, Set<Step> steps) {
	}

	/**
	 * The parts, in the order in which {@link #together} takes them.
	 * @return pain, activities, how it feels, and stiffness
	 */
	public List<Part> parts() {
		return this.parts;
	}

	/**
	 * What is known of all parts together.
	 * @param kinds the kind of each part
	 * @param sinceLong whether it was well 14 days ago already
	 * @return facts with their answers
	 */
	public Map<String, Answer> together(List<Object> kinds, boolean sinceLong) {
		Sizes.Stiffness stiffness = (Sizes.Stiffness) kinds.get(3);
		Sizes.Together together = this.sizes.together((Sizes.Pain) kinds.get(0), (Sizes.Activities) kinds.get(1),
				(Course) kinds.get(2), stiffness.loose());
		return Facts.together(together, together.well() && sinceLong);
	}

	private Part pain() {
		Gathered found = new Gathered(List.of(this.roles.pain()));
		for (int start = 0; start <= HIGHEST; start++) {
			found.begin();
			for (int now = 0; now <= HIGHEST; now++) {
				pain(found, start, start, now, true);
			}
			for (int best = 0; best < start; best++) {
				found.begin();
				for (int now = 0; now <= HIGHEST; now++) {
					pain(found, start, best, now, true);
				}
			}
			for (int best = 0; best <= start; best++) {
				for (int now = best; now <= HIGHEST; now++) {
					found.begin();
					pain(found, start, best, now, false);
				}
			}
		}
		found.begin();
		for (int first = 0; first <= HIGHEST; first++) {
			pain(found, first, first, first, true);
		}
		return found.part();
	}

	private void pain(Gathered found, int start, int best, int now, boolean asked) {
		Sizes.Pain pain = this.sizes.pain(start, best, now, asked);
		found.add(List.of(now, asked, pain),
				() -> new Case(asked ? Map.of(this.roles.pain(), new Answer.Amount(now)) : Map.of(),
						Facts.pain(now, pain.course()), pain));
	}

	private Part activities() {
		Gathered found = new Gathered(this.roles.activities());
		for (int number = 0; number <= MOST_ACTIVITIES; number++) {
			int most = HIGHEST * number;
			for (int start = 0; start <= most; start++) {
				for (int best = start; best <= most; best++) {
					for (int now = 0; now <= best; now++) {
						found.begin();
						activities(found, number, start, best, now, false);
					}
					found.begin();
					for (int now = most; now >= 0 && number > 0; now--) {
						activities(found, number, start, best, now, true);
					}
				}
			}
			found.begin();
			for (int first = most; first >= 0 && number > 0; first--) {
				activities(found, number, first, first, first, true);
			}
		}
		return found.part();
	}

	private void activities(Gathered found, int number, int start, int best, int now, boolean asked) {
		Sizes.Activities named = this.sizes.activities(number, start, best, now, asked);
		found.add(List.of(number, asked, named), () -> {
			Map<String, Answer> answers = new HashMap<>();
			if (asked) {
				this.roles.activities()
					.subList(0, number)
					.forEach((question) -> answers.put(question, new Answer.Amount(now / number)));
			}
			Map<String, Answer> facts = Facts.activities(named.course());
			facts.put(Situation.ACTIVITIES_NAMED, new Answer.Amount(number));
			return new Case(Map.copyOf(answers), facts, named);
		});
	}

	private Part felt() {
		Gathered found = new Gathered(List.of(this.roles.change()));
		for (Course before : Course.values()) {
			found.begin();
			for (Option option : this.questions.question(this.roles.change()).options()) {
				felt(found, option.id(), before);
			}
			found.begin();
			felt(found, null, before);
		}
		return found.part();
	}

	private void felt(Gathered found, @Nullable String change, Course before) {
		Course felt = this.sizes.felt(change, before);
		Case one = new Case(given(this.roles.change(), change), Facts.felt(felt), felt);
		found.add(one, () -> one);
	}

	private Part stiffness() {
		Gathered found = new Gathered(List.of(this.roles.tension(), this.roles.movement()));
		List<@Nullable String> tensions = answers(this.roles.tension(), this.roles.tight());
		List<@Nullable String> movements = answers(this.roles.movement(), this.roles.stiff());
		for (String tensionBefore : tensions) {
			for (String movementBefore : movements) {
				for (String same : movements) {
					found.begin();
					tensions.forEach((tension) -> stiffness(found, tension, same, tensionBefore, movementBefore));
				}
				for (String same : tensions) {
					found.begin();
					movements.forEach((movement) -> stiffness(found, same, movement, tensionBefore, movementBefore));
				}
			}
		}
		return found.part();
	}

	/** None, then every answer, the bad one last. */
	private List<@Nullable String> answers(String question, String bad) {
		List<@Nullable String> found = new ArrayList<>();
		found.add(null);
		this.questions.question(question)
			.options()
			.stream()
			.map(Option::id)
			.filter((id) -> !id.equals(bad))
			.forEach(found::add);
		found.add(bad);
		return found;
	}

	private void stiffness(Gathered found, @Nullable String tension, @Nullable String movement,
			@Nullable String tensionBefore, @Nullable String movementBefore) {
		Sizes.Stiffness stiffness = this.sizes.stiffness(tension, movement, tensionBefore, movementBefore);
		Map<String, Answer> answers = new HashMap<>(given(this.roles.tension(), tension));
		answers.putAll(given(this.roles.movement(), movement));
		Case one = new Case(Map.copyOf(answers), Facts.stiffness(stiffness), stiffness);
		found.add(one, () -> one);
	}

	private static Map<String, Answer> given(String question, @Nullable String option) {
		return (option != null) ? Map.of(question, new Answer.Choice(List.of(option))) : Map.of();
	}

	/** Cases as they are gone through, each once; those after a beginning get worse. */
	private static final class Gathered {

		private final List<String> questions;

		private final Map<Object, Integer> places = new HashMap<>();

		private final List<Case> cases = new ArrayList<>();

		private final Set<Step> steps = new LinkedHashSet<>();

		private final Set<Integer> milder = new LinkedHashSet<>();

		private int last;

		Gathered(List<String> questions) {
			this.questions = questions;
		}

		void begin() {
			this.milder.clear();
			this.last = -1;
		}

		/** Adds a case, made once for all that are the same. */
		void add(Object same, Supplier<Case> one) {
			int place = this.places.computeIfAbsent(same, (key) -> {
				this.cases.add(one.get());
				return this.cases.size() - 1;
			});
			if (place != this.last) {
				this.milder.add(place);
				this.milder.forEach((before) -> step(before, place));
				this.last = place;
			}
		}

		/** Somebody who is not asked twice is not compared. */
		private void step(int before, int place) {
			if (this.cases.get(before).answers().keySet().equals(this.cases.get(place).answers().keySet())) {
				this.steps.add(new Step(before, place));
			}
		}

		Part part() {
			return new Part(this.questions, List.copyOf(this.cases), Set.copyOf(this.steps));
		}

	}

}
