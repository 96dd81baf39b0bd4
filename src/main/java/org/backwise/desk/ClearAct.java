package org.backwise.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.backwise.cases.LifeCycle;
import org.backwise.cases.Clearance;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;
import org.backwise.practice.PracticeNow;

/** Records a clearance. Massage against a referral always asks for a second look. */
@Component
class ClearAct implements DeskAct {

	private static final int LONGEST_NAME = 100;

	private final LifeCycle lifeCycle;

	private final PracticeNow practice;

	private final Clock clock;

	ClearAct(LifeCycle lifeCycle, PracticeNow practice, Clock clock) {
		this.lifeCycle = lifeCycle;
		this.practice = practice;
		this.clock = clock;
	}

	@Override
	public Act act() {
		return Act.CLEAR;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (!typed.isName("by")) {
			problems.put("by", "by");
		}
		else if (typed.isTooLong("by", LONGEST_NAME)) {
			problems.put("by", "by-long");
		}
		LocalDate day = typed.date("on").orElse(null);
		if (day == null) {
			problems.put("on", "on");
		}
		else if (day.isAfter(today)) {
			problems.put("on", "on-future");
		}
		else if (day.isBefore(today.minusYears(1))) {
			problems.put("on", "on-old");
		}
		if (typed.text("limits").isEmpty()) {
			problems.put("limits", "limits");
		}
		DeskAct.tooLong(problems, typed, "limits");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		List<String> risks = new ArrayList<>(List.of("against-referral"));
		LocalDate sent = file.decidedAt().atZone(this.practice.now().zone()).toLocalDate();
		if (typed.date("on").filter((day) -> day.isBefore(sent)).isPresent()) {
			risks.add("cleared-before-sent");
		}
		if (file.hasChangedSafetyAnswers()) {
			risks.add("changed-answers");
		}
		return risks;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		Clearance clearance = new Clearance(typed.text("by"), typed.date("on").orElseThrow(), typed.text("limits"),
				by.account(), this.clock.instant());
		this.lifeCycle.clear(file.id(), typed.version(), by, clearance, typed.text("why"));
	}

}
