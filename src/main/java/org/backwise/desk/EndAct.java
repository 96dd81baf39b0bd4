package org.backwise.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.backwise.care.PlanEnds;
import org.backwise.cases.Act;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;

/** Ends the care, for a reason that no check-in contradicts. */
@Component
class EndAct extends ReasonAct {

	private final PlanEnds ends;

	EndAct(PlanEnds ends, LifeCycle lifeCycle) {
		super(Act.END, lifeCycle);
		this.ends = ends;
	}

	@Override
	public List<String> reasons(CaseFile file) {
		return this.ends.reasons(file.theCase());
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = super.problems(typed, file, today);
		if (act().reasons().contains(typed.text("reason"))) {
			problems.computeIfPresent("reason", (field, problem) -> "against-check-in");
		}
		return problems;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.ends.end(file.id(), typed.version(), by, typed.reason());
	}

}
