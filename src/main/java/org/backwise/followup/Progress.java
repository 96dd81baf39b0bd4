package org.backwise.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.Measures.Course;
import org.backwise.knowledge.FollowUp;

/**
 * Follows the check-ins of a course of care one by one, and measures. What a check-in
 * does not ask keeps its last value, and is never counted as better for it.
 */
class Progress {

	private final Sizes sizes;

	private final FollowUp.Roles roles;

	private final int activities;

	private int painAtStart;

	private int best;

	private int pain;

	private int activityAtStart;

	private int bestActivity;

	private int activity;

	private @Nullable Course felt;

	private @Nullable String tension;

	private @Nullable String movement;

	private boolean activitiesKnown;

	private Past past = Past.NONE;

	Progress(FollowUp followUp, int pain, int activities) {
		this.sizes = new Sizes(followUp);
		this.roles = followUp.roles();
		this.activities = activities;
		this.painAtStart = pain;
		this.best = pain;
		this.pain = pain;
	}

	/** Takes in a check-in that was made or missed. */
	void add(EarlierCheckIn earlier) {
		if (earlier.isMade()) {
			after(earlier.day(), earlier.answers());
		}
		else {
			this.past = this.past.missed();
		}
	}

	/** What the check-ins so far left behind. */
	Past past() {
		return this.past;
	}

	private void after(LocalDate day, Map<String, Object> answers) {
		Facts facts = facts(day, answers);
		Now now = now(answers);
		if (!this.past.begun() && now.pain != null) {
			this.painAtStart = now.pain;
			this.best = now.pain;
		}
		this.pain = facts.measures().pain().now();
		this.best = Math.min(this.best, this.pain);
		if (now.activity != null) {
			this.activityAtStart = this.activitiesKnown ? this.activityAtStart : now.activity;
			this.bestActivity = this.activitiesKnown ? Math.max(this.bestActivity, now.activity) : now.activity;
			this.activity = now.activity;
			this.activitiesKnown = true;
		}
		this.felt = facts.measures().felt();
		this.tension = (now.tension != null) ? now.tension : this.tension;
		this.movement = (now.movement != null) ? now.movement : this.movement;
		this.past = this.past.after(day,
				left(facts, now, this.roles.seen().equals(answers.get(this.roles.doctorSeen()))));
	}

	private Past.Left left(Facts facts, Now now, boolean doctorSeen) {
		Boolean slow = (now.habitDays != null) ? now.habitDays <= this.roles.slowHabit() : null;
		return new Past.Left(facts.measures().response(), facts.measures().settled(), facts.well(), now.tension != null,
				now.badReaction, slow, doctorSeen);
	}

	/** What is known when these answers have been given, too. */
	Facts facts(LocalDate day, Map<String, Object> answers) {
		Now now = now(answers);
		int painNow = Objects.requireNonNullElse(now.pain, this.pain);
		int start = (!this.past.begun() && now.pain != null) ? now.pain : this.painAtStart;
		int bestBefore = this.past.begun() ? this.best : start;
		int activityStart = (!this.activitiesKnown && now.activity != null) ? now.activity : this.activityAtStart;
		int activityBest = this.activitiesKnown ? this.bestActivity : activityStart;
		int activityNow = Objects.requireNonNullElse(now.activity, this.activity);
		Sizes.Pain pain = this.sizes.pain(start, bestBefore, painNow, now.pain != null);
		Sizes.Activities named = this.sizes.activities(this.activities, activityStart, activityBest, activityNow,
				now.activity != null);
		Course felt = this.sizes.felt(now.change, this.felt);
		Sizes.Stiffness stiffness = this.sizes.stiffness(now.tension, now.movement, this.tension, this.movement);
		Sizes.Together together = this.sizes.together(pain, named, felt, stiffness.loose());
		boolean wellLong = together.well() && this.past.isWellLong(day);
		boolean seen = this.roles.seen().equals(answers.get(this.roles.doctorSeen())) || !this.past.isDoctorDue(day);
		Measures measures = new Measures(
				new Measures.Pain(painNow, start, bestBefore, this.sizes.need(start), pain.course()),
				named.named() ? new Measures.Activities(activityNow, activityStart, activityBest, this.activities,
						named.course()) : null,
				felt, together.response(), together.settled(), together.flare());
		return new Facts(measures, stiffness.loose(), together.well(), wellLong, together.backToStart(),
				stiffness.again(), this.past, seen);
	}

	private Now now(Map<String, Object> answers) {
		Now now = new Now();
		now.pain = (answers.get(this.roles.pain()) instanceof Integer pain) ? pain : null;
		now.activity = activity(answers);
		now.change = (answers.get(this.roles.change()) instanceof String change) ? change : null;
		now.tension = (answers.get(this.roles.tension()) instanceof String tension) ? tension : null;
		now.movement = (answers.get(this.roles.movement()) instanceof String movement) ? movement : null;
		now.badReaction = answers.get(this.roles.reaction()) instanceof String reaction
				&& this.roles.badReactions().contains(reaction);
		now.habitDays = (answers.get(this.roles.habitDays()) instanceof Integer days) ? days : null;
		return now;
	}

	/** The sum, once all of them are answered. */
	private @Nullable Integer activity(Map<String, Object> answers) {
		int sum = 0;
		List<String> questions = this.roles.activities().subList(0, this.activities);
		for (String question : questions) {
			if (!(answers.get(question) instanceof Integer value)) {
				return null;
			}
			sum += value;
		}
		return questions.isEmpty() ? null : sum;
	}

	/** The answers of one check-in, as far as they are measured. */
	private static final class Now {

		private @Nullable Integer pain;

		private @Nullable Integer activity;

		private @Nullable String change;

		private @Nullable String tension;

		private @Nullable String movement;

		private boolean badReaction;

		private @Nullable Integer habitDays;

	}

}
