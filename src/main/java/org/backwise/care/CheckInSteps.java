package org.backwise.care;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.followup.CheckInReading;
import org.backwise.followup.CheckInsInForce;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;

/** The step that the outcome of a check-in takes at once, without a therapist. */
@Component
class CheckInSteps {

	private final LifeCycle lifeCycle;

	private final CheckInsInForce rules;

	CheckInSteps(LifeCycle lifeCycle, CheckInsInForce rules) {
		this.lifeCycle = lifeCycle;
		this.rules = rules;
	}

	/**
	 * The four safety outcomes stop the plan; a wish to stop ends it; a return lets it go
	 * on.
	 */
	void take(Case theCase, Outcome outcome, Moment moment, CheckInReading read) {
		Standing standing = this.lifeCycle.standing(theCase);
		Level level = outcome.level();
		if (level != null) {
			// while the case refers already, only somebody more urgent to see is news
			if (!standing.state().refers() || standing.raisable().contains(level)) {
				take(theCase, Act.RAISE, standing, level);
			}
			return;
		}
		if (moment == Moment.RETURN && !standing.state().hasPlan()) {
			take(theCase, Act.RETURN, standing, null);
			standing = this.lifeCycle.standing(theCase);
		}
		if (outcome == Outcome.FINISH && this.rules.triage().isByWish(read)) {
			take(theCase, Act.END, standing, null);
		}
	}

	private void take(Case theCase, Act act, Standing standing, @Nullable Level level) {
		this.lifeCycle.take(theCase.id(), Decision.ofRules(act, standing.version(), level, null));
	}

}
