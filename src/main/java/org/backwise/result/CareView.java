package org.backwise.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession;
import org.backwise.care.NextCheckIn;
import org.backwise.cases.CheckIn;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.practice.Dates;
import org.backwise.practice.Practice;
import org.backwise.practice.Words;

/**
 * What comes next in a course of care, as the client reads it.
 *
 * @param next the next check-in, null when none is due
 * @param said what follows from the last check-in, null when that is over
 * @param goesOn whether everything stays as it is
 * @param day the day of the next session, null when there is none
 * @param waits whether a therapist has to answer a step first
 * @param refers whether another kind of care is suggested, with a letter
 * @param checkedIn whether there is anything to look back on
 * @param afresh whether the whole questionnaire has to be answered afresh
 */
record CareView(@Nullable NextCheckIn next, @Nullable String said, boolean goesOn, @Nullable LocalDate day,
		boolean waits, boolean refers, boolean checkedIn, boolean afresh) {

	static CareView of(@Nullable NextCheckIn next, List<CheckIn> made, List<LiveSession> sessions,
			Optional<CheckIn> waiting, boolean afresh, FollowUp followUp, Practice practice) {
		LiveSession open = sessions.stream().filter(LiveSession::isOpen).findFirst().orElse(null);
		CheckIn last = made.isEmpty() ? null : made.get(made.size() - 1);
		boolean recent = last != null && !last.decision().outcome().pauses()
				&& (open == null || last.course().session() == open.number());
		Outcome outcome = (last != null && recent) ? last.decision().outcome() : null;
		return new CareView(next, (outcome != null) ? practice.fill(followUp.words(outcome)) : null,
				outcome == Outcome.GO_ON, (open != null) ? open.day() : null, waiting.isPresent(),
				outcome == Outcome.END_AND_REFER, made.size() > 1, afresh);
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
			return (this.day != null) ? words.of("result.next.day", dates.full(this.day)) : null;
		}
		return this.next.open() ? words.of("result.next.open." + this.next.moment())
				: words.of("result.next.later", dates.day(this.next.opens()));
	}

}
