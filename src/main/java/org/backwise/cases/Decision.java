package org.backwise.cases;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;

/**
 * What somebody wants to do with a case, and why.
 *
 * @param act what
 * @param seen the version of the case that was looked at
 * @param by the therapist, null for the client and the rules
 * @param reason a coded reason with words, null when the act needs none
 * @param level the level from now on, for a raised level
 * @param plan id of the plan from now on, for a plan that is proposed or changed
 */
public record Decision(Act act, int seen, @Nullable Therapist by, @Nullable Reason reason, @Nullable Level level,
		@Nullable UUID plan) {

	/**
	 * A therapist's decision that brings neither a level nor a plan.
	 * @param act what
	 * @param seen the version of the case that was looked at
	 * @param by the therapist
	 * @param reason a coded reason with words
	 */
	public Decision(Act act, int seen, Therapist by, @Nullable Reason reason) {
		this(act, seen, by, reason, null, null);
	}

	/**
	 * What the rules decide.
	 * @param act what
	 * @param seen the version of the case that they saw
	 * @param level the level from now on, for a raised level
	 * @param plan id of the plan from now on, for a plan that is proposed
	 * @return the decision
	 */
	public static Decision ofRules(Act act, int seen, @Nullable Level level, @Nullable UUID plan) {
		return new Decision(act, seen, null, null, level, plan);
	}

	/**
	 * What the client decides on their own page.
	 * @param act what
	 * @param seen the version of the case that their page was drawn from
	 * @param choice id of what they chose
	 * @return the decision
	 */
	public static Decision ofClient(Act act, int seen, String choice) {
		return new Decision(act, seen, null, new Reason(choice, null, null), null, null);
	}

	/** Says nothing of the reason. */
	@Override
	public String toString() {
		return "a decision: " + this.act;
	}

}
