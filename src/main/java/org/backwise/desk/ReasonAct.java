package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.cases.Act;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;

/** Whatever asks for a reason and nothing else, such as to decline or to pause. */
class ReasonAct implements DeskAct {

	private final Act act;

	private final LifeCycle lifeCycle;

	ReasonAct(Act act, LifeCycle lifeCycle) {
		this.act = act;
		this.lifeCycle = lifeCycle;
	}

	@Override
	public Act act() {
		return this.act;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		DeskAct.reason(problems, typed, reasons(file));
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		return (this.act == Act.DECLINE && file.standing().state().isChecked()) ? List.of("stops-checked") : List.of();
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.lifeCycle.take(file.id(), new Decision(this.act, typed.version(), by, typed.reason()));
	}

}
