package org.backwise.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backwise.cases.CaseState;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;

/** One thing that a therapist can do with a case: its form and its command. */
interface DeskAct {

	Act act();

	/** What stands in the form at first. */
	default Map<String, String> begin(CaseFile file) {
		return Map.of();
	}

	/** Field to message key for everything that is wrong, in the order of the fields. */
	Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today);

	/** Message keys of what asks for a second look, though it is allowed. */
	default List<String> risks(DeskForm typed, CaseFile file) {
		return List.of();
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
