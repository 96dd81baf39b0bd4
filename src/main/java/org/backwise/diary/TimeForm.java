package org.backwise.diary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession;
import org.backwise.care.PlanChange;
import org.backwise.diary.Appointments.Wish;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Words;

/**
 * A session's time, as typed.
 *
 * @param day its day
 * @param start its time
 * @param minutes its length
 * @param therapist id of an account, empty for nobody yet
 * @param room id of a room, empty for none yet
 * @param scope {@code later} when the later sessions follow
 * @param seen how the session stood when the page was drawn
 * @param was what its appointment was then
 * @param sure what stood against it, for somebody who wants it all the same
 * @param from the page to go back to
 */
record TimeForm(@Nullable String day, @Nullable String start, @Nullable String minutes, @Nullable String therapist,
		@Nullable String room, @Nullable String scope, @Nullable String seen, @Nullable String was,
		@Nullable String sure, @Nullable String from) {

	private static final String LATER = "later";

	/** The form as a page begins with it. */
	static TimeForm of(LiveSession session, Appointment now, boolean later, @Nullable String from) {
		return new TimeForm(session.day().toString(), Objects.toString(now.start(), null),
				Integer.toString(now.minutes()), Objects.toString(now.therapist(), null), now.room(),
				later ? LATER : "this", session.seen(), now.seen(), null, from);
	}

	/** The same on the session as it stands now. */
	TimeForm at(LiveSession session, Appointment now) {
		return new TimeForm(this.day, this.start, this.minutes, this.therapist, this.room, this.scope, session.seen(),
				now.seen(), this.sure, this.from);
	}

	public boolean isLater() {
		return LATER.equals(this.scope);
	}

	@Nullable LocalDate toDay() {
		return FormText.line(this.day).day().orElse(null);
	}

	@Nullable LocalTime toStart() {
		try {
			String typed = FormText.line(this.start).text();
			return typed.matches("\\d{2}:\\d{2}") ? LocalTime.parse(typed) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private Optional<Integer> toMinutes() {
		String typed = FormText.line(this.minutes).text();
		return typed.matches("\\d{1,3}") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
	}

	/** Everything that is to be put right before it can be tried. */
	List<FieldProblem> problems(List<UUID> therapists, List<String> rooms, Words words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (toDay() == null) {
			problems.add(new FieldProblem("day", words.of("diary.problem.day")));
		}
		if (toStart() == null) {
			problems.add(new FieldProblem("start", words.of("diary.problem.start")));
		}
		if (toMinutes().filter((typed) -> typed >= PlanChange.SHORTEST && typed <= PlanChange.LONGEST).isEmpty()) {
			problems.add(new FieldProblem("minutes",
					words.of("diary.problem.minutes", PlanChange.SHORTEST, PlanChange.LONGEST)));
		}
		else if (toStart() != null && !to().endsInTime()) {
			problems.add(new FieldProblem("start", words.of("diary.problem.midnight")));
		}
		String who = Objects.requireNonNullElse(this.therapist, "");
		if (!who.isEmpty() && therapists.stream().noneMatch((one) -> one.toString().equals(who))) {
			problems.add(new FieldProblem("therapist", words.of("diary.problem.therapist")));
		}
		String where = Objects.requireNonNullElse(this.room, "");
		if (!where.isEmpty() && !rooms.contains(where)) {
			problems.add(new FieldProblem("room", words.of("diary.problem.room")));
		}
		return problems;
	}

	/** The appointment; to be asked for when nothing is to be put right. */
	Appointment to() {
		return new Appointment(toStart(), toMinutes().orElse(0),
				(this.therapist == null || this.therapist.isEmpty()) ? null : UUID.fromString(this.therapist),
				(this.room == null || this.room.isEmpty()) ? null : this.room);
	}

	Wish wish(int number) {
		return new Wish(number, isLater(), Objects.requireNonNull(toDay()), to(),
				Objects.requireNonNullElse(this.seen, ""), Objects.requireNonNullElse(this.was, ""), this.sure);
	}

}
