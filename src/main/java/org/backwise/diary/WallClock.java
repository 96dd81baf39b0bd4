package org.backwise.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The clock on the practice's wall: on the two days of a year on which it is changed a
 * time may not exist, or come twice.
 */
final class WallClock {

	private final ZoneId zone;

	WallClock(ZoneId zone) {
		this.zone = zone;
	}

	/** What a time on the wall is on a day. */
	enum Kind {

		/** It comes once. */
		ONCE,
		/** The clocks are put forward past it. */
		NEVER,
		/** The clocks are put back before it is over. */
		TWICE

	}

	Kind kind(LocalDate day, LocalTime time) {
		ZoneOffsetTransition change = this.zone.getRules().getTransition(day.atTime(time));
		if (change == null) {
			return Kind.ONCE;
		}
		return change.isGap() ? Kind.NEVER : Kind.TWICE;
	}

	/**
	 * The moment at which the wall shows a time: of two the first; for a time that does
	 * not exist as much later as the clocks are put forward.
	 */
	Instant moment(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(this.zone).toInstant();
	}

	/** What the wall shows at that moment. */
	LocalTime shown(LocalDate day, LocalTime time) {
		return LocalDateTime.ofInstant(moment(day, time), this.zone).toLocalTime();
	}

	/** Whether two sessions of one day take place at the same time. */
	boolean overlap(LocalDate day, LocalTime one, int minutes, LocalTime other, int others) {
		Instant first = moment(day, one);
		Instant second = moment(day, other);
		return first.isBefore(second.plusSeconds(others * 60L)) && second.isBefore(first.plusSeconds(minutes * 60L));
	}

}
