package org.backwise;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.backwise.practice.PracticeNow;

/** The time, in the practice's time zone of now. */
class PracticeClock extends Clock {

	private final PracticeNow practice;

	private final Clock clock = Clock.systemUTC();

	PracticeClock(PracticeNow practice) {
		this.practice = practice;
	}

	@Override
	public ZoneId getZone() {
		return this.practice.now().zone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.clock.withZone(zone);
	}

	@Override
	public Instant instant() {
		return this.clock.instant();
	}

}
