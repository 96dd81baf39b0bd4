package org.backwise.care;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
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

	private final CarePlans plans;

	private final ObjectProvider<Moving.Times> times;

	CheckInSteps(LifeCycle lifeCycle, CheckInsInForce rules, CarePlans plans, ObjectProvider<Moving.Times> times) {
		this.lifeCycle = lifeCycle;
		this.rules = rules;
		this.plans = plans;
		this.times = times;
	}

	/**
	 * The four safety outcomes stop the plan; a wish to stop ends it; a return lets it go
	 * on from its next day to come, and takes no time that somebody else has.
	 */
	void take(Case theCase, Outcome outcome, Moment moment, CheckInReading read) {
		Standing standing = this.lifeCycle.standing(theCase);
		Level level = outcome.level();
		if (level != null) {
			// while the case refers already, only somebody more urgent to see is news
			// and who rests already has nothing to wait for: a wait would end by time
			// alone
			boolean rests = level == Level.WAIT && moment == Moment.BETWEEN && !standing.state().isChecked();
			if (!rests && (!standing.state().refers() || standing.raisable().contains(level))) {
				take(theCase, Act.RAISE, standing, level);
			}
			return;
		}
		boolean returns = moment == Moment.RETURN && !standing.state().hasPlan();
		if (returns) {
			this.lifeCycle.take(theCase.id(), Decision.ofRules(Act.RETURN, standing.version(), null,
					this.plans.comeBack(theCase.id(), standing)));
			standing = this.lifeCycle.standing(theCase);
		}
		if (outcome == Outcome.FINISH && this.rules.triage().isByWish(read)) {
			take(theCase, Act.END, standing, null);
		}
		else if (returns) {
			this.times.getObject().giveWay(theCase.id());
		}
	}

	private void take(Case theCase, Act act, Standing standing, @Nullable Level level) {
		this.lifeCycle.take(theCase.id(), Decision.ofRules(act, standing.version(), level, null));
	}

}
