package org.backwise.trial;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.backwise.practice.PracticeNow;

/**
 * The clock of a trial. Whoever makes up the past can stand in it; for everybody else it
 * is now.
 */
@Component
@Primary
@Profile("demo")
class TravellingClock extends Clock {

	private final PracticeNow practice;

	private final Clock now = Clock.systemUTC();

	private final ThreadLocal<Instant> then = new ThreadLocal<>();

	TravellingClock(PracticeNow practice) {
		this.practice = practice;
	}

	/** Stands at a time, as long as something is done. */
	void at(Instant time, Runnable what) {
		this.then.set(time);
		try {
			what.run();
		}
		finally {
			this.then.remove();
		}
	}

	/** The time for everybody else. */
	Instant today() {
		return this.now.instant();
	}

	@Override
	public ZoneId getZone() {
		return this.practice.now().zone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

	@Override
	public Instant instant() {
		Instant past = this.then.get();
		return (past != null) ? past : this.now.instant();
	}

}
