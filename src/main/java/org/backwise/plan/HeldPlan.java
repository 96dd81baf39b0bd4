package org.backwise.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.HeldAboutClient;
import org.backwise.intake.IntakeErased;
import org.backwise.intake.IntakeId;

/** The plan's part of what is held about a client. */
@Component
class HeldPlan implements HeldAboutClient {

	private final CarePlans plans;

	private final StoredPlans stored;

	private final Clock clock;

	HeldPlan(CarePlans plans, StoredPlans stored, Clock clock) {
		this.plans = plans;
		this.stored = stored;
		this.clock = clock;
	}

	@Override
	public String part() {
		return "plan";
	}

	@Override
	public @Nullable Object held(IntakeId intake) {
		return this.plans.following(intake).orElse(null);
	}

	@Override
	public Optional<Instant> lastUsed(IntakeId intake) {
		return this.plans.following(intake)
			.map(CarePlan::sessions)
			.filter((sessions) -> !sessions.isEmpty())
			.map((sessions) -> sessions.get(sessions.size() - 1).day().atStartOfDay(this.clock.getZone()).toInstant());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(IntakeErased erased) {
		this.stored.findByIntake(erased.intake().value()).ifPresent((plan) -> {
			this.stored.delete(plan);
			this.stored.flush();
		});
	}

}
