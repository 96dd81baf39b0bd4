package org.backwise.outbox;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.Round;
import org.backwise.followup.By;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.Level;

/**
 * Tells the practice what came in. The level is a health word: a mail only says whether
 * somebody should look today.
 */
@Component
class StaffNews {

	private final Offered offered;

	private final StaffChoices choices;

	private final Outbox outbox;

	private final Clock clock;

	StaffNews(Offered offered, StaffChoices choices, Outbox outbox, Clock clock) {
		this.offered = offered;
		this.choices = choices;
		this.outbox = outbox;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void hear(CaseEvent.RoundAdded added) {
		boolean first = added.round().kind() == Round.Kind.FIRST;
		boolean today = isForToday(added.round().assessment().level());
		Kind kind = first ? (today ? Kind.NEW_CASE_TODAY : Kind.NEW_CASE)
				: (today ? Kind.CASE_CHANGED_TODAY : Kind.CASE_CHANGED);
		tell(kind, added.theCase().id(), Integer.toString(added.round().number()), this.clock.instant());
	}

	/**
	 * One between two sessions says that something has changed; so does one that stops.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void hear(CaseEvent.CheckedIn checked) {
		Level level = checked.checkIn().decision().outcome().level();
		boolean changed = checked.checkIn().moment() == Moment.BETWEEN || level != null;
		if (changed && checked.checkIn().by() == By.CLIENT) {
			tell(isForToday(level) ? Kind.CASE_CHANGED_TODAY : Kind.CASE_CHANGED, checked.theCase().id(),
					Integer.toString(checked.checkIn().number()), this.clock.instant());
		}
	}

	/** Tells everybody who wants to know. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Kind kind, CaseId id, String once, Instant from) {
		if (this.offered.byMail()) {
			this.outbox.put(this.choices.who(kind.choice().orElseThrow())
				.stream()
				.map((account) -> Message.of(kind, id, account, once, from))
				.toList());
		}
	}

	private static boolean isForToday(@Nullable Level level) {
		return level == Level.EMERGENCY || level == Level.URGENT;
	}

}
