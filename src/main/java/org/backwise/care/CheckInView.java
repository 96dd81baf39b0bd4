package org.backwise.care;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.By;
import org.backwise.followup.Measures;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;

/**
 * A check-in as a therapist reads it.
 *
 * @param number its number among the rounds of its case
 * @param moment when it was made
 * @param by who gave the answers
 * @param at when it was sent
 * @param outcome what it led to
 * @param to what the phase is called that the plan moves to, null when it stays
 * @param findings the new findings, the most urgent first
 * @param rules the rules that held, the strictest outcome first
 * @param cautions what to mind at the next session
 * @param news answers that are new or changed since they were asked last, signs first
 * @param clear whether every list of signs was asked, and none was ticked
 * @param rest all other answers
 * @param altered answers altered before it was sent, with what was said first
 * @param reaction the words about the last massage, empty when they were not asked
 * @param measures how the client is, in numbers
 */
public record CheckInView(int number, Moment moment, By by, Instant at, Outcome outcome, @Nullable String to,
		List<Fired> findings, List<Fired> rules, List<Limit> cautions, List<Row> news, boolean clear, List<Row> rest,
		List<Row> altered, List<String> reaction, Measures measures) {

	/**
	 * A rule that held, or a finding.
	 *
	 * @param id its id
	 * @param title what it is about
	 * @param level the level of a finding, null for a rule of the check-in
	 * @param outcome what a rule of the check-in leads to, null for a finding
	 * @param source where it comes from
	 * @param sources its sources in words
	 */
	public record Fired(String id, String title, @Nullable Level level, @Nullable Outcome outcome, String source,
			List<String> sources) {
	}

	/**
	 * Something to mind.
	 *
	 * @param id id of the caution
	 * @param says what the therapist reads
	 * @param confirm whether it is ticked before a session counts as kept
	 * @param limits the rules that limit the plan newly, in words
	 * @param excludes the kinds of massage that it leaves out
	 * @param offer what it offers to change in the plan, null for nothing
	 */
	public record Limit(String id, String says, boolean confirm, List<String> limits, List<String> excludes,
			@Nullable PlanOffer offer) {
	}

	/**
	 * An answer.
	 *
	 * @param name what was asked, in a few words
	 * @param words the words chosen
	 * @param before the words chosen when it was asked last, empty for the first time
	 */
	public record Row(String name, List<String> words, List<String> before) {
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "check-in " + this.number;
	}

}
