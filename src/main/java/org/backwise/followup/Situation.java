package org.backwise.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Reading;

/**
 * What is known when a check-in begins, so that its questions and rules can speak of it.
 */
class Situation {

	/** The questions that the merged answers ask and hold no answer to. */
	static final String STILL_OPEN = "still-open";

	/** The questions that made the care wait, when the client comes back. */
	static final String WAITED_FOR = "waited-for";

	static final String ACTIVITIES_NAMED = "activities-named";

	private static final String NEW_LIMIT = "new-limit";

	private static final int MOST = 99;

	private static final int MOST_WEEKS = 999;

	private static final int OVER_6_WEEKS = 42;

	private final KnowledgeBase base;

	private final FollowUp followUp;

	private final Set<String> reopened;

	Situation(KnowledgeBase base, FollowUp followUp) {
		this.base = base;
		this.followUp = followUp;
		this.reopened = Set.copyOf(followUp.facts()
			.stream()
			.filter((fact) -> fact.id().equals(STILL_OPEN))
			.flatMap((fact) -> fact.options().stream())
			.map(FollowUp.FactOption::id)
			.toList());
	}

	/** The check-ins so far, measured. */
	Progress progress(Episode episode) {
		Object pain = episode.intake().get(this.followUp.roles().pain());
		Progress progress = new Progress(this.followUp, (pain instanceof Integer number) ? number : 0,
				episode.activities());
		episode.before().forEach(progress::add);
		return progress;
	}

	Map<String, Object> facts(Episode episode, Map<String, Object> known, CheckInSheet sheet, Past past) {
		Map<String, Object> facts = new LinkedHashMap<>();
		Object age = episode.intake().get(this.base.roles().age());
		if (age != null) {
			facts.put(this.base.roles().age(), age);
		}
		facts.put("moment", sheet.moment().toString());
		facts.put("phase", episode.phase());
		for (PlanGuide.Phase phase : this.base.plan().phases()) {
			facts.put(phase.id() + "-kept", Math.min(MOST, episode.kept(phase.id())));
		}
		facts.put("step-backs", Math.min(MOST, episode.stepBacks()));
		facts.put("missing-lately", past.missingLately());
		facts.put("weeks-since-whole",
				(int) Math.min(MOST_WEEKS, ChronoUnit.WEEKS.between(since(episode, sheet.day()), sheet.day())));
		facts.put(ACTIVITIES_NAMED, episode.activities());
		facts.put("complementary-plan", yes(episode.complementary()));
		facts.put("sensitised-plan", yes(episode.sensitised()));
		facts.put("pain-free-plan", yes(episode.intake().get(this.followUp.roles().pain()) == null));
		facts.put("fresh-questionnaire", yes(isFresh(episode.intakeDay(), sheet.day())));
		facts.put("massage-before", yes(episode.hasBegun()));
		facts.put("heat-last", yes(this.followUp.roles().warm().equals(episode.lastTechnique())));
		facts.put("health-told", yes(hasToldHealth(known)));
		facts.put("pain-over-6-weeks", yes(isOverSixWeeks(episode, sheet.day())));
		facts.put("doctor-due", yes(episode.complementary() && past.isDoctorDue(sheet.day())));
		facts.put("slow-habit-before", yes(past.slowHabit()));
		List<String> cleared = episode.cleared()
			.stream()
			.map(Episode.ClearedFinding::rule)
			.filter((rule) -> this.base.referral(rule).cleared() != null)
			.distinct()
			.toList();
		if (!cleared.isEmpty()) {
			facts.put(CheckInQuestions.CLEARED, cleared);
		}
		return facts;
	}

	/**
	 * Adds what the merged answers ask and hold no answer to; false when nothing is new.
	 */
	boolean opens(Reading safety, Reading now, Set<String> open) {
		return safety.missing()
			.stream()
			.filter(this.reopened::contains)
			.filter((question) -> !now.asks(question))
			.filter(open::add)
			.count() > 0;
	}

	/** A finding that a doctor knows is gone, the same or better. */
	boolean isNoWorse(Set<String> answer) {
		List<String> options = this.followUp.known().options().stream().map(Option::id).limit(2).toList();
		return !answer.isEmpty() && options.containsAll(answer);
	}

	boolean isAboutLimits(CareRules.Caution caution) {
		return caution.when().questions().contains(NEW_LIMIT);
	}

	private boolean isFresh(@Nullable LocalDate intake, LocalDate day) {
		return intake != null && ChronoUnit.DAYS.between(intake, day) <= this.followUp.timing().freshQuestionnaire();
	}

	private boolean hasToldHealth(Map<String, Object> known) {
		for (String id : this.followUp.roles().health()) {
			Question question = this.base.question(id);
			if (known.get(id) instanceof List<?> options && question.options()
				.stream()
				.anyMatch((option) -> !option.excludesOthers() && options.contains(option.id()))) {
				return true;
			}
		}
		return false;
	}

	/** The day from which it may be so; what is not known counts as long. */
	private boolean isOverSixWeeks(Episode episode, LocalDate day) {
		Integer after = this.followUp.roles()
			.longLasting()
			.get(String.valueOf(episode.intake().get(this.followUp.roles().duration())));
		if (after == null) {
			return false;
		}
		return ChronoUnit.DAYS.between(since(episode, day), day) >= after;
	}

	/**
	 * The day of the questionnaire, never after today. When nobody knows it, it was
	 * answered no later than the first check-in was due.
	 */
	private static LocalDate since(Episode episode, LocalDate day) {
		LocalDate since = Objects.requireNonNullElse(episode.intakeDay(),
				episode.before().isEmpty() ? day : episode.before().get(0).day());
		return since.isAfter(day) ? day : since;
	}

	private static String yes(boolean holds) {
		return holds ? "yes" : "no";
	}

}
