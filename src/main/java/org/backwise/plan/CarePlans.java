package org.backwise.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.TechniqueChoice;

/** The plans: one for each intake that may have one, proposed as soon as it is sent. */
@Service
public class CarePlans {

	private final StoredPlans stored;

	private final Intakes intakes;

	private final KnowledgeArchive archive;

	private final Clock clock;

	CarePlans(StoredPlans stored, Intakes intakes, KnowledgeArchive archive, Clock clock) {
		this.stored = stored;
		this.intakes = intakes;
		this.archive = archive;
		this.clock = clock;
	}

	/**
	 * The plan that followed an intake.
	 * @param intake the intake
	 * @return empty after a referral
	 */
	@Transactional(readOnly = true)
	public Optional<CarePlan> following(IntakeId intake) {
		return this.stored.findByIntake(intake.value()).map(StoredPlan::plan);
	}

	/** Proposes a plan together with the intake: both are stored, or neither. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void propose(IntakeCompleted completed) {
		CompletedIntake intake = this.intakes.find(completed.intake()).orElseThrow();
		TechniqueChoice choice = intake.assessment().technique();
		if (choice == null) {
			return;
		}
		LocalDate firstDay = intake.details().map(Details::firstDay).orElseGet(() -> LocalDate.now(this.clock));
		List<Session> sessions = Scheduler.sessions(intake.assessment().phases(), firstDay, choice.primary(),
				firstTechnique(intake.assessment(), choice));
		this.stored.save(new StoredPlan(intake.id(),
				new CarePlan(CarePlan.State.PROPOSED, choice.primary(), choice.alternative(), firstDay, sessions),
				this.clock.instant()));
	}

	/** Where a rule asks for a gentle beginning, the least gentle technique waits. */
	private String firstTechnique(Assessment assessment, TechniqueChoice choice) {
		KnowledgeBase base = this.archive.bySha256(assessment.knowledge().sha256()).knowledge();
		List<String> gentlerFirst = base.techniques().gentlerFirst();
		boolean gently = assessment.cautions()
			.stream()
			.anyMatch((caution) -> base.cautions()
				.stream()
				.anyMatch((rule) -> rule.id().equals(caution.rule()) && rule.beginsGently()));
		if (!gently || !choice.primary().equals(gentlerFirst.get(gentlerFirst.size() - 1))) {
			return choice.primary();
		}
		return (choice.alternative() != null) ? choice.alternative() : gentlerFirst.get(0);
	}

}
