package org.backwise.care;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.PersonalData;
import org.backwise.knowledge.Level;

/** The plan's part of what is held about a client. */
@Component
@Order(2)
class PlanPersonalData implements PersonalData {

	private final StoredPlans plans;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final PlanWords words;

	private final Clock clock;

	PlanPersonalData(StoredPlans plans, Cases cases, LifeCycle lifeCycle, PlanWords words, Clock clock) {
		this.plans = plans;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public String part() {
		return "plan";
	}

	@Override
	public Optional<Line> printed(CaseId id) {
		return this.words.of(id, now(id).orElse(null), steps(id), all(id));
	}

	@Override
	public @Nullable Object held(CaseId id) {
		CarePlan plan = now(id).orElse(null);
		Map<UUID, CarePlan> plans = all(id);
		List<Decided> decisions = steps(id).stream().map((step) -> Decided.of(step, plans)).toList();
		return (plan == null && decisions.isEmpty()) ? null : new Part(plan, decisions);
	}

	@Override
	public Optional<Instant> lastUsed(CaseId id) {
		Stream<Instant> sessions = now(id).stream()
			.flatMap((plan) -> plan.sessions().stream())
			.map((session) -> session.day().atStartOfDay(this.clock.getZone()).toInstant());
		return Stream.concat(sessions, steps(id).stream().map(CaseStep::at)).max(Instant::compareTo);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(CaseEvent.Erased erased) {
		this.plans.deleteAll(this.plans.findByCaseId(erased.id().value()));
		this.plans.flush();
	}

	private Optional<CarePlan> now(CaseId id) {
		return this.plans.latest(id.value()).map(StoredPlan::plan);
	}

	private Map<UUID, CarePlan> all(CaseId id) {
		return this.plans.findByCaseId(id.value())
			.stream()
			.collect(Collectors.toMap(StoredPlan::getId, StoredPlan::plan));
	}

	private List<CaseStep> steps(CaseId id) {
		return this.cases.find(id).map((theCase) -> this.lifeCycle.standing(theCase).steps()).orElse(List.of());
	}

	/** What the download says. */
	record Part(@Nullable CarePlan plan, List<Decided> decisions) {
	}

	/** One step of the case, with the plan that it brought. */
	record Decided(int version, Act kind, @Nullable String name, Instant at, @Nullable String reason,
			@Nullable String words, @Nullable String note, @Nullable Level level, @Nullable CarePlan plan) {

		static Decided of(CaseStep step, Map<UUID, CarePlan> plans) {
			UUID plan = step.plan();
			return new Decided(step.version(), step.act(), step.name(), step.at(), step.reason(), step.words(),
					step.note(), step.level(), (plan != null) ? plans.get(plan) : null);
		}

		@Override
		public String toString() {
			return "a decision";
		}

	}

}
