package org.backwise.care;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CheckInView.Suggestion;
import org.backwise.cases.CheckIn;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Offer;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Assessment.TechniqueChoice;

/** What the cautions of a check-in offer to change in a plan; a therapist decides it. */
final class PlanOffers {

	private PlanOffers() {
	}

	/** What a caution offers after a check-in; null when it offers nothing. */
	static @Nullable Suggestion of(FollowUp.Caution caution, CheckIn checkIn, KnowledgeBase base) {
		if (caution.offers() == Offer.TECHNIQUE) {
			return technique(checkIn, base);
		}
		return (caution.offers() == Offer.HABIT) ? habit(caution.cause(), checkIn, base) : null;
	}

	/** The one of the two that suit which was not used last; none that is left out. */
	private static @Nullable Suggestion technique(CheckIn checkIn, KnowledgeBase base) {
		TechniqueChoice choice = checkIn.decision().technique();
		return (choice == null) ? null
				: Stream.of(choice.primary(), choice.alternative())
					.filter(Objects::nonNull)
					.filter((id) -> !id.equals(checkIn.course().lastTechnique()) && !choice.excluded().containsKey(id))
					.findFirst()
					.map((id) -> new Suggestion(Offer.TECHNIQUE, id, base.technique(id).name()))
					.orElse(null);
	}

	/** The one that the client chose, or the first against a cause. */
	private static @Nullable Suggestion habit(@Nullable String cause, CheckIn checkIn, KnowledgeBase base) {
		List<String> habits = (cause != null) ? base.techniques()
			.causes()
			.stream()
			.filter((one) -> one.id().equals(cause))
			.flatMap((one) -> one.contributors().stream())
			.toList() : chosen(checkIn, base);
		return habits.stream()
			.filter(base::hasHabit)
			.findFirst()
			.map((id) -> new Suggestion(Offer.HABIT, id, base.habit(id).name()))
			.orElse(null);
	}

	private static List<String> chosen(CheckIn checkIn, KnowledgeBase base) {
		return checkIn.answers()
			.stream()
			.filter((answer) -> answer.question().equals(base.roles().habit()))
			.flatMap((answer) -> answer.options().stream())
			.toList();
	}

}
