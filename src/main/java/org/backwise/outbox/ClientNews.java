package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Marking;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.diary.Appointments;
import org.backwise.knowledge.Level;
import org.backwise.outbox.ClientChoices.Wanted;
import org.backwise.outbox.Kind.Choice;

/**
 * Tells a client who wants to know that the plan stands, that sessions changed or are
 * gone, or that a therapist decided something else.
 */
@Component
class ClientNews {

	/** Whoever moves several sessions one after the other sends one message. */
	static final Duration SETTLES = Duration.ofMinutes(3);

	private static final Set<Act> CONFIRMS = EnumSet.of(Act.APPROVE, Act.CHANGE, Act.RESUME);

	private static final Set<Act> OF_PAGE = EnumSet.of(Act.RAISE, Act.DECLINE, Act.CLEAR);

	private final Offered offered;

	private final ClientChoices choices;

	private final ToldDays days;

	private final Outbox outbox;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Clock clock;

	ClientNews(Offered offered, ClientChoices choices, ToldDays days, Outbox outbox, Cases cases, LifeCycle lifeCycle,
			Clock clock) {
		this.offered = offered;
		this.choices = choices;
		this.days = days;
		this.outbox = outbox;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void hear(CaseEvent.Moved moved) {
		CaseStep last = last(moved.standing()).orElseThrow();
		if (isOfPage(last)) {
			wanted(moved.theCase().id()).ifPresent((wanted) -> tell(last, wanted));
		}
		else {
			hear(moved.theCase().id(), moved.standing(), true);
		}
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void hear(Marking.Marked marked) {
		hear(marked.id());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void hear(Appointments.Changed changed) {
		hear(changed.id());
	}

	private void hear(CaseId id) {
		Case theCase = this.cases.find(id).orElseThrow();
		hear(id, this.lifeCycle.standing(theCase), false);
	}

	/**
	 * Whether a therapist decided something that changes the page for a client who may
	 * not look at it by chance: a referral, a level, a no or a clearance. What their own
	 * answers led to is not meant: their page tells them in that moment.
	 */
	static boolean isOfPage(CaseStep step) {
		return step.account() != null && OF_PAGE.contains(step.act());
	}

	/** What it is stands on the page alone; at most that it must not wait is said. */
	private void tell(CaseStep step, Wanted wanted) {
		Kind kind = (step.level() == Level.EMERGENCY || step.level() == Level.URGENT) ? Kind.PAGE_NEWS_NOW
				: Kind.PAGE_NEWS;
		if (kind.isWantedBy(wanted.kinds())) {
			this.outbox.put(List.of(Message.of(kind, wanted.id(), null, Integer.toString(step.version()),
					this.clock.instant(), step.version(), null)));
		}
		this.choices.told(wanted, ToldDays.NONE);
	}

	private Optional<Wanted> wanted(CaseId id) {
		return this.offered.any() ? this.choices.of(id) : Optional.empty();
	}

	/**
	 * The sessions of a plan that a therapist stops are gone for the client, who may not
	 * look at the page by chance. Whoever stops it by a check-in or a pause of their own
	 * sees it there at once and gets no message.
	 */
	private void hear(CaseId id, Standing standing, boolean moved) {
		Wanted wanted = wanted(id).orElse(null);
		boolean stopped = moved && standing.stoppedByTherapist().isPresent();
		if (wanted == null || !(stopped || standing.state().isChecked())) {
			return;
		}
		String planned = this.days.of(id);
		String now = stopped ? ToldDays.NONE : planned;
		if (moved && wanted.has(Choice.PLAN) && confirms(standing)) {
			this.outbox.put(List
				.of(Message.of(Kind.PLAN, id, null, Integer.toString(standing.version()), this.clock.instant())));
			this.choices.told(wanted, now);
		}
		else if (stopped || !now.equals(wanted.told())) {
			boolean news = stopped ? ToldDays.hasSessions(planned) : ToldDays.isNews(wanted.told(), now);
			if (wanted.has(Choice.CHANGE) && news) {
				this.outbox.putOne(Message.of(Kind.CHANGE, id, null, Integer.toString(wanted.number()),
						this.clock.instant().plus(SETTLES)));
			}
			this.choices.told(wanted, now);
		}
	}

	private static boolean confirms(Standing standing) {
		return last(standing).filter((step) -> CONFIRMS.contains(step.act())).isPresent();
	}

	private static Optional<CaseStep> last(Standing standing) {
		List<CaseStep> steps = standing.steps();
		return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
	}

}
