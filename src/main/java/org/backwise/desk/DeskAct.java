package org.backwise.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.cases.CaseState;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;
import org.backwise.knowledge.FollowUp.Outcome;

/** One thing that a therapist can do with a case: its form and its command. */
interface DeskAct {

	/** How the box for the limits of a plan is called. */
	String READ = "read";

	Act act();

	/** Every act that its form can lead to. */
	default Set<Act> takes() {
		return Set.of(act());
	}

	/** The coded reasons that fit how the case stands. */
	default List<String> reasons(CaseFile file) {
		return act().reasons();
	}

	/** What stands in the form at first. */
	default Map<String, String> begin(CaseFile file, LocalDate today) {
		return Map.of();
	}

	/** What its form shows beside the case. */
	default Map<String, Object> shown(CaseFile file) {
		return Map.of();
	}

	/** Field to message key for everything that is wrong, in the order of the fields. */
	Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today);

	/** Message keys of what asks for a second look, though it is allowed. */
	default List<String> risks(DeskForm typed, CaseFile file) {
		return List.of();
	}

	/**
	 * Whether it gives sessions days or brings them back, so that they may meet others.
	 */
	default boolean laysSessions() {
		return false;
	}

	void take(DeskForm typed, CaseFile file, Therapist by);

	/** What goes for every decision to let a plan stand. */
	static List<String> risksOfPlan(CaseFile file) {
		List<String> risks = new ArrayList<>();
		if (file.standing().isComplementary()) {
			risks.add("complementary");
		}
		if (file.hasChangedSafetyAnswers()) {
			risks.add("changed-answers");
		}
		if (file.standing().state() == CaseState.DECLINED) {
			risks.add("declined-before");
		}
		return risks;
	}

	/** Whether a step that a check-in proposes is stricter than to go on. */
	static boolean isStricterStepWaiting(CaseFile file) {
		return file.step() != null && file.step().outcome().isStricterThan(Outcome.GO_ON);
	}

	/**
	 * The limits have to be ticked as seen before a plan stands, once for all of them.
	 */
	static void unread(Map<String, String> problems, DeskForm typed, CaseFile file) {
		if (!file.toRead().isEmpty() && !typed.text(READ).equals("true")) {
			problems.put(READ, READ);
		}
	}

	/** A day from one on that is not too far away. */
	static void day(Map<String, String> problems, DeskForm typed, String field, LocalDate from, LocalDate to) {
		LocalDate day = typed.date(field).orElse(null);
		if (day == null) {
			problems.put(field, "first-day");
		}
		else if (day.isBefore(from)) {
			problems.put(field, "past");
		}
		else if (day.isAfter(to)) {
			problems.put(field, "far");
		}
	}

	/** The texts that are too long. */
	static void tooLong(Map<String, String> problems, DeskForm typed, String... fields) {
		for (String field : fields) {
			if (typed.isTooLong(field, DeskForm.LONGEST_TEXT)) {
				problems.putIfAbsent(field, "long");
			}
		}
	}

	/** A coded reason must be chosen; "other" needs words. */
	static void reason(Map<String, String> problems, DeskForm typed, List<String> codes) {
		if (!codes.contains(typed.text("reason"))) {
			problems.put("reason", "reason");
		}
		else if (typed.text("reason").equals("other") && typed.text("words").isEmpty()) {
			problems.put("words", "words");
		}
	}

}
