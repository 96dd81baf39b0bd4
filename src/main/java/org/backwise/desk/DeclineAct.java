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

/** Decides against the plan. */
@Component
class DeclineAct implements DeskAct {

	private final Cases cases;

	DeclineAct(Cases cases) {
		this.cases = cases;
	}

	@Override
	public Act act() {
		return Act.DECLINE;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		DeskAct.reason(problems, typed, Reason.DECLINE);
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		return file.standing().state().isChecked() ? List.of("stops-checked") : List.of();
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.cases.decline(file.sent().id(), typed.version(), by, typed.reason());
	}

}
