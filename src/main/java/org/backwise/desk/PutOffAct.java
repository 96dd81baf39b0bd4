package org.backwise.desk;

import java.util.List;

import org.springframework.stereotype.Component;

import org.backwise.care.PlanSteps;
import org.backwise.cases.Act;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;

/** Leaves the plan as it is, though a check-in proposes a step. */
@Component
class PutOffAct extends ReasonAct {

	private final PlanSteps steps;

	PutOffAct(PlanSteps steps, LifeCycle lifeCycle) {
		super(Act.PUT_OFF, lifeCycle);
		this.steps = steps;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		return DeskAct.isStricterStepWaiting(file) ? List.of("milder-step") : List.of();
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.steps.putOff(file.id(), typed.version(), by, typed.reason());
	}

}
