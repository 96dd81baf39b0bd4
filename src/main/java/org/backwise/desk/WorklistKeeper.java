package org.backwise.desk;

import java.time.Instant;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Contact;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.desk.WorklistRows.Row;

/**
 * Draws the worklist from what was sent and decided, together with it: both are stored,
 * or neither.
 */
@Component
class WorklistKeeper {

	private final LifeCycle lifeCycle;

	private final WorklistRows rows;

	WorklistKeeper(LifeCycle lifeCycle, WorklistRows rows) {
		this.lifeCycle = lifeCycle;
		this.rows = rows;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.RoundAdded added) {
		draw(added.theCase(), this.lifeCycle.standing(added.theCase()));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.ContactGiven given) {
		draw(given.theCase(), this.lifeCycle.standing(given.theCase()));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.Moved moved) {
		draw(moved.theCase(), moved.standing());
	}

	private void draw(Case theCase, Standing standing) {
		Instant since = standing.steps()
			.stream()
			.filter((step) -> step.act() != Act.FOLLOW_UP)
			.map(CaseStep::at)
			.reduce((first, second) -> second)
			.orElse(theCase.sentAt());
		String level = (standing.level() != null) ? standing.level().toString() : "plan";
		this.rows
			.put(new Row(theCase.id().value(), theCase.reference(), theCase.contact().map(Contact::name).orElse(null),
					Need.of(standing.state()), WorklistFilter.LEVELS.indexOf(level), since));
	}

}
