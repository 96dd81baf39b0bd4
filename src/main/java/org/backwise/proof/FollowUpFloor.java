package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Timing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Notices.Again;

/**
 * How long a client has to wait, how often they are asked and what of them is kept in
 * mind: a practice's own folder may be stricter, and nobody can sign that it is milder.
 */
class FollowUpFloor {

	private final List<Failure> broken = new ArrayList<>();

	/** What is milder than in the rules that come with Backwise; mostly nothing. */
	static List<Failure> broken(KnowledgeBase own) {
		return new FollowUpFloor().compared(Promises.builtIn(), own);
	}

	private List<Failure> compared(KnowledgeBase floor, KnowledgeBase own) {
		again(Objects.requireNonNull(floor.notices().again()), own.notices().again());
		FollowUp least = Objects.requireNonNull(floor.followUp());
		if (own.followUp() != null) {
			timing(least.timing(), own.followUp().timing());
			least.joined()
				.stream()
				.filter((question) -> !own.followUp().joined().contains(question))
				.forEach((question) -> milder("joined",
						"what was told of “" + question + "” is forgotten at the next check-in."));
		}
		return this.broken;
	}

	private void again(Again floor, @Nullable Again own) {
		if (own != null) {
			atLeast("after-hours", own.afterHours(), floor.afterHours());
		}
	}

	private void timing(Timing floor, Timing own) {
		atLeast("wait-hours", own.waitHours(), floor.waitHours());
		atLeast("step-back-days", own.stepBackDays(), floor.stepBackDays());
		atMost("holds-hours", own.holdsHours(), floor.holdsHours());
		atMost("fresh-questionnaire", own.freshQuestionnaire(), floor.freshQuestionnaire());
		atMost("longest-pause", own.longestPause(), floor.longestPause());
		atMost("whole-again", own.wholeAgain(), floor.wholeAgain());
		atMost("most-monthly", own.mostMonthly(), floor.mostMonthly());
		floor.lapses()
			.forEach((phase, days) -> atMost("lapses of " + phase, own.lapses().getOrDefault(phase, days), days));
		floor.reviews().forEach((phase, sessions) -> reviews(phase, sessions, own.reviews()));
	}

	private void reviews(String phase, List<Integer> sessions, Map<String, List<Integer>> own) {
		List<Integer> missing = new ArrayList<>(sessions);
		missing.removeAll(own.getOrDefault(phase, sessions));
		if (!missing.isEmpty()) {
			milder("reviews of " + phase, "no review stands before session " + missing.get(0) + ".");
		}
	}

	private void atLeast(String name, int own, int floor) {
		if (own < floor) {
			milder(name, "it is " + own + " and at least " + floor + ".");
		}
	}

	private void atMost(String name, int own, int floor) {
		if (own > floor) {
			milder(name, "it is " + own + " and at most " + floor + ".");
		}
	}

	private void milder(String name, String why) {
		this.broken
			.add(new Failure(null, "The setting “" + name + "” is milder than in the rules that come with Backwise: "
					+ why + " Nobody can sign for that.", List.of()));
	}

}
