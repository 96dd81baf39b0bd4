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

/** Decides against the plan. */
@Component
class DeclineAct implements DeskAct {

	private final LifeCycle lifeCycle;

	DeclineAct(LifeCycle lifeCycle) {
		this.lifeCycle = lifeCycle;
	}

	@Override
	public Act act() {
		return Act.DECLINE;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		DeskAct.reason(problems, typed, Act.DECLINE.reasons());
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		return file.standing().state().isChecked() ? List.of("stops-checked") : List.of();
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.lifeCycle.take(file.id(), new Decision(Act.DECLINE, typed.version(), by, typed.reason()));
	}

}
