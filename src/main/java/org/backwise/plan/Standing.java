package org.backwise.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;

/**
 * Where a case stands after all steps taken.
 *
 * @param version the number of the last step, 0 when none was taken
 * @param state where it stands
 * @param level the level of its referral, also while it is cleared; null when there is
 * none
 * @param plan the plan as it is now, also when it was declined; null when there is none
 * @param steps all steps in order
 */
public record Standing(int version, CaseState state, @Nullable Level level, @Nullable CarePlan plan,
		List<CaseStep> steps) {

	/** What a therapist can do with a case. */
	public enum Act {

		/** Let the plan stand. */
		APPROVE,
		/** Let the plan stand with changes. */
		CHANGE,
		/** Decide against the plan. */
		DECLINE,
		/** Record a clearance. */
		CLEAR,
		/** Raise the level. */
		RAISE,
		/** Keep whether the doctor was seen. */
		FOLLOW_UP

	}

	static Standing of(@Nullable Level level, @Nullable CarePlan proposal, boolean hasPlan, List<CaseStep> steps) {
		CaseState state = hasPlan ? CaseState.PROPOSED : CaseState.REFERRED;
		Level now = level;
		CarePlan plan = proposal;
		for (CaseStep step : steps) {
			state = switch (step.kind()) {
				case APPROVED -> CaseState.APPROVED;
				case CHANGED -> CaseState.CHANGED;
				case DECLINED -> CaseState.DECLINED;
				case CLEARED -> CaseState.CLEARED;
				case PROPOSED -> CaseState.PROPOSED;
				case RAISED -> CaseState.REFERRED;
				case FOLLOWED_UP -> state;
				case CLOSED -> CaseState.CLOSED;
				case WITHDRAWN -> CaseState.WITHDRAWN;
			};
			now = (step.level() != null) ? step.level() : now;
			plan = (step.plan() != null) ? step.plan() : plan;
		}
		return new Standing(steps.isEmpty() ? 0 : steps.get(steps.size() - 1).version(), state, now, plan,
				List.copyOf(steps));
	}

	/**
	 * What can be done now. Everything else is refused.
	 * @return the acts
	 */
	public Set<Act> acts() {
		Set<Act> acts = switch (this.state) {
			case PROPOSED -> EnumSet.of(Act.APPROVE, Act.CHANGE, Act.DECLINE, Act.RAISE);
			case APPROVED, CHANGED -> EnumSet.of(Act.CHANGE, Act.DECLINE, Act.RAISE);
			case DECLINED -> EnumSet.of(Act.APPROVE, Act.CHANGE, Act.RAISE);
			case REFERRED -> EnumSet.of(Act.RAISE, Act.FOLLOW_UP);
			case CLEARED, CLOSED -> EnumSet.of(Act.RAISE);
			case WITHDRAWN -> EnumSet.noneOf(Act.class);
		};
		boolean mayBeCleared = this.level != null && this.level.mayBeCleared();
		if (mayBeCleared && (this.state == CaseState.REFERRED || this.state == CaseState.CLOSED)) {
			acts.add(Act.CLEAR);
		}
		if (raisable().isEmpty()) {
			acts.remove(Act.RAISE);
		}
		return acts;
	}

	/**
	 * The levels to which the case can be raised, most urgent first: never to a less
	 * urgent one; to the same one only to take back a clearance.
	 * @return the levels, maybe none
	 */
	public List<Level> raisable() {
		Level now = this.level;
		boolean refers = this.state == CaseState.REFERRED || this.state == CaseState.CLOSED;
		return Stream.of(Level.values())
			.filter((other) -> now == null || other.isMoreUrgentThan(now) || (other == now && !refers))
			.toList();
	}

	/**
	 * Whether massage follows a referral that was cleared.
	 * @return true for a complementary plan, proposed or decided
	 */
	public boolean isComplementary() {
		return this.level != null && this.plan != null && (this.state.hasPlan() || this.state == CaseState.DECLINED);
	}

	/**
	 * The last step of a kind.
	 * @param kind a kind
	 * @return empty when there was none
	 */
	public Optional<CaseStep> last(CaseStep.Kind kind) {
		return this.steps.stream().filter((step) -> step.kind() == kind).reduce((first, second) -> second);
	}

	/**
	 * The steps taken since a version that somebody looked at.
	 * @param version that version
	 * @return later steps, in order
	 */
	public List<CaseStep> since(int version) {
		return this.steps.stream().filter((step) -> step.version() > version).toList();
	}

}
