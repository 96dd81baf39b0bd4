package org.backwise.care;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.practice.Refused;

/**
 * The end of a plan, for a reason that fits what the check-ins say: nobody reads that
 * massage did not help enough, and below it that their back is better.
 */
@Service
public class PlanEnds {

	private final Episodes episodes;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	PlanEnds(Episodes episodes, Cases cases, LifeCycle lifeCycle) {
		this.episodes = episodes;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
	}

	/**
	 * The reasons for which the care may end now.
	 * @param theCase the case
	 * @return ids, some of those of {@link Act#END}
	 */
	@Transactional(readOnly = true)
	public List<String> reasons(Case theCase) {
		return this.episodes.soFar(theCase).endReasons();
	}

	/**
	 * Ends the care.
	 * @param id the case
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param reason why
	 * @throws Refused when the reason contradicts the check-ins
	 */
	@Transactional
	public void end(CaseId id, int seen, Therapist by, Reason reason) {
		this.lifeCycle.lock(id, seen, Act.END);
		Case theCase = this.cases.find(id).orElseThrow(() -> new Refused("care.no-plan"));
		if (!reasons(theCase).contains(reason.code())) {
			throw new Refused("care.end.reason");
		}
		this.lifeCycle.take(id, new Decision(Act.END, seen, by, reason));
	}

}
