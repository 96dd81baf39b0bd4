package org.backwise.followup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.MeasureSpace.Case;
import org.backwise.followup.MeasureSpace.Part;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Conditions;
import org.backwise.triage.Triage;

/**
 * Everything that can be said at a check-in: of all answers that the rules do not tell
 * apart, one. Every case of the measures is gone through, whatever came before it.
 */
class SaidSpace {

	/**
	 * What is said at a check-in, for all that no rule tells apart from it.
	 *
	 * @param coded the same as the rules read it
	 * @param answers the answers, and what is measured
	 * @param left what it leaves behind
	 * @param flare whether it has flared up
	 * @param tightAgain whether it is tight or stiff again
	 */
	record Said(Answers coded, Map<String, Answer> answers, Past.Left left, boolean flare, boolean tightAgain) {

		/** What it leaves behind, and what a story tells of it. */
		List<Object> effect() {
			return List.of(this.left, this.flare, this.tightAgain);
		}

	}

	private static final String WISH = "wish";

	private final KnowledgeBase questions;

	private final FollowUp.Roles roles;

	private final Triage checkIns;

	private final MeasureSpace measures;

	private final Conditions atoms;

	private final Answers nothing;

	SaidSpace(KnowledgeBase questions, FollowUp followUp, Triage checkIns, MeasureSpace measures,
			List<Condition> atoms) {
		this.questions = questions;
		this.roles = followUp.roles();
		this.checkIns = checkIns;
		this.measures = measures;
		this.atoms = checkIns.compile(atoms);
		this.nothing = checkIns.read(Map.of()).answers();
	}

	/** The questions whose answers are gone through. */
	boolean covers(String question) {
		return question.equals(WISH) || question.equals(this.roles.reaction()) || question.equals("moment")
				|| this.measures.parts().stream().anyMatch((part) -> part.questions().contains(question));
	}

	/** What can be said at a moment, when it was or was not well fourteen days ago. */
	Collection<Said> at(Moment moment, boolean sinceLong) {
		Answers asked = this.checkIns
			.read(Map.of("moment", moment.toString(), "massage-before", "yes", Situation.ACTIVITIES_NAMED, 1))
			.answers();
		List<List<Case>> parts = this.measures.parts().stream().map((part) -> cases(part, asked)).toList();
		List<Map<String, Answer>> reactions = answers(this.roles.reaction(), asked);
		List<Map<String, Answer>> wishes = answers(WISH, asked);
		Map<List<Object>, Said> found = new LinkedHashMap<>();
		for (Map<String, Answer> measured : measured(parts, sinceLong)) {
			for (Map<String, Answer> reaction : reactions) {
				for (Map<String, Answer> wish : wishes) {
					Map<String, Answer> all = new HashMap<>(measured);
					all.putAll(reaction);
					all.putAll(wish);
					Facts.choose(all, "moment", moment.toString());
					Answers coded = this.atoms.knowing(this.nothing, all);
					Said said = said(all, coded);
					found.putIfAbsent(List.of(this.atoms.holding(coded), said.left(), said.flare(), said.tightAgain()),
							said);
				}
			}
		}
		return found.values();
	}

	private Said said(Map<String, Answer> all, Answers coded) {
		boolean bad = all.get(this.roles.reaction()) instanceof Answer.Choice reaction
				&& this.roles.badReactions().containsAll(reaction.options());
		Past.Left left = new Past.Left(response(all), is(all, "settled"), is(all, "well"),
				all.containsKey(this.roles.tension()), bad, null, false);
		return new Said(coded, all, left, is(all, "flare"), is(all, "tight-again"));
	}

	private static Response response(Map<String, Answer> all) {
		String says = ((Answer.Choice) all.get("response")).options().get(0);
		return says.equals("no-response") ? Response.NONE
				: List.of(Response.values())
					.stream()
					.filter((one) -> one.toString().equals(says))
					.findFirst()
					.orElseThrow();
	}

	private static boolean is(Map<String, Answer> all, String fact) {
		return ((Answer.Choice) all.get(fact)).options().contains("yes");
	}

