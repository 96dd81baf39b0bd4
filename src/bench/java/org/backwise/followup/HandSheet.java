package org.backwise.followup;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.ContractSheet;

/**
 * A check-in as somebody would keep it who writes the rules by hand for speed: plain
 * fields, and what the earlier check-ins came to.
 */
class HandSheet {

	final boolean review;

	final boolean inCare;

	final int phase;

	final int weekly;

	final int fortnightly;

	final int monthly;

	final int stepBacks;

	final boolean sensitised;

	final boolean complementary;

	final boolean painFree;

	final int painStart;

	final int painBest;

	final int painNow;

	final int activities;

	final int activityStart;

	final int activityBest;

	final int activityNow;

	final boolean activityAsked;

	final Measures.Course felt;

	final boolean loose;

	final boolean tightAgain;

	final boolean worseBefore;

	final boolean badReactionBefore;

	final boolean slowHabitBefore;

	final int settledBefore;

	final boolean wellLong;

	final boolean doctorSeen;

	final int missingLately;

	final int weeksSinceWhole;

	final String afterLast;

	final List<?> afterKind;

	final String pressure;

	final String wish;

	final int stress;

	final int sleep;

	final int confidence;

	final int habitDays;

	final List<Finding> fresh;

	final List<String> known;

	final List<String> limits;

	final List<String> asked;

	final List<String> ignored;

	final ContractSheet massage;

	HandSheet(CheckInReading read, CheckInDecision decided, Facts facts, int missing) {
		Episode episode = read.episode();
		Map<String, Object> now = read.sheet().answers();
		Measures measures = decided.measures();
		Measures.Activities named = measures.activities();
		this.review = read.sheet().moment() == Moment.REVIEW;
		this.inCare = this.review || read.sheet().moment() == Moment.SESSION;
		this.phase = List.of("weekly", "fortnightly", "monthly").indexOf(episode.phase());
		this.weekly = episode.kept("weekly");
		this.fortnightly = episode.kept("fortnightly");
		this.monthly = episode.kept("monthly");
		this.stepBacks = episode.stepBacks();
		this.sensitised = episode.sensitised();
		this.complementary = episode.complementary();
		this.painFree = episode.intake().get("pain") == null;
		this.painStart = measures.pain().start();
		this.painBest = measures.pain().best();
		this.painNow = measures.pain().now();
		this.activities = (named != null) ? named.number() : 0;
		this.activityStart = (named != null) ? named.start() : 0;
		this.activityBest = (named != null) ? named.best() : 0;
		this.activityNow = (named != null) ? named.now() : 0;
		this.activityAsked = IntStream.rangeClosed(1, this.activities)
			.mapToObj((number) -> "activity-" + number)
			.allMatch((question) -> read.reading().asks(question) && now.get(question) != null);
		this.felt = measures.felt();
		this.loose = facts.loose();
		this.tightAgain = facts.tightAgain();
		this.worseBefore = facts.past().worse();
		this.badReactionBefore = facts.past().badReaction();
		this.slowHabitBefore = facts.past().slowHabit();
		this.settledBefore = facts.past().settledInARow();
		this.wellLong = facts.wellLong();
		this.doctorSeen = facts.doctorSeen();
		this.missingLately = missing;
		this.weeksSinceWhole = (int) Math.max(0,
				ChronoUnit.WEEKS.between(episode.intakeDay(), read.sheet().day()));
		this.afterLast = (String) now.get("after-last");
		this.afterKind = read.reading().asks("after-kind") ? (List<?>) now.get("after-kind") : List.of();
		this.pressure = (String) now.get("pressure-last");
		this.wish = this.review ? (String) now.get("wish") : "";
		this.stress = this.review ? (Integer) now.get("stress") : 0;
		this.sleep = this.review ? (Integer) now.get("sleep") : 0;
		this.confidence = this.review ? (Integer) now.get("confidence") : 10;
		this.habitDays = (Integer) now.get("habit-days");
		this.fresh = read.fresh();
		this.known = read.known();
		this.limits = read.ready().limits();
		this.asked = decided.asked();
		this.ignored = decided.ignored();
		this.massage = new ContractSheet(read.ready().massage());
	}

}
