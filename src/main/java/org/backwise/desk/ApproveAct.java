package org.backwise.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.backwise.care.CarePlans;
import org.backwise.cases.Act;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;

/** Lets the plan stand. */
@Component
class ApproveAct implements DeskAct {

	private static final int MONTHS_AHEAD = 12;

	private final CarePlans plans;

	ApproveAct(CarePlans plans) {
		this.plans = plans;
	}

	@Override
	public Act act() {
		return Act.APPROVE;
	}

	/** A plan whose day is over moves by whole weeks unless another day is chosen. */
	@Override
	public Map<String, String> begin(CaseFile file, LocalDate today) {
		return file.dayOver(today)
			.map((day) -> day.datesUntil(today.plusWeeks(2), java.time.Period.ofWeeks(1))
				.filter((later) -> !later.isBefore(today))
				.findFirst()
				.orElseThrow())
			.map((day) -> Map.of("first-day", day.toString()))
			.orElse(Map.of());
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (file.dayOver(today).isPresent()) {
			DeskAct.day(problems, typed, "first-day", today, today.plusMonths(MONTHS_AHEAD));
		}
		DeskAct.unread(problems, typed, file);
		DeskAct.tooLong(problems, typed, "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		return DeskAct.risksOfPlan(file);
	}

	@Override
	public boolean laysSessions() {
		return true;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.plans.letStand(file.id(), act(), typed.version(), by,
				new Reason("approved", typed.textOrNull("why"), typed.textOrNull("note")),
				typed.date("first-day").orElse(null));
	}

}
