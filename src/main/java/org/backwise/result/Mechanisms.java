package org.backwise.result;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide.Story;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.CountedRow;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * How the pain may have come about: for this client, and in general.
 *
 * @param own the causes that the client ticked, the main one first
 * @param instead what is said when none was ticked, else nothing
 * @param others the causes that were not ticked
 * @param general what is said to everybody
 */
record Mechanisms(List<Own> own, List<Story> instead, List<Cause> others, List<Story> general) {

	/**
	 * A cause that the client ticked.
	 *
	 * @param ticked what was ticked of it, in the client's words
	 * @param text how it works
	 */
	record Own(List<String> ticked, String text) {

	}

	static Mechanisms of(TechniqueChoice choice, Answers answers, KnowledgeBase base) {
		String question = base.roles().contributors();
		Set<String> ticked = answers.chosen(question);
		List<String> main = choice.counted(CountedRow.Kind.CAUSE).filter(CountedRow::main).map(CountedRow::id).toList();
		List<Cause> causes = base.techniques().causes();
		List<Own> own = causes.stream()
			.filter((cause) -> isTicked(cause, ticked))
			.sorted(Comparator.comparing((Cause cause) -> !main.contains(cause.id())))
			.map((cause) -> new Own(base.question(question)
				.options()
				.stream()
				.filter((option) -> ticked.contains(option.id()) && cause.contributors().contains(option.id()))
				.map(Option::label)
				.toList(), cause.mechanism()))
			.toList();
		List<Story> instead = base.plan()
			.story()
			.stream()
			.filter((story) -> own.isEmpty() && story.isForNothingTicked())
			.toList();
		return new Mechanisms(own, instead, causes.stream().filter((cause) -> !isTicked(cause, ticked)).toList(),
				base.plan().story().stream().filter((story) -> !instead.contains(story)).toList());
	}

	private static boolean isTicked(Cause cause, Set<String> ticked) {
		return cause.contributors().stream().anyMatch(ticked::contains);
	}

}
