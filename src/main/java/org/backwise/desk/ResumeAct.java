package org.backwise.desk;

import org.springframework.stereotype.Component;

import org.backwise.care.CarePlans;
import org.backwise.cases.Act;

/** Lets a plan that rested go on, with the same checks as an approval. */
@Component
class ResumeAct extends ApproveAct {

	ResumeAct(CarePlans plans) {
		super(plans);
	}

	@Override
	public Act act() {
		return Act.RESUME;
	}

}
