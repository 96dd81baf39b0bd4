package org.backwise.triage;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.triage.Assessment.Habit;
import org.jspecify.annotations.Nullable;

/**
 * Says which small habit goes with a plan: the one the client chose, otherwise the first
 * one of the main cause, and without any the one for everybody.
 */
class HabitChooser {

	private final List<Choice> byClient = new ArrayList<>();

	private final List<Choice> byRule = new ArrayList<>();

	private final Habit otherwise;

	/** A habit and when it is the one. */
	private record Choice(BitTest when, Habit habit) {

	}

	HabitChooser(KnowledgeBase base, List<PlanGuide.Habit> habits, String question, AnswerCode code) {
		String contributors = base.roles().contributors();
		String mainCause = base.roles().mainCause();
		String last = "";
		for (PlanGuide.Habit habit : habits) {
			if (habit.isOtherwise()) {
				last = habit.id();
				continue;
			}
			this.byClient.add(new Choice(code.test(new Condition.Chose(question, List.of(habit.id()))),
					new Habit(habit.id(), Habit.ChosenBy.CLIENT)));
			Condition ticked = new Condition.Chose(contributors, List.of(habit.id()));
			cause(base, habit.id()).ifPresent((cause) -> this.byRule.add(new Choice(
					code.test(
							new Condition.AllOf(List.of(ticked, new Condition.Chose(mainCause, List.of(cause.id()))))),
					new Habit(habit.id(), Habit.ChosenBy.RULE))));
		}
		// With one cause only there is no main one to be chosen, and the first that is
		// ticked counts.
		for (PlanGuide.Habit habit : habits) {
			if (!habit.isOtherwise()) {
				this.byRule.add(new Choice(code.test(new Condition.Chose(contributors, List.of(habit.id()))),
						new Habit(habit.id(), Habit.ChosenBy.RULE)));
			}
		}
		this.otherwise = new Habit(last, Habit.ChosenBy.RULE);
	}

	private static java.util.Optional<Cause> cause(KnowledgeBase base, String contributor) {
		return base.techniques()
			.causes()
			.stream()
			.filter((cause) -> cause.contributors().contains(contributor))
			.findFirst();
	}

	Habit of(long[] bits) {
		Habit chosen = first(this.byClient, bits);
		Habit found = (chosen != null) ? chosen : first(this.byRule, bits);
		return (found != null) ? found : this.otherwise;
	}

	private static @Nullable Habit first(List<Choice> choices, long[] bits) {
		for (Choice choice : choices) {
			if (choice.when().holds(bits)) {
				return choice.habit();
			}
		}
		return null;
	}

}
