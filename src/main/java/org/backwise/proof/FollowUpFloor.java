package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Timing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Notices.Again;

/**
 * How long a client has to wait, how often they are asked, what of them is kept in mind,
 * and what is minded or left to somebody's decision: a practice's own folder may be
 * stricter, and nobody can sign that it is milder. What a check-in leads to is promised
 * elsewhere, see {@link FollowUpProofs}.
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
			least.cautions().forEach((caution) -> caution(caution, own.followUp()));
			least.rules().stream().filter(CareRules.Rule::isLeftToClient).forEach((rule) -> left(rule, own.followUp()));
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

	/** Conditions are compared as they are written. */
	private void caution(CareRules.Caution floor, FollowUp own) {
		String name = "caution " + floor.id();
		CareRules.Caution other = own.cautions()
			.stream()
			.filter((one) -> one.id().equals(floor.id()))
			.findFirst()
			.orElse(null);
		if (other == null) {
			milder(name, "it is missing.");
			return;
		}
		if (!isAsWide(floor.when(), other.when())) {
			milder(name, "it may hold for more people only when the condition stays, as one part of an “any”.");
		}
		if (floor.isConfirmed() && !other.isConfirmed()) {
			milder(name, "no therapist ticks it before the session.");
		}
		missing(name, "it no longer leaves out", floor.excludes(), other.excludes());
		if (floor.as() != null && !floor.as().equals(other.as())) {
			milder(name, "it no longer leaves out what " + floor.as() + " leaves out.");
		}
		missing(name, "no therapist decides in the phase", floor.decidedIn(), other.decidedIn());
	}

	private void missing(String name, String why, List<String> floor, List<String> own) {
		floor.stream().filter((one) -> !own.contains(one)).forEach((one) -> milder(name, why + " “" + one + "”."));
	}

	private static boolean isAsWide(Condition floor, Condition own) {
		if (floor.equals(own)) {
			return true;
		}
		if (floor instanceof Condition.AnyOf any && any.parts().stream().allMatch((part) -> isAsWide(part, own))) {
			return true;
		}
		return own instanceof Condition.AnyOf any && any.parts().stream().anyMatch((part) -> isAsWide(floor, part));
	}

	private void left(CareRules.Rule floor, FollowUp own) {
		if (own.rules().stream().noneMatch((rule) -> rule.id().equals(floor.id()) && rule.isLeftToClient())) {
			milder("rule " + floor.id(), "the client is no longer asked whether to finish or to go on.");
		}
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
