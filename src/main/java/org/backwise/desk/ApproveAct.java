package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;

/** Lets the plan stand. */
@Component
class ApproveAct implements DeskAct {

	private final LifeCycle lifeCycle;

	ApproveAct(LifeCycle lifeCycle) {
		this.lifeCycle = lifeCycle;
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
		this.lifeCycle.take(file.id(), new Decision(Act.APPROVE, typed.version(), by,
				new Reason("approved", typed.textOrNull("why"), typed.textOrNull("note"))));
	}

}
