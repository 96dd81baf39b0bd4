package org.backwise.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.care.CheckInView;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanSteps;
import org.backwise.care.Silence;
import org.backwise.cases.Act;
import org.backwise.cases.Clearance;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Round;
import org.backwise.cases.Standing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Liftable;
import org.backwise.triage.Slip;
import org.backwise.triage.Triage;

/**
 * Everything on the desk about one client.
 *
 * @param theCase the case
 * @param first the round with which it began
 * @param latest the round that counts now
 * @param standing where the case stands
 * @param plans all its plans by their ids
 * @param plan the plan that counts now, null when there is none
 * @param sessions the sessions of that plan as they stand
 * @param proposal the plan that the rules proposed last, null when there is none
 * @param clearance the clearance in force
 * @param rules the rules by which it was decided
 * @param liftable what a clearance could do now
 * @param leftOut ids of the techniques that the last check-in left out
 * @param step the step that a check-in proposes, null when none waits
 * @param checkIns the newest check-ins, the newest first
 * @param earlier how many check-ins came before these
 * @param stops the check-ins that stopped the care, first the one that decides how urgent
 * it is; none when none did
 * @param silence whether nothing is heard of the client any more, null when it is
 * @param afresh whether only a fresh questionnaire leads on
 * @param rested the day since which the plan rests, null when it never did
 */
record CaseFile(Case theCase, Round first, Round latest, Standing standing, Map<UUID, CarePlan> plans,
		@Nullable CarePlan plan, List<LiveSession> sessions, @Nullable CarePlan proposal, Optional<Clearance> clearance,
		Triage rules, Liftable liftable, Set<String> leftOut, PlanSteps.@Nullable Proposed step,
		List<CheckInView> checkIns, int earlier, List<CheckInView> stops, @Nullable Silence silence, boolean afresh,
		@Nullable LocalDate rested) {

	/** The check-in that stopped the care, null when none did. */
	public @Nullable CheckInView stopping() {
		return this.stops.isEmpty() ? null : this.stops.get(0);
	}

	CaseId id() {
		return this.theCase.id();
	}

	public KnowledgeBase base() {
		return this.rules.knowledge();
	}

	/**
	 * What can be done now: a clearance only where it could lift something, a step only
	 * while one waits, and a plan that rested too long is not taken up again.
	 */
	Set<Act> acts() {
		Set<Act> acts = EnumSet.noneOf(Act.class);
		acts.addAll(this.standing.acts());
		if (this.liftable.isOnlyHeld()) {
			acts.remove(Act.CLEAR);
		}
		if (this.step == null) {
			acts.removeAll(EnumSet.of(Act.STEP, Act.PUT_OFF));
		}
		if (this.afresh) {
			acts.remove(Act.RESUME);
		}
		return acts;
	}

	/** Whether no clearance is offered only because it could lift nothing. */
	public boolean isHeld() {
		return this.standing.acts().contains(Act.CLEAR) && this.liftable.isOnlyHeld();
	}

	/** Whether a clearance can be kept, and opens nothing. */
	public boolean isClearedInVain() {
		return !this.liftable.held().isEmpty();
	}

	/** When the answers were sent that the referral rests on. */
	Instant decidedAt() {
		return (!this.stops.isEmpty()) ? this.stops.get(0).at() : this.theCase.sentAt();
	}

	/** Whether a safety answer was another one before it was sent. */
	boolean hasChangedSafetyAnswers() {
		return this.first.changes()
			.stream()
			.filter((change) -> this.base().hasQuestion(change.question()))
			.anyMatch((change) -> !base().isAboutMassage(base().question(change.question())));
	}

	/** The day of the next session, when it is over already. */
	public Optional<LocalDate> dayOver(LocalDate today) {
		return CarePlan.dayOver(this.sessions, this.rested, today);
	}

	/**
	 * The limits that have to be seen before a plan stands: what leaves out a kind of
	 * massage, and what somebody beyond this practice says.
	 */
	public List<Rules.Caution> toRead() {
		List<String> fired = this.latest.assessment().cautions().stream().map(Caution::rule).toList();
		return base().cautions()
			.stream()
			.filter((rule) -> fired.contains(rule.id()))
			.filter((rule) -> !rule.excludes().isEmpty() || rule.source() != Origin.OURS)
			.toList();
	}

	/** Whether it hurts somewhere and the pain is none, which is mostly a slip. */
	public boolean isPainless() {
		return Slip.painless(this.first.typed(), base()).isPresent();
	}

	/** What the last check-in offers to change in the plan, and the plan has not yet. */
	public List<CheckInView.Limit> offers() {
		return this.checkIns.stream()
			.limit(1)
			.flatMap((checkIn) -> checkIn.cautions().stream())
			.filter((caution) -> caution.offer() != null && (this.plan == null || !caution.offer().isIn(this.plan)))
			.toList();
	}

	/** What techniques are called. */
	public List<String> names(List<String> techniques) {
		return techniques.stream().map((id) -> base().technique(id).name()).toList();
	}

	/** The techniques that may be chosen, with their names. */
	public Map<String, String> techniques() {
		Map<String, String> techniques = new java.util.LinkedHashMap<>();
		Optional.ofNullable(this.latest.assessment().technique())
			.ifPresent((choice) -> choice.scores()
				.keySet()
				.stream()
				.filter((id) -> !choice.excluded().containsKey(id) && !this.leftOut.contains(id))
				.forEach((id) -> techniques.put(id, base().technique(id).name())));
		return techniques;
	}

}
