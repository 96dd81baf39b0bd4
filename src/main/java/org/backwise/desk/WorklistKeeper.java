package org.backwise.desk;

import java.time.Instant;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Details;
import org.backwise.intake.DetailsGiven;
import org.backwise.intake.IntakeCompleted;
import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.plan.CaseMoved;
import org.backwise.plan.CaseStep;
import org.backwise.plan.Cases;
import org.backwise.plan.Standing;
import org.backwise.desk.WorklistRows.Row;

/**
 * Draws the worklist from what was sent and decided, together with it: both are stored,
 * or neither.
 */
@Component
class WorklistKeeper {

	private final Intakes intakes;

	private final Cases cases;

	private final WorklistRows rows;

	WorklistKeeper(Intakes intakes, Cases cases, WorklistRows rows) {
		this.intakes = intakes;
		this.cases = cases;
		this.rows = rows;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(IntakeCompleted completed) {
		draw(completed.intake());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(DetailsGiven given) {
		draw(given.intake());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseMoved moved) {
		draw(moved.intake());
	}

	private void draw(IntakeId id) {
		CompletedIntake intake = this.intakes.find(id).orElseThrow();
		Standing standing = this.cases.standing(intake);
		List<CaseStep> steps = standing.steps();
		Instant since = steps.stream()
			.filter((step) -> step.kind() != CaseStep.Kind.FOLLOWED_UP)
			.map(CaseStep::at)
			.reduce((first, second) -> second)
			.orElse(intake.sentAt());
		String level = (standing.level() != null) ? standing.level().toString() : "plan";
		this.rows.put(new Row(id.value(), intake.reference(), intake.details().map(Details::name).orElse(null),
				Need.of(standing.state()), WorklistFilter.LEVELS.indexOf(level), since));
	}

}
