package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.backwise.plan.Cases;
import org.backwise.plan.Reason;
import org.backwise.plan.Standing.Act;
import org.backwise.plan.Therapist;

/** Lets the plan stand. */
@Component
class ApproveAct implements DeskAct {

	private final Cases cases;

	ApproveAct(Cases cases) {
		this.cases = cases;
	}

	@Override
	public Act act() {
		return Act.APPROVE;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		DeskAct.tooLong(problems, typed, "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		return DeskAct.risksOfPlan(file);
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.cases.approve(file.sent().id(), typed.version(), by,
				new Reason("approved", typed.textOrNull("why"), typed.textOrNull("note")));
	}

}
