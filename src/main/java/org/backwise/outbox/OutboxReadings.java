package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

import org.springframework.stereotype.Component;

import org.backwise.monitoring.Reading;
import org.backwise.monitoring.Readings;
import org.backwise.outbox.Message.State;

/** How the outbox is doing: whether mail leaves, not who gets any. */
@Component
class OutboxReadings implements Readings {

	/** Counting stops here. */
	private static final int MOST = 1_000;

	private final OutboxRows rows;

	private final Clock clock;

	OutboxReadings(OutboxRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	@Override
	public List<Reading> readings() {
		return List.of(
				new Reading("backwise.outbox.failed",
						"Messages that could not be sent and wait for somebody at the desk",
						() -> OptionalDouble.of(this.rows.count(State.FAILED, MOST))),
				new Reading("backwise.outbox.late.seconds", "How long the oldest message has been due; 0 for none",
						() -> OptionalDouble.of(late())));
	}

	private double late() {
		return this.rows.oldestDue(this.clock.instant())
			.map((due) -> Duration.between(due, this.clock.instant()).toSeconds())
			.orElse(0L);
	}

}
