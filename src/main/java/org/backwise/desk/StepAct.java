package org.backwise.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.CarePlan;
import org.backwise.care.PlanSteps;
import org.backwise.care.PlanSteps.Proposed;
import org.backwise.care.Session;
import org.backwise.cases.Act;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.PlanGuide.Phase;

/** Takes the step that a check-in proposes, or another one. */
@Component
class StepAct implements DeskAct {

	private static final String STEP = "step";

	private final PlanSteps steps;

	StepAct(PlanSteps steps) {
		this.steps = steps;
	}

	/**
	 * A step that can be chosen.
	 *
	 * @param outcome to hold, to step back or to step down
	 * @param to id of the phase it leads to, null for none
	 * @param phase what that phase is called, null for none
	 * @param days the days of the sessions of its block that are still to come
	 */
	record Choice(Outcome outcome, @Nullable String to, @Nullable String phase, List<LocalDate> days) {

		/** As it stands in the form. */
		public String id() {
			return (this.to != null) ? this.outcome + ":" + this.to : this.outcome.toString();
		}

		/** Whether it is what is proposed. */
		public boolean isWhat(Proposed proposed) {
			return proposed.is(this.outcome, this.to);
		}

	}

	@Override
	public Act act() {
		return Act.STEP;
	}

	@Override
	public Map<String, String> begin(CaseFile file, LocalDate today) {
		return choices(file).stream()
			.filter((choice) -> choice.isWhat(proposed(file)))
			.findFirst()
			.map((choice) -> Map.of(STEP, choice.id(), "reason", Reason.AS_PROPOSED))
			.orElse(Map.of());
	}

	@Override
	public Map<String, Object> shown(CaseFile file) {
		return (file.step() != null) ? Map.of("choices", choices(file)) : Map.of();
	}

	/** As it was proposed only where what is proposed can be chosen. */
	@Override
	public List<String> reasons(CaseFile file) {
		boolean proposed = choices(file).stream().anyMatch((choice) -> choice.isWhat(proposed(file)));
		return act().reasons().stream().filter((reason) -> proposed || !reason.equals(Reason.AS_PROPOSED)).toList();
	}

	@Override
	public Map<String, String> problems(DeskForm typed, CaseFile file, LocalDate today) {
		Map<String, String> problems = new LinkedHashMap<>();
		Optional<Choice> choice = chosen(typed, file);
		if (choice.isEmpty()) {
			problems.put(STEP, STEP);
		}
		DeskAct.reason(problems, typed, reasons(file));
		if (choice.isPresent() && typed.text("reason").equals(Reason.AS_PROPOSED)
				&& !choice.get().isWhat(proposed(file))) {
			problems.put("reason", "not-as-proposed");
		}
		DeskAct.tooLong(problems, typed, "words", "note");
		return problems;
	}

	@Override
	public List<String> risks(DeskForm typed, CaseFile file) {
		Outcome outcome = chosen(typed, file).orElseThrow().outcome();
		return this.steps.isMilder(proposed(file), outcome) ? List.of("milder-step") : List.of();
	}

	@Override
	public boolean laysSessions() {
		return true;
	}

	@Override
	public void take(DeskForm typed, CaseFile file, Therapist by) {
		Choice choice = chosen(typed, file).orElseThrow();
		this.steps.take(file.id(), typed.version(), by, choice.outcome(), choice.to(), typed.reason());
	}

	private Optional<Choice> chosen(DeskForm typed, CaseFile file) {
		return choices(file).stream().filter((choice) -> choice.id().equals(typed.text(STEP))).findFirst();
	}

	/**
	 * To stay, a phase that is as close together or closer, or one further apart; without
	 * those that would lay too many sessions.
	 */
	private List<Choice> choices(CaseFile file) {
		CarePlan plan = Objects.requireNonNull(file.plan());
		List<Choice> choices = new ArrayList<>();
		choice(file, Outcome.HOLD, null).ifPresent(choices::add);
		boolean later = false;
		for (Phase phase : file.base().plan().phases()) {
			choice(file, later ? Outcome.STEP_DOWN : Outcome.STEP_BACK, phase).ifPresent(choices::add);
			later |= phase.id().equals(plan.block().phase());
		}
		return choices;
	}

	private Optional<Choice> choice(CaseFile file, Outcome outcome, @Nullable Phase phase) {
		@Nullable String to = (phase != null) ? phase.id() : null;
		if (!this.steps.isPossible(file.theCase(), to)) {
			return Optional.empty();
		}
		List<LocalDate> days = this.steps.after(file.theCase(), outcome, to)
			.map((after) -> after.sessions()
				.stream()
				.filter((session) -> after.isFirm(session.number()) && isOpen(file, session.number()))
				.map(Session::day)
				.toList())
			.orElse(List.of());
		return Optional.of(new Choice(outcome, to, (phase != null) ? phase.name() : null, days));
	}

	private static boolean isOpen(CaseFile file, int number) {
		return file.sessions().stream().noneMatch((session) -> session.number() == number && !session.isOpen());
	}

	private static Proposed proposed(CaseFile file) {
		return Objects.requireNonNull(file.step());
	}

}
