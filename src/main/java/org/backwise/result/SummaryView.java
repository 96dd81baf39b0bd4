package org.backwise.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession;
import org.backwise.cases.AnsweredQuestion;
import org.backwise.cases.CheckIn;
import org.backwise.followup.Measures;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Questionnaire.Option;

/**
 * A course of care that is over, as the client and a doctor read it: only what was stored
 * at its time.
 *
 * @param from the day of the first session, null when there was none
 * @param to the day of the last one
 * @param sessions phase name to how many sessions took place
 * @param techniques the names of the techniques used
 * @param rows how the client was at the start, at each review and at the end
 * @param reactions how many check-ins told of a reaction
 * @param worst the worst of them in words, null for none
 * @param stops what stopped the care in between, and what came of it
 * @param habitDays the days of seven on which the habit was done, one for each check-in
 * @param why the rules that suggested the end, by their titles
 * @param better whether the client got better
 */
record SummaryView(@Nullable LocalDate from, @Nullable LocalDate to, Map<String, Integer> sessions,
		List<String> techniques, List<Row> rows, int reactions, @Nullable String worst, List<Stop> stops,
		List<Integer> habitDays, List<String> why, boolean better) {

	private static final Set<Moment> COUNTED = Set.of(Moment.START, Moment.REVIEW, Moment.RETURN, Moment.AFTER_4_WEEKS,
			Moment.AFTER_12_WEEKS);

	/**
	 * How the client was on a day.
	 *
	 * @param moment when it was said
	 * @param day the day
	 * @param pain the pain, 0 to 10
	 * @param activities the things that matter as a sum, null when none were named
	 * @param most the highest sum
	 * @param change how they felt since the plan began, in words, null when not asked
	 */
	record Row(String moment, LocalDate day, int pain, @Nullable Integer activities, int most,
			@Nullable String change) {

	}

	/**
	 * A check-in that stopped the care.
	 *
	 * @param level the level to which it led
	 * @param day the day
	 * @param titles what was found
	 * @param wentOn the day of the check-in after which the care went on, null for never
	 */
	record Stop(String level, LocalDate day, List<String> titles, @Nullable LocalDate wentOn) {

	}

	static SummaryView of(List<CheckIn> made, List<LiveSession> live, Map<Integer, String> given, KnowledgeBase base,
			KnowledgeBase asking, FollowUp followUp) {
		List<LiveSession> kept = live.stream().filter((session) -> session.state() == LiveSession.State.KEPT).toList();
		Map<String, Integer> sessions = new LinkedHashMap<>();
		for (PlanGuide.Phase phase : base.plan().phases()) {
			int count = (int) kept.stream().filter((one) -> one.session().phase().equals(phase.id())).count();
			if (count > 0) {
				sessions.put(phase.name(), count);
			}
		}
		CheckIn last = made.isEmpty() ? null : made.get(made.size() - 1);
		List<CheckIn> during = made.stream().filter((checkIn) -> !checkIn.isAfterCare()).toList();
		List<Option> reactions = reactions(made, asking, followUp);
		return new SummaryView(kept.isEmpty() ? null : kept.get(0).day(),
				kept.isEmpty() ? null : kept.get(kept.size() - 1).day(), sessions,
				kept.stream()
					.map((one) -> given.getOrDefault(one.number(), one.session().technique()))
					.map((id) -> base.technique(id).name())
					.distinct()
					.toList(),
				made.stream()
					.filter((checkIn) -> COUNTED.contains(checkIn.moment()) || checkIn.equals(last))
					.map((checkIn) -> row(checkIn, followUp))
					.toList(),
				reactions.size(),
				reactions.stream()
					.max((one, other) -> Integer.compare(order(one, asking, followUp), order(other, asking, followUp)))
					.map(Option::label)
					.orElse(null),
				stops(made, base, followUp),
				made.stream()
					.flatMap((checkIn) -> Optional
						.ofNullable((Integer) checkIn.sheet().get(followUp.roles().habitDays()))
						.stream())
					.toList(),
				during.isEmpty() ? List.of() : why(during.get(during.size() - 1), followUp),
				!during.isEmpty() && during.get(during.size() - 1).isBetter());
	}

	private static Row row(CheckIn checkIn, FollowUp followUp) {
		Measures measures = checkIn.decision().measures();
		Measures.Activities sums = measures.activities();
		String change = checkIn.answers()
			.stream()
			.filter((answer) -> answer.question().equals(followUp.roles().change()))
			.map(AnsweredQuestion::words)
			.map((words) -> String.join(", ", words))
			.findFirst()
			.orElse(null);
		return new Row(checkIn.moment().toString(), checkIn.day(), measures.pain().now(),
				(sums != null) ? sums.now() : null, (sums != null) ? 10 * sums.number() : 0, change);
	}

	/** Everything but the first answer, which says that it felt fine. */
	private static List<Option> reactions(List<CheckIn> made, KnowledgeBase asking, FollowUp followUp) {
		List<Option> reactions = new ArrayList<>();
		for (CheckIn checkIn : made) {
			Object said = checkIn.sheet().get(followUp.roles().reaction());
			asking.question(followUp.roles().reaction())
				.options()
				.stream()
				.skip(1)
				.filter((option) -> option.id().equals(said) && !option.id().equals(Questionnaire.NOT_SURE))
				.forEach(reactions::add);
		}
		return reactions;
	}

	private static int order(Option option, KnowledgeBase asking, FollowUp followUp) {
		return asking.question(followUp.roles().reaction()).options().indexOf(option);
	}

	private static List<Stop> stops(List<CheckIn> made, KnowledgeBase base, FollowUp followUp) {
		List<Stop> stops = new ArrayList<>();
		for (CheckIn checkIn : made) {
			if (!checkIn.decision().outcome().pauses()) {
				continue;
			}
			List<String> titles = new ArrayList<>();
			checkIn.decision().findings().forEach((found) -> titles.add(base.referral(found.rule()).title()));
			titles.addAll(titles.isEmpty() ? why(checkIn, followUp) : List.of());
			LocalDate wentOn = made.stream()
				.filter((later) -> later.number() > checkIn.number() && later.moment() == Moment.RETURN
						&& !later.decision().outcome().pauses())
				.map(CheckIn::day)
				.findFirst()
				.orElse(null);
			stops.add(new Stop(Objects.requireNonNull(checkIn.decision().outcome().level()).toString(), checkIn.day(),
					List.copyOf(titles), wentOn));
		}
		return stops;
	}

	private static List<String> why(CheckIn checkIn, FollowUp followUp) {
		return followUp.rules()
			.stream()
			.filter((rule) -> rule.outcome() == checkIn.decision().outcome())
			.filter((rule) -> checkIn.decision().rules().stream().anyMatch((fired) -> fired.rule().equals(rule.id())))
			.map(CareRules.Rule::toClient)
			.distinct()
			.toList();
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "a summary";
	}

}
