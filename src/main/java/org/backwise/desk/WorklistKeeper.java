package org.backwise.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.DueCheckIns;
import org.backwise.care.Marking;
import org.backwise.care.PlanSteps;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.desk.WorklistRows.Row;
import org.backwise.knowledge.Level;

/**
 * Draws the worklist from what was sent and decided, together with it: both are stored,
 * or neither.
 */
@Component
class WorklistKeeper {

	/** So long somebody may take to say whether they got help. */
	private static final Duration HELP = Duration.ofHours(24);

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final PlanSteps steps;

	private final DueCheckIns due;

	private final WorklistRows rows;

	private final Clock clock;

	WorklistKeeper(Cases cases, LifeCycle lifeCycle, PlanSteps steps, DueCheckIns due, WorklistRows rows, Clock clock) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.steps = steps;
		this.due = due;
		this.rows = rows;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.RoundAdded added) {
		draw(added.theCase());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.ContactGiven given) {
		draw(given.theCase());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.CheckedIn checked) {
		draw(checked.theCase());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.Moved moved) {
		draw(moved.theCase(), moved.standing());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(Marking.Marked marked) {
		this.cases.find(marked.id()).ifPresent(this::draw);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void give(CaseEvent.Assigned assigned) {
		this.rows.give(assigned.id().value(), assigned.account());
	}

	/** What a case needs, and since when. */
	private record Needed(Need need, Instant since) {
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(Case theCase) {
		draw(theCase, this.lifeCycle.standing(theCase));
	}

	private void draw(Case theCase, Standing standing) {
		Instant since = standing.steps()
			.stream()
			.filter((step) -> step.act() != Act.FOLLOW_UP)
			.map(CaseStep::at)
			.reduce((first, second) -> second)
			.orElse(theCase.sentAt());
		Needed needed = (standing.state().isChecked() ? inCare(theCase) : help(standing))
			.orElse(new Needed(Need.of(standing.state()), since));
		this.rows
			.put(new Row(theCase.id().value(), theCase.reference(), theCase.contact().map(Contact::name).orElse(null),
					theCase.contact().map(Contact::findable).orElse(null), standing.state(), needed.need(),
					Ranks.of(needed.need(), standing.level()), needed.since()));
	}

	/** To end the plan comes before a missing check-in, and that before other steps. */
	private Optional<Needed> inCare(Case theCase) {
		Optional<Needed> step = this.steps.waiting(theCase)
			.map((waiting) -> new Needed(Need.of(waiting), waiting.checkIn().sentAt()));
		Optional<Needed> missing = this.due.silence(theCase)
			.map((silence) -> new Needed(Need.SILENT, silence.since()))
			.or(() -> this.due.missingSince(theCase).map((since) -> new Needed(Need.MISSING, since)));
		return step.filter((one) -> one.need() == Need.END_AND_REFER).or(() -> missing).or(() -> step);
	}

	/** An emergency that the rules found during the care, and nobody has asked since. */
	private Optional<Needed> help(Standing standing) {
		return standing.last(Act.RAISE)
			.filter((raise) -> standing.state().refers() && standing.level() == Level.EMERGENCY && raise.name() == null)
			.filter((raise) -> raise.version() == standing.version())
			.filter((raise) -> raise.at().plus(HELP).isBefore(this.clock.instant()))
			.map((raise) -> new Needed(Need.HELP, raise.at()));
	}

}