	/** Of the cases that fit what is asked, one for each that rules tell apart. */
	private List<Case> cases(Part part, Answers asked) {
		Map<List<Object>, Case> found = new LinkedHashMap<>();
		part.cases().stream().filter((one) -> fits(part, one, asked)).forEach((one) -> {
			BitSet holding = this.atoms.holding(this.atoms.knowing(this.nothing, one.facts()));
			found.putIfAbsent(List.of(holding, one.kind(), one.answers().keySet()), one);
		});
		return List.copyOf(found.values());
	}

	/** What is always asked is answered, and what never is is not. */
	private boolean fits(Part part, Case one, Answers asked) {
		Predicate<String> answered = one.answers()::containsKey;
		if (part.questions().equals(this.roles.activities())) {
			boolean named = !Integer.valueOf(0).equals(number(one));
			String first = this.roles.activities().get(0);
			return isAsked(first, asked) ? (answered.test(first) || !named)
					: (!answered.test(first) || mayBeAsked(first, asked));
		}
		return part.questions()
			.stream()
			.allMatch((question) -> isAsked(question, asked) ? answered.test(question)
					: (!answered.test(question) || mayBeAsked(question, asked)));
	}

	private static @Nullable Integer number(Case one) {
		return (one.facts().get(Situation.ACTIVITIES_NAMED) instanceof Answer.Amount amount) ? amount.value() : null;
	}

	private boolean isAsked(String question, Answers asked) {
		Condition when = this.questions.question(question).asked();
		return when == null || asked.hold(when);
	}

	private boolean mayBeAsked(String question, Answers asked) {
		Condition when = this.questions.question(question).asked();
		return when == null || asked.mayHold(when);
	}

	/** All answers to a question that rules tell apart, and none where it may be so. */
	private List<Map<String, Answer>> answers(String question, Answers asked) {
		List<Map<String, Answer>> found = new ArrayList<>();
		// before the first massage nobody is asked about the last one
		if (!isAsked(question, asked) || question.equals(this.roles.reaction())) {
			found.add(Map.of());
		}
		if (mayBeAsked(question, asked)) {
			this.questions.question(question)
				.options()
				.stream()
				.map(Option::id)
				.forEach((option) -> found.add(Map.of(question, new Answer.Choice(List.of(option)))));
		}
		Map<List<Object>, Map<String, Answer>> apart = new LinkedHashMap<>();
		found.forEach((answer) -> apart
			.putIfAbsent(List.of(this.atoms.holding(this.atoms.knowing(this.nothing, answer)), isBad(answer)), answer));
		return List.copyOf(apart.values());
	}

	private boolean isBad(Map<String, Answer> answer) {
		return answer.get(this.roles.reaction()) instanceof Answer.Choice reaction
				&& this.roles.badReactions().containsAll(reaction.options());
	}

	/** Everything that is measured, with the answers behind it, told apart by rules. */
	private Collection<Map<String, Answer>> measured(List<List<Case>> parts, boolean sinceLong) {
		Map<List<Object>, Map<String, Answer>> found = new LinkedHashMap<>();
		Map<List<Object>, Map<String, Answer>> together = new HashMap<>();
		for (Case pain : parts.get(0)) {
			for (Case activities : parts.get(1)) {
				for (Case felt : parts.get(2)) {
					for (Case stiffness : parts.get(3)) {
						List<Case> all = List.of(pain, activities, felt, stiffness);
						Map<String, Answer> facts = new HashMap<>(
								together.computeIfAbsent(all.stream().map(Case::kind).toList(),
										(kinds) -> this.measures.together(kinds, sinceLong)));
						all.forEach((one) -> {
							facts.putAll(one.facts());
							facts.putAll(one.answers());
						});
						BitSet holding = this.atoms.holding(this.atoms.knowing(this.nothing, facts));
						found.putIfAbsent(List.of(holding, said(facts, this.nothing).left(), is(facts, "flare"),
								is(facts, "tight-again")), facts);
					}
				}
			}
		}
		return found.values();
	}

}
