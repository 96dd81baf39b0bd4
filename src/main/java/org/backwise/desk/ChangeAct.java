package org.backwise.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.backwise.care.CarePlan;
import org.backwise.care.PlanChange;
import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.cases.Reason;
import org.backwise.cases.Act;
import org.backwise.cases.Therapist;

/** Lets the plan stand with changes. */
@Component
class ChangeAct implements DeskAct {

	/**
	 * More weekly sessions than the plans of the rules ever have ask for a second look.
	 */
	private static final int MANY_WEEKLY = 6;

	private static final int LONG_SESSION = 90;

	private static final int MONTHS_AHEAD = 12;

	private final CarePlans plans;

	private final Attendance sessions;

	ChangeAct(CarePlans plans, Attendance sessions) {
		this.plans = plans;
		this.sessions = sessions;
	}

	@Override
	public Act act() {
		return Act.CHANGE;
	}

	@Override
	public Map<String, String> begin(CaseFile file, LocalDate today) {
		CarePlan plan = Objects.requireNonNull(file.plan());
		Map<String, String> values = new LinkedHashMap<>();
		values.put("technique", plan.technique());
		Map<String, Integer> sessions = PlanChange.none(plan).sessions();
		file.base()
			.plan()
			.phases()
			.forEach((phase) -> values.put(field(phase.id()), Integer.toString(sessions.getOrDefault(phase.id(), 0))));
		values.put("first-day", plan.firstDay().toString());
		values.put("minutes", Integer.toString(plan.minutes()));
		values.put("habit", Objects.requireNonNullElse(plan.habit(), ""));
		return values;
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (typed.text("technique").isEmpty()) {
			problems.put("technique", "technique");
		}
		file.base().plan().phases().forEach((phase) -> {
			Optional<Integer> count = typed.number(field(phase.id()));
			if (count.filter((number) -> number <= PlanChange.MOST_SESSIONS).isEmpty()) {
				problems.put(field(phase.id()), "sessions");
			}
			else if (count.get() > PlanChange.most(phase.id(), file.base())) {
				problems.put(field(phase.id()), "monthly");
			}
		});
		if (problems.isEmpty()) {
			int sessions = sessions(typed, file).values().stream().mapToInt(Integer::intValue).sum();
			if (sessions < Math.max(1, this.sessions.taken(file.id()))) {
				problems.put(field(file.base().plan().phases().get(0).id()), (sessions == 0) ? "no-sessions" : "taken");
			}
		}
		LocalDate began = Objects.requireNonNull(file.plan()).firstDay();
		boolean begun = file.standing().state().isChecked() || this.sessions.taken(file.id()) > 0;
		boolean stays = begun && typed.date("first-day").filter(began::equals).isPresent();
		DeskAct.day(problems, typed, "first-day", stays ? began : today, today.plusMonths(MONTHS_AHEAD));
		if (!typed.text("weekday").matches("[1-7]?")) {
			problems.put("weekday", "weekday");
		}
		if (typed.number("minutes")
			.filter((minutes) -> minutes >= PlanChange.SHORTEST && minutes <= PlanChange.LONGEST)
			.isEmpty()) {
			problems.put("minutes", "minutes");
		}
		if (!typed.text("habit").isEmpty() && !file.base().hasHabit(typed.text("habit"))) {
			problems.put("habit", "habit");
		}
		if (!file.standing().state().isChecked()) {
			DeskAct.unread(problems, typed, file);
		}
		DeskAct.reason(problems, typed, Act.CHANGE.reasons());
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		List<String> risks = new ArrayList<>(DeskAct.risksOfPlan(file));
		PlanChange change = change(typed, file);
		if (change.sessions().values().stream().findFirst().orElse(0) > MANY_WEEKLY) {
			risks.add("many-weekly");
		}
		if (change.minutes() > LONG_SESSION) {
			risks.add("long-session");
		}
		String calm = file.base().techniques().complementary().primary();
		if (DeskAct.isStricterStepWaiting(file)) {
			risks.add("step-waits");
		}
		boolean calmFirst = file.standing().isComplementary() || file.latest().assessment().sensitised();
		if (calmFirst && !change.technique().equals(calm)) {
			risks.add("not-calm-first");
		}
		return risks;
	}

	@Override
	public boolean laysSessions() {
		return true;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		this.plans.change(file.id(), typed.version(), by, change(typed, file), typed.reason());
	}

	private static PlanChange change(DeskForm typed, CaseFile file) {
		LocalDate day = typed.date("first-day").orElseThrow();
		if (!typed.text("weekday").isEmpty()) {
			day = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(Integer.parseInt(typed.text("weekday")))));
		}
		return new PlanChange(typed.text("technique"), sessions(typed, file), day,
				typed.number("minutes").orElseThrow(), typed.text("habit").isEmpty() ? null : typed.text("habit"));
	}

	private static Map<String, Integer> sessions(DeskForm typed, CaseFile file) {
		Map<String, Integer> sessions = new LinkedHashMap<>();
		file.base()
			.plan()
			.phases()
			.forEach((phase) -> sessions.put(phase.id(), typed.number(field(phase.id())).orElse(0)));
		return sessions;
	}

	private static String field(String phase) {
		return "sessions-" + phase;
	}

}
