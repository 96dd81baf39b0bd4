package org.backwise.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Reason;
import org.backwise.cases.Standing;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Refused;

/**
 * A course of care as it lies in the database, read once.
 *
 * @param theCase the case
 * @param standing where it stands
 * @param made its check-ins in order
 * @param laid its plan as it is now, null before there is one
 * @param live the sessions of that plan as they stand
 * @param base the rules in force
 * @param today the day on which it is looked at
 */
record CareSoFar(Case theCase, Standing standing, List<CheckIn> made, @Nullable CarePlan laid, List<LiveSession> live,
		KnowledgeBase base, LocalDate today) {

	private static final Set<Act> STOPS = Set.of(Act.PAUSE, Act.LAPSE, Act.RAISE);

	private static final Set<Act> ANSWERS = Set.of(Act.STEP, Act.PUT_OFF, Act.CHANGE, Act.END, Act.DECLINE);

	/** The plan; refused where there is none. */
	CarePlan plan() {
		if (this.laid == null) {
			throw new Refused("care.no-plan");
		}
		return this.laid;
	}

	/**
	 * The check-in that proposes a step nobody has answered since; of several before the
	 * same session the strictest, so that a later one takes nothing back. That a plan
	 * should end waits for its answer, whatever comes after; so does a wish that a
	 * therapist talks about, as long as nothing else waits.
	 */
	Optional<CheckIn> waitingStep() {
		if (!this.standing.state().isChecked()) {
			return Optional.empty();
		}
		Instant answered = lastOf(ANSWERS).orElse(Instant.MIN);
		int session = this.made.isEmpty() ? 0 : this.made.get(this.made.size() - 1).course().session();
		return this.made.stream()
			.filter((checkIn) -> checkIn.sentAt().isAfter(answered))
			.filter((checkIn) -> checkIn.course().session() == session
					|| checkIn.decision().outcome() == Outcome.END_AND_REFER)
			.filter(this::proposes)
			.reduce((one, next) -> one.decision().outcome().isStricterThan(next.decision().outcome()) ? one : next)
			.or(() -> this.made.stream()
				.filter((checkIn) -> checkIn.sentAt().isAfter(answered))
				.filter(this::isDecidedFirst)
				.reduce((one, next) -> next));
	}

	/**
	 * Whether a therapist talks with the client and decides before it goes on, such as
	 * when they wish for fewer sessions.
	 */
	boolean isDecidedFirst(CheckIn checkIn) {
		List<String> decided = followUp().cautions()
			.stream()
			.filter((caution) -> caution.decidedIn().contains(checkIn.course().phase()))
			.map(CareRules.Caution::id)
			.toList();
		return checkIn.decision().outcome() == Outcome.GO_ON
				&& checkIn.decision().cautions().stream().anyMatch((fired) -> decided.contains(fired.caution()));
	}

	/**
	 * The check-in that leaves it to the client to finish or to go on, whom nobody has
	 * answered; not when a later one says that all is not well.
	 */
	Optional<CheckIn> toChoose() {
		return waitingStep().filter(this::isLeftToClient)
			.filter((asks) -> this.made.stream()
				.filter((other) -> other.number() > asks.number())
				.noneMatch((other) -> other.decision().outcome().isStricterThan(Outcome.GO_ON)))
			.filter((asks) -> chosen(asks).isEmpty());
	}

	private boolean isLeftToClient(CheckIn checkIn) {
		List<String> left = followUp().rules()
			.stream()
			.filter(CareRules.Rule::isLeftToClient)
			.map(CareRules.Rule::id)
			.toList();
		return checkIn.decision().outcome() == Outcome.FINISH
				&& checkIn.decision().rules().stream().anyMatch((fired) -> left.contains(fired.rule()));
	}

	/** What the client chose after a check-in, before any other was made. */
	Optional<String> chosen(CheckIn asks) {
		Instant next = this.made.stream()
			.filter((other) -> other.number() > asks.number() && isLeftToClient(other))
			.map(CheckIn::sentAt)
			.findFirst()
			.orElse(Instant.MAX);
		return this.standing.steps()
			.stream()
			.filter((step) -> step.act() == Act.CHOOSE && !step.at().isBefore(asks.sentAt())
					&& step.at().isBefore(next))
			.map(CaseStep::reason)
			.findFirst();
	}

	/**
	 * Whether the last phase has had as many sessions as it may, so that only a fresh
	 * questionnaire leads on.
	 */
	boolean isFull() {
		return this.standing.state().isChecked() && isAtTheEnd() && !isPossible(null);
	}

	/** Whether a step can be taken at all. */
	boolean isPossible(@Nullable String to) {
		return new Steps(this.base.plan().phases(), followUp().timing(), this.today).isPossible(plan(), this.live, to);
	}

	FollowUp followUp() {
		return Objects.requireNonNull(this.base.followUp());
	}

	private boolean proposes(CheckIn checkIn) {
		return switch (checkIn.decision().outcome()) {
			case END_AND_REFER, STEP_BACK, STEP_DOWN, FINISH -> true;
			case HOLD, GO_ON -> isAtTheEnd() || isDecidedFirst(checkIn);
			case EMERGENCY, URGENT, SEE_DOCTOR, WAIT -> false;
		};
	}

	/**
	 * Why the care may end: no reason that a check-in contradicts, since the client reads
	 * both on one page.
	 */
	List<String> endReasons() {
		CheckIn last = lastInCare().orElse(null);
		boolean refers = waitingStep().or(this::lastInCare)
			.filter((checkIn) -> checkIn.decision().outcome() == Outcome.END_AND_REFER)
			.isPresent();
		boolean helped = last != null && last.isBetter() && !refers;
		boolean failed = refers || (last != null && last.isNoBetter());
		boolean tried = refers || this.live.stream().anyMatch((one) -> one.state() == LiveSession.State.KEPT);
		return Act.END.reasons()
			.stream()
			.filter((reason) -> !reason.equals(Reason.BETTER) || !failed)
			.filter((reason) -> !reason.equals(Reason.NO_CHANGE) || (tried && !helped))
			.toList();
	}

	/**
	 * Whether the client is asked some weeks after the end: when they finished, or the
	 * check-ins or the therapist said that massage did not help enough.
	 */
	boolean isAskedAfterwards(CaseStep end) {
		boolean byTherapist = end.account() != null && end.reason() != null;
		return !byTherapist || Reason.ASKED_AFTERWARDS.contains(end.reason())
				|| lastInCare().map((checkIn) -> checkIn.decision().outcome())
					.filter((outcome) -> outcome == Outcome.FINISH || outcome == Outcome.END_AND_REFER)
					.isPresent();
	}

	private Optional<CheckIn> lastInCare() {
		return this.made.stream().filter((checkIn) -> !checkIn.isAfterCare()).reduce((one, next) -> next);
	}

	/** No session of the block is left after the next one, so that one more is needed. */
	private boolean isAtTheEnd() {
		return lastOfBlock() <= nextNumber();
	}

	/**
	 * The number of the last session of the block that took place or still can; what fell
	 * through after it is none.
	 */
	int lastOfBlock() {
		return Steps.lastOfBlock(plan(), this.live);
	}

	/**
	 * Whether the last sessions of the block fell through and none is left, so that no
	 * review could come before one.
	 */
	boolean isBlockOver() {
		int last = plan().block().last(plan().sessions());
		return lastOfBlock() < last && this.live.stream().noneMatch((one) -> one.isOpen() && one.number() <= last);
	}

	/** Something stopped the care since the last check-in that let it go on. */
	boolean mustReturn() {
		Instant stopped = lastOf(STOPS).orElse(null);
		return stopped != null && this.standing.wasChecked()
				&& this.made.stream()
					.filter((checkIn) -> checkIn.moment() == Moment.RETURN && !checkIn.decision().outcome().pauses())
					.noneMatch((checkIn) -> !checkIn.sentAt().isBefore(stopped))
				&& this.made.stream().anyMatch((checkIn) -> checkIn.sentAt().isBefore(stopped.plusNanos(1)));
	}

	private Optional<Instant> lastOf(Set<Act> acts) {
		return this.standing.steps()
			.stream()
			.filter((step) -> acts.contains(step.act()))
			.map(CaseStep::at)
			.reduce((one, next) -> next);
	}

	/** The session that comes next, before which the client is asked. */
	Optional<LiveSession> next() {
		return plan().coming(this.live, this.today);
	}

	/** The number of the session that comes next; of the last one when none does. */
	int nextNumber() {
		return Steps.next(plan(), this.live, this.today);
	}

}
