package org.backwise.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.PersonalData;
import org.backwise.intake.IntakeErased;
import org.backwise.intake.IntakeId;

/** The plan's part of what is held about a client. */
@Component
class PlanPersonalData implements PersonalData {

	private final CarePlans plans;

	private final StoredPlans stored;

	private final CaseSteps steps;

	private final Clock clock;

	PlanPersonalData(CarePlans plans, StoredPlans stored, CaseSteps steps, Clock clock) {
		this.plans = plans;
		this.stored = stored;
		this.steps = steps;
		this.clock = clock;
	}

	@Override
	public String part() {
		return "plan";
	}

	@Override
	public @Nullable Object held(IntakeId intake) {
		CarePlan plan = this.plans.following(intake).orElse(null);
		List<CaseStep> decisions = this.steps.of(intake);
		return (plan == null && decisions.isEmpty()) ? null : new Part(plan, decisions);
	}

	@Override
	public Optional<Instant> lastUsed(IntakeId intake) {
		Stream<Instant> sessions = this.plans.following(intake)
			.stream()
			.flatMap((plan) -> plan.sessions().stream())
			.map((session) -> session.day().atStartOfDay(this.clock.getZone()).toInstant());
		return Stream.concat(sessions, this.steps.of(intake).stream().map(CaseStep::at)).max(Instant::compareTo);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(IntakeErased erased) {
		this.stored.findByIntake(erased.intake().value()).ifPresent((plan) -> {
			this.stored.delete(plan);
			this.stored.flush();
		});
	}

	/** What the download says. */
	record Part(@Nullable CarePlan plan, List<CaseStep> decisions) {
	}

}
