package org.backwise.diary;

import java.time.LocalTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * When in its day a session is, for how long, with whom and where. The time is that of a
 * clock on the practice's wall, so that it stays what it is when the clocks change.
 *
 * @param start its time, null while nobody has said
 * @param minutes how long it lasts
 * @param therapist the account of who treats, null while nobody has said
 * @param room id of the treatment room, null while nobody has said
 */
public record Appointment(@Nullable LocalTime start, int minutes, @Nullable UUID therapist, @Nullable String room) {

	/** A day has so many minutes on the wall. */
	static final int DAY = 24 * 60;

	/**
	 * When it ends, in minutes of its day.
	 * @return null while it has no time
	 */
	@Nullable Integer endMinute() {
		return (this.start != null) ? minute(this.start) + this.minutes : null;
	}

	/**
	 * Whether it ends on the day on which it begins.
	 * @return true also while it has no time
	 */
	boolean endsInTime() {
		Integer end = endMinute();
		return end == null || end <= DAY;
	}

	/** The minute of the day that a time is. */
	static int minute(LocalTime time) {
		return time.getHour() * 60 + time.getMinute();
	}

	/** The time that a minute of the day is; midnight at the end of the day is 24:00. */
	static String clock(int minute) {
		return "%02d:%02d".formatted(minute / 60, minute % 60);
	}

	/** Tells whether somebody else has changed it since a page was drawn. */
	String seen() {
		return this.start + " " + this.minutes + " " + this.therapist + " " + this.room;
	}

}
