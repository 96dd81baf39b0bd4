package org.backwise.outbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.DueCheckIns;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;

/**
 * Whether what a message tells is still so when it is sent: hours may lie between, or
 * days.
 */
@Component
class StillTrue {

	private final LifeCycle lifeCycle;

	private final CarePlans plans;

	private final Attendance sessions;

	private final CheckInNews checkInNews;

	private final DueCheckIns due;

	private final ClientChoices choices;

	private final Offered offered;

	private final Clock clock;

	StillTrue(LifeCycle lifeCycle, CarePlans plans, Attendance sessions, CheckInNews checkInNews, DueCheckIns due,
			ClientChoices choices, Offered offered, Clock clock) {
		this.lifeCycle = lifeCycle;
		this.plans = plans;
		this.sessions = sessions;
		this.checkInNews = checkInNews;
		this.due = due;
		this.choices = choices;
		this.offered = offered;
		this.clock = clock;
	}

	boolean is(Message message, Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		CaseState state = standing.state();
		if (message.kind().isForStaff()) {
			return state != CaseState.WITHDRAWN
					&& (message.kind() != Kind.CHECK_IN_MISSING || this.due.missingSince(theCase).isPresent());
		}
		if (message.kind() == Kind.LINK) {
			return true;
		}
		if (message.kind().asks()) {
			return isWanted(message) && this.checkInNews.isSo(message, theCase);
		}
		if (message.kind().isOfPage()) {
			return isOnPage(message, standing) && isWanted(message);
		}
		return (state.isChecked() || isStop(message, standing)) && isWanted(message) && isSo(message, theCase.id());
	}

	/** Until a plan stands, which is told by itself, or the next such step is told. */
	private static boolean isOnPage(Message message, Standing standing) {
		return standing.state() != CaseState.WITHDRAWN && !standing.state().isChecked()
				&& standing.since(Objects.requireNonNullElse(message.number(), 0))
					.stream()
					.noneMatch(ClientNews::isOfPage);
	}

	/**
	 * Of a plan that does not stand, only that a therapist stopped it can be told, where
	 * no other message says that there is something new.
	 */
	private static boolean isStop(Message message, Standing standing) {
		return message.kind() == Kind.CHANGE && standing.state() != CaseState.WITHDRAWN
				&& standing.stop().filter((step) -> step.account() != null && !ClientNews.isOfPage(step)).isPresent();
	}

	private boolean isWanted(Message message) {
		return this.choices.of(message.theCase())
			.filter((wanted) -> message.kind().isWantedBy(wanted.kinds()))
			.isPresent();
	}

	private boolean isSo(Message message, CaseId id) {
		return message.kind() != Kind.REMINDER || (this.offered.mail().reminder() && isTomorrow(message, id));
	}

	private boolean isTomorrow(Message message, CaseId id) {
		LocalDate tomorrow = LocalDate.now(this.clock).plusDays(1);
		return this.sessions.of(id)
			.stream()
			.filter((session) -> Objects.equals(session.number(), message.number()))
			.filter((session) -> session.isOpen() && session.day().equals(tomorrow))
			.anyMatch((session) -> this.plans.of(id).filter((plan) -> plan.isFirm(session.number())).isPresent());
	}

}
