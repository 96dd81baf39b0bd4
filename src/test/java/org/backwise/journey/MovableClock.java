package org.backwise.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Runs with the real time, as far ahead or behind as a test says. */
class MovableClock extends Clock {

	private static final ZoneId ZONE = ZoneId.of("Europe/London");

	private volatile Duration ahead = Duration.ZERO;

	@Override
	public ZoneId getZone() {
		return ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(Clock.system(zone), this.ahead);
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

	void move(Duration further) {
		this.ahead = this.ahead.plus(further);
	}

	/** Moves to noon of a day. */
	void moveTo(LocalDate day) {
		this.ahead = Duration.between(Instant.now(), day.atTime(12, 0).atZone(ZONE).toInstant());
	}

	void reset() {
		this.ahead = Duration.ZERO;
	}

	/** Puts it in place of the application's own clock. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Settings {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

}
