package org.backwise.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Act.By;
import org.backwise.knowledge.Level;

/**
 * Where a case stands after all steps taken.
 *
 * @param version the number of the last step, 0 when none was taken
 * @param state where it stands
 * @param level the level of its referral, also while it is cleared; null when there is
 * none
 * @param steps all steps in order
 */
public record Standing(int version, CaseState state, @Nullable Level level, List<CaseStep> steps) {

	/**
	 * Follows the steps of a case.
	 * @param level the level to which its first round led, null for a care plan
	 * @param steps its steps in order
	 * @return where it stands
	 */
	static Standing of(@Nullable Level level, List<CaseStep> steps) {
		CaseState state = (level != null) ? CaseState.REFERRED : CaseState.PROPOSED;
		Level now = level;
		Level planned = null;
		for (CaseStep step : steps) {
			planned = state.hasPlan() ? now : planned;
			state = step.act().after(state);
			now = (step.level() != null) ? step.level() : (step.act() == Act.RETURN) ? planned : now;
		}
		return new Standing(steps.isEmpty() ? 0 : steps.get(steps.size() - 1).version(), state, now,
				List.copyOf(steps));
	}

	/**
	 * What a therapist can do now. Everything else is refused.
	 * @return the acts
	 */
	public Set<Act> acts() {
		Set<Act> acts = EnumSet.noneOf(Act.class);
		Stream.of(Act.values()).filter((act) -> act.isFor(By.THERAPIST)).filter(this::allows).forEach(acts::add);
		return acts;
	}

	boolean allows(Act act) {
		return act.isFrom(this.state) && (act != Act.RETURN || mayReturn())
				&& (act != Act.CLEAR || (this.level != null && this.level.mayBeCleared()))
				&& (act != Act.RAISE || !raisable().isEmpty());
	}

	/** What only time lifts is over by itself; the rest of a referral is not. */
	private boolean mayReturn() {
		return this.state != CaseState.REFERRED || (this.level == Level.WAIT && wasChecked());
	}

	/**
	 * The levels to which the case can be raised, most urgent first: never to a less
	 * urgent one; to the same one only to take back a clearance.
	 * @return the levels, maybe none
	 */
	public List<Level> raisable() {
		Level now = this.level;
		return Stream.of(Level.values())
			.filter((other) -> now == null || other.isMoreUrgentThan(now) || (other == now && !this.state.refers()))
			.toList();
	}

	/**
	 * Whether massage follows a referral that was cleared.
	 * @return true for a complementary plan, proposed or decided
	 */
	public boolean isComplementary() {
		return this.level != null && Set
			.of(CaseState.PROPOSED, CaseState.APPROVED, CaseState.CHANGED, CaseState.DECLINED, CaseState.PAUSED,
					CaseState.LAPSED, CaseState.ENDED)
			.contains(this.state);
	}

	/**
	 * The last step of a kind.
	 * @param act what was done
	 * @return empty when it never was
	 */
	public Optional<CaseStep> last(Act act) {
		return this.steps.stream().filter((step) -> step.act() == act).reduce((first, second) -> second);
	}

	/**
	 * The step that brought the case where it stands.
	 * @return empty when it stands where it began
	 */
	public Optional<CaseStep> arrival() {
		return this.steps.stream().filter((step) -> step.act().leadsTo(this.state)).reduce((first, second) -> second);
	}

	/**
	 * The step since which the plan has run: a therapist stood behind it, or let it go
	 * on, and nothing has stopped it since.
	 * @return empty while no plan runs
	 */
	public Optional<CaseStep> begun() {
		CaseStep begun = null;
		CaseState now = CaseState.PROPOSED;
		for (CaseStep step : this.steps) {
			CaseState next = step.act().after(now);
			begun = (next.isChecked() && !now.isChecked()) ? step : begun;
			now = next;
		}
		return this.state.isChecked() ? Optional.ofNullable(begun) : Optional.empty();
	}

	/**
	 * The step that stopped the plan.
	 * @return empty while a plan counts, and where nothing was stopped
	 */
	public Optional<CaseStep> stop() {
		return this.state.hasPlan() ? Optional.empty()
				: this.steps.stream().filter((step) -> step.act().stopsPlan()).reduce((first, second) -> second);
	}

	/**
	 * The last step, where a therapist stopped a plan with it that stood until then. What
	 * a client's own answers or own wish stopped is not meant: their page tells them in
	 * that moment.
	 * @return empty when the last step was another one
	 */
	public Optional<CaseStep> stoppedByTherapist() {
		int last = this.steps.size() - 1;
		return this.steps.stream()
			.skip(Math.max(0, last))
			.filter((step) -> step.account() != null && step.act().stopsPlan())
			.filter((step) -> of(null, this.steps.subList(0, last)).state().isChecked())
			.findFirst();
	}

	/**
	 * Whether a therapist ever stood behind a plan.
	 * @return true once one was approved or changed
	 */
	public boolean wasChecked() {
		return this.steps.stream().anyMatch((step) -> Set.of(Act.APPROVE, Act.CHANGE).contains(step.act()));
	}

	/**
	 * The plan that the last step about a plan brought.
	 * @return its id, empty when the plan proposed first still counts, or there is none
	 */
	public Optional<UUID> plan() {
		return this.steps.stream().map(CaseStep::plan).filter(Objects::nonNull).reduce((first, second) -> second);
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
