package org.backwise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** A clock that stands still until it is told to move on. */
public class TestClock extends Clock {

	private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

	private static final ZoneId ZONE = ZoneId.of("Europe/London");

	private Instant now = START;

	/** Back to Monday 1 March 2027, 9 o'clock. */
	public void reset() {
		this.now = START;
	}

	/**
	 * Lets days, months or years pass.
	 * @param period how much
	 */
	public void pass(Period period) {
		this.now = this.now.atZone(ZONE).plus(period).toInstant();
	}

	/**
	 * Lets some time pass.
	 * @param time how much
	 */
	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public ZoneId getZone() {
		return ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
