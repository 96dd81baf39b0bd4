package org.backwise.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.care.AgreedTime;
import org.backwise.care.LiveSession;
import org.backwise.care.NextCheckIn;
import org.backwise.care.PlanSteps;
import org.backwise.cases.CheckIn;
import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Dates;
import org.backwise.practice.Practice;
import org.backwise.practice.Words;

/**
 * What comes next in a course of care, as the client reads it.
 *
 * @param next the next check-in, null when none is due
 * @param said what follows from the last check-in, null when that is over
 * @param outcome what that check-in led to, null when that is over
 * @param signposts where to turn when that check-in tells of more than the back
 * @param day the day of the next session, null when there is none
 * @param toCome whether that day is not over
 * @param at its time, null while none is agreed
 * @param waiting the step that waits for a therapist or for the client, null for none
 * @param checkedIn whether there is anything to look back on
 * @param afresh whether the whole questionnaire has to be answered afresh
 * @param full whether the last phase has had all its sessions, so that only a fresh
 * questionnaire leads on
 * @param most how many sessions the last phase has at most
 * @param greyFrom the day from which days are not certain since nothing is heard of the
 * client, null while they are
 */
record CareView(@Nullable NextCheckIn next, @Nullable String said, @Nullable Outcome outcome, List<String> signposts,
		@Nullable LocalDate day, boolean toCome, @Nullable AgreedTime at, PlanSteps.@Nullable Proposed waiting,
		boolean checkedIn, boolean afresh, boolean full, int most, @Nullable LocalDate greyFrom) {

	static CareView of(@Nullable NextCheckIn next, List<CheckIn> made, @Nullable LiveSession open,
			Map<Integer, AgreedTime> times, LocalDate today, PlanSteps.@Nullable Proposed waiting, boolean afresh,
			boolean full, boolean silent, KnowledgeBase base, Practice practice) {
		FollowUp followUp = Objects.requireNonNull(base.followUp());
		CheckIn last = made.isEmpty() ? null : made.get(made.size() - 1);
		boolean recent = last != null && !last.decision().outcome().pauses()
				&& (open == null || last.course().session() == open.number());
		Outcome outcome = (last != null && recent) ? last.decision().outcome() : null;
		boolean toCome = open != null && !open.day().isBefore(today);
		return new CareView(next, (outcome != null) ? practice.fill(followUp.words(outcome)) : null, outcome,
				(last != null && recent) ? signposts(last, base, practice) : List.of(),
				(open != null) ? open.day() : null, toCome, toCome ? times.get(open.number()) : null, waiting,
				made.size() > 1, afresh, full, followUp.timing().mostMonthly(), silent ? today : null);
	}

	private static List<String> signposts(CheckIn last, KnowledgeBase base, Practice practice) {
		List<String> fired = last.decision().cautions().stream().map(FiredCaution::caution).toList();
		return Objects.requireNonNull(base.followUp())
			.cautions()
			.stream()
			.filter((caution) -> fired.contains(caution.id()))
			.flatMap((caution) -> base.signposts().stream().filter((post) -> post.id().equals(caution.signpost())))
			.map((post) -> practice.fill(post.text()))
			.toList();
	}

	/** Whether the client chooses: to finish, or to go on. */
	public boolean chooses() {
		return this.waiting != null && this.waiting.asks();
	}

	/** Number of the check-in that asks the client. */
	public int asking() {
		return Objects.requireNonNull(this.waiting).checkIn().number();
	}

	/** Whether the client could finish, and would like to go on. */
	public boolean wouldGoOn() {
		return this.waiting != null && this.waiting.wish() == PlanSteps.Wish.GO_ON;
	}

	/** Whether the client would like fewer sessions, and nobody has talked of it yet. */
	public boolean wouldComeLess() {
		return this.waiting != null && this.waiting.wish() == PlanSteps.Wish.FEWER;
	}

	/** Whether a therapist has to answer a step first. */
	public boolean waits() {
		return this.waiting != null && !chooses() && this.waiting.wish() == null;
	}

	/** Whether the plan goes on as it is. */
	public boolean goesOn() {
		return this.outcome == Outcome.GO_ON;
	}

	/** Whether somebody else may help more. */
	public boolean refers() {
		return this.outcome == Outcome.END_AND_REFER;
	}

	/** What was said with the end in mind; the rest is over with the plan. */
	public @Nullable String saidOfTheEnd() {
		return (this.outcome == Outcome.FINISH || refers()) ? this.said : null;
	}

	/** Whether nothing is heard of the client any more. */
	public boolean isSilent() {
		return this.greyFrom != null;
	}

	/** Whether a session on a day is not certain any more. */
	public boolean isGrey(LocalDate one) {
		return this.greyFrom != null && !one.isBefore(this.greyFrom);
	}

	/** Whether a check-in is open now. */
	public boolean isOpen() {
		return this.next != null && this.next.open();
	}

	/** Whether one opens later. */
	public boolean isLater() {
		return this.next != null && !this.next.open();
	}

	/** What heads the page: an open check-in, a later one, or the next session. */
	@Nullable String heading(Words words, Dates dates) {
		if (this.next == null) {
			return (this.day != null && !isSilent()) ? words.of("result.next.day", dates.full(this.day)) : null;
		}
		return this.next.open() ? words.of("result.next.open." + this.next.moment())
				: words.of("result.next.later", dates.day(this.next.opens()));
	}

}
