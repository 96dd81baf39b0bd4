package org.backwise.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.journal.Action;

/**
 * What can be done with a case: the one declaration of its life cycle. From it follow the
 * states, what is offered and refused, the reasons, the journal and the words. The names
 * are stored.
 */
public enum Act {

	/** Let the plan stand. */
	APPROVE(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.PROPOSED, CaseState.DECLINED), CaseState.APPROVED,
			Action.PLAN_APPROVED, Reason.NONE),
	/** Let the plan stand with changes. */
	CHANGE(EnumSet.of(By.THERAPIST),
			EnumSet.of(CaseState.PROPOSED, CaseState.APPROVED, CaseState.CHANGED, CaseState.DECLINED),
			CaseState.CHANGED, Action.PLAN_CHANGED, Reason.CHANGE),
	/** Decide against the plan. */
	DECLINE(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.PROPOSED, CaseState.APPROVED, CaseState.CHANGED),
			CaseState.DECLINED, Action.PLAN_DECLINED, Reason.DECLINE),
	/** Let the care rest. */
	PAUSE(EnumSet.of(By.THERAPIST, By.CLIENT), EnumSet.of(CaseState.APPROVED, CaseState.CHANGED, CaseState.LAPSED),
			CaseState.PAUSED, Action.CARE_PAUSED, Reason.PAUSE),
	/** Let the care go on. */
	RESUME(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.PAUSED), CaseState.APPROVED, Action.CARE_RESUMED,
			Reason.NONE),
	/** Too long without a session. */
	LAPSE(EnumSet.of(By.RULES), EnumSet.of(CaseState.APPROVED, CaseState.CHANGED), CaseState.LAPSED, Action.CARE_LAPSED,
			Reason.NONE),
	/** A check-in after a pause found nothing that stands in the way. */
	RETURN(EnumSet.of(By.RULES), EnumSet.of(CaseState.PAUSED, CaseState.LAPSED, CaseState.REFERRED), CaseState.APPROVED,
			Action.CARE_RETURNED, Reason.NONE),
	/** Take the step that a check-in proposes, or another one. */
	STEP(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.APPROVED, CaseState.CHANGED), CaseState.CHANGED,
			Action.STEP_TAKEN, Reason.STEP),
	/** Not take the step that a check-in proposes. */
	PUT_OFF(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.APPROVED, CaseState.CHANGED), null, Action.STEP_PUT_OFF,
			Reason.PUT_OFF),
	/** Say whether to finish or to go on, when a check-in leaves it to the client. */
	CHOOSE(EnumSet.of(By.CLIENT), EnumSet.of(CaseState.APPROVED, CaseState.CHANGED), null, Action.END_CHOSEN,
			Reason.CHOICE),
	/** End the care. */
	END(EnumSet.of(By.THERAPIST, By.RULES),
			EnumSet.of(CaseState.APPROVED, CaseState.CHANGED, CaseState.PAUSED, CaseState.LAPSED), CaseState.ENDED,
			Action.CARE_ENDED, Reason.END),
	/** Record that massage may follow within limits. */
	CLEAR(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.REFERRED, CaseState.CLOSED), CaseState.CLEARED,
			Action.CLEARANCE_RECORDED, Reason.NONE),
	/** Send the client to somebody, or sooner; a plan and a clearance end with it. */
	RAISE(EnumSet.of(By.THERAPIST, By.RULES), EnumSet.complementOf(EnumSet.of(CaseState.WITHDRAWN)), CaseState.REFERRED,
			Action.LEVEL_RAISED, Reason.RAISE),
	/** Keep whether the doctor was seen. */
	FOLLOW_UP(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.REFERRED), null, Action.REFERRAL_FOLLOWED_UP,
			Reason.DOCTOR_SEEN),
	/** Nobody has to ask about the doctor again. */
	CLOSE(EnumSet.of(By.THERAPIST), EnumSet.of(CaseState.REFERRED), CaseState.CLOSED, Action.REFERRAL_FOLLOWED_UP,
			Reason.CLOSE),
	/** After a clearance the rules made a plan. */
	PROPOSE(EnumSet.of(By.RULES), EnumSet.of(CaseState.CLEARED), CaseState.PROPOSED, Action.PLAN_PROPOSED, Reason.NONE),
	/** The client wants no more of it. */
	WITHDRAW(EnumSet.of(By.CLIENT), EnumSet.complementOf(EnumSet.of(CaseState.WITHDRAWN)), CaseState.WITHDRAWN,
			Action.WITHDRAWN, Reason.NONE);

	/** Who may. */
	public enum By {

		/** Whoever is signed in at the desk. */
		THERAPIST,
		/** The client, by their own link. */
		CLIENT,
		/** The application, by the rules. */
		RULES

	}

	private final Set<By> by;

	private final Set<CaseState> from;

	private final @Nullable CaseState to;

	private final Action action;

	private final List<String> reasons;

	Act(Set<By> by, Set<CaseState> from, @Nullable CaseState to, Action action, List<String> reasons) {
		this.by = by;
		this.from = from;
		this.to = to;
		this.action = action;
		this.reasons = reasons;
	}

	/**
	 * Whether somebody may do it at all.
	 * @param who a therapist, the client or the rules
	 * @return true when they may
	 */
	public boolean isFor(By who) {
		return this.by.contains(who);
	}

	/**
	 * The coded reasons, of which one has to be given.
	 * @return ids, none when the act needs no reason
	 */
	public List<String> reasons() {
		return this.reasons;
	}

	boolean isFrom(CaseState state) {
		return this.from.contains(state);
	}

	/** Where a case stands after it. */
	CaseState after(CaseState state) {
		return (this.to != null) ? this.to : state;
	}

	/** Whether it leads there from somewhere else. */
	boolean leadsTo(CaseState state) {
		return this.to == state;
	}

	/** Whether it stops a plan. */
	boolean stopsPlan() {
		return this.to != null && this.to.stopsPlan();
	}

	/**
	 * What the journal says of it.
	 * @return an action
	 */
	public Action action() {
		return this.action;
	}

	/** A clearance ends where the client is referred again, or wants no more of it. */
	boolean endsClearance() {
		return this == RAISE || this == WITHDRAW;
	}

	/**
	 * The act with an id.
	 * @param id as it stands in addresses
	 * @return empty when there is none
	 */
	public static Optional<Act> parse(@Nullable String id) {
		return Stream.of(values()).filter((act) -> act.toString().equals(id)).findFirst();
	}

	/** The id used in addresses, messages and records. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
