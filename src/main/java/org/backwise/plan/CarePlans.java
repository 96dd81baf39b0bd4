package org.backwise.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Details;
import org.backwise.intake.IntakeCompleted;
import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.intake.KnowledgeArchive;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;

/** The plans: one for each intake that may have one, proposed as soon as it is sent. */
@Service
public class CarePlans {

	private final StoredPlans stored;

	private final Intakes intakes;

	private final KnowledgeArchive archive;

	private final CaseSteps steps;

	private final Journal journal;

	private final Clock clock;

	CarePlans(StoredPlans stored, CaseSteps steps, Intakes intakes, KnowledgeArchive archive, Journal journal,
			Clock clock) {
		this.stored = stored;
		this.steps = steps;
		this.journal = journal;
		this.intakes = intakes;
		this.archive = archive;
		this.clock = clock;
	}

	/**
	 * The plan of an intake as it is now.
	 * @param intake the intake
	 * @return empty after a referral that was not cleared
	 */
	@Transactional(readOnly = true)
	public Optional<CarePlan> following(IntakeId intake) {
		return this.steps.of(intake)
			.stream()
			.map(CaseStep::plan)
			.filter(Objects::nonNull)
			.reduce((first, second) -> second)
			.or(() -> proposed(intake));
	}

	/**
	 * The plan that the rules proposed as soon as the intake was sent.
	 * @param intake the intake
	 * @return empty after a referral
	 */
	@Transactional(readOnly = true)
	public Optional<CarePlan> proposed(IntakeId intake) {
		return this.stored.findByIntake(intake.value()).map(StoredPlan::plan);
	}

	/** Proposes a plan together with the intake: both are stored, or neither. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void propose(IntakeCompleted completed) {
		CompletedIntake intake = this.intakes.find(completed.intake()).orElseThrow();
		if (intake.assessment().hasCarePlan()) {
			this.stored.save(new StoredPlan(intake.id(), proposal(intake), this.clock.instant()));
			this.journal.note(Action.PLAN_PROPOSED, new Who.System(), intake.id().value());
		}
	}

	/**
	 * What the rules propose for an intake. A day that has passed by now becomes today.
	 */
	CarePlan proposal(CompletedIntake intake) {
		TechniqueChoice choice = Objects.requireNonNull(intake.assessment().technique());
		LocalDate today = LocalDate.now(this.clock);
		LocalDate firstDay = intake.details()
			.map(Details::firstDay)
			.filter((wished) -> !wished.isBefore(today))
			.orElse(today);
		return plan(intake.assessment(), choice.primary(), choice.alternative(), intake.assessment().phases(), firstDay,
				base(intake.assessment()).plan().sessionMinutes());
	}

	/**
	 * A plan as a therapist wants it.
	 * @throws NotAllowedException for what is never allowed
	 */
	CarePlan changed(CompletedIntake intake, CarePlan before, PlanChange change) {
		Assessment assessment = intake.assessment();
		TechniqueChoice choice = Objects.requireNonNull(assessment.technique());
		if (!choice.scores().containsKey(change.technique()) || choice.excluded().containsKey(change.technique())) {
			throw new NotAllowedException("This technique is left out for this client");
		}
		if (change.minutes() < PlanChange.SHORTEST || change.minutes() > PlanChange.LONGEST
				|| change.firstDay().isBefore(LocalDate.now(this.clock))
						&& !change.firstDay().equals(before.firstDay())) {
			throw new NotAllowedException("Not a possible time");
		}
		KnowledgeBase base = base(assessment);
		List<PlannedPhase> phases = base.plan()
			.phases()
			.stream()
			.map((phase) -> new PlannedPhase(phase.id(), change.sessions().getOrDefault(phase.id(), 0),
					phase.everyDays()))
			.filter((phase) -> phase.sessions() != 0)
			.toList();
		if (phases.isEmpty() || phases.stream()
			.anyMatch((phase) -> phase.sessions() < 0 || phase.sessions() > PlanChange.MOST_SESSIONS)) {
			throw new NotAllowedException("Not a possible number of sessions");
		}
		String other = change.technique().equals(before.technique()) ? before.alternative() : before.technique();
		boolean out = other != null && choice.excluded().containsKey(other);
		return plan(assessment, change.technique(), out ? null : other, phases, change.firstDay(), change.minutes());
	}

	private CarePlan plan(Assessment assessment, String technique, @Nullable String alternative,
			List<PlannedPhase> phases, LocalDate firstDay, int minutes) {
		return new CarePlan(technique, alternative, firstDay, minutes,
				Scheduler.sessions(phases, firstDay, technique, firstTechnique(assessment, technique, alternative)));
	}

	/** Where a rule asks for a gentle beginning, the least gentle technique waits. */
	private String firstTechnique(Assessment assessment, String technique, @Nullable String alternative) {
		KnowledgeBase base = base(assessment);
		List<String> gentlerFirst = base.techniques().gentlerFirst();
		boolean gently = assessment.cautions()
			.stream()
			.anyMatch((caution) -> base.cautions()
				.stream()
				.anyMatch((rule) -> rule.id().equals(caution.rule()) && rule.beginsGently()));
		if (!gently || !technique.equals(gentlerFirst.get(gentlerFirst.size() - 1))) {
			return technique;
		}
		return (alternative != null) ? alternative : gentlerFirst.get(0);
	}

	private KnowledgeBase base(Assessment assessment) {
		return this.archive.bySha256(assessment.knowledge().sha256()).knowledge();
	}

}
