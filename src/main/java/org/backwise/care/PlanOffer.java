package org.backwise.care;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CheckIn;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CareRules.Offer;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * What a caution of a check-in offers to change in a plan; a therapist decides it.
 *
 * @param of whether it is about the technique or the habit
 * @param id id of the technique or the habit
 * @param name what it is called
 */
public record PlanOffer(Offer of, String id, String name) {

	/** What a caution offers after a check-in; null when it offers nothing. */
	static @Nullable PlanOffer of(CareRules.Caution caution, CheckIn checkIn, KnowledgeBase base) {
		if (caution.offers() == Offer.TECHNIQUE) {
			return technique(checkIn, base);
		}
		return (caution.offers() == Offer.HABIT) ? habit(caution.cause(), checkIn, base) : null;
	}

	/** The one of the two that suit which was not used last; none that is left out. */
	private static @Nullable PlanOffer technique(CheckIn checkIn, KnowledgeBase base) {
		TechniqueChoice choice = checkIn.decision().technique();
		return (choice == null) ? null
				: Stream.of(choice.primary(), choice.alternative())
					.filter(Objects::nonNull)
					.filter((id) -> !id.equals(checkIn.course().lastTechnique()) && !choice.excluded().containsKey(id))
					.findFirst()
					.map((id) -> new PlanOffer(Offer.TECHNIQUE, id, base.technique(id).name()))
					.orElse(null);
	}

	/** The one that the client chose, or the first against a cause. */
	private static @Nullable PlanOffer habit(@Nullable String cause, CheckIn checkIn, KnowledgeBase base) {
		List<String> habits = (cause != null) ? base.techniques()
			.causes()
			.stream()
			.filter((one) -> one.id().equals(cause))
			.flatMap((one) -> one.contributors().stream())
			.toList() : chosen(checkIn, base);
		return habits.stream()
			.filter(base::hasHabit)
			.findFirst()
			.map((id) -> new PlanOffer(Offer.HABIT, id, base.habit(id).name()))
			.orElse(null);
	}

	/**
	 * Whether a plan is so already.
	 * @param plan a plan
	 * @return true when there is nothing left to offer
	 */
	public boolean isIn(CarePlan plan) {
		return this.id.equals((this.of == Offer.HABIT) ? plan.habit() : plan.technique());
	}

	private static List<String> chosen(CheckIn checkIn, KnowledgeBase base) {
		return checkIn.answers()
			.stream()
			.filter((answer) -> answer.question().equals(base.roles().habit()))
			.flatMap((answer) -> answer.options().stream())
			.toList();
	}

}
