package org.backwise.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.backwise.monitoring.Reading;
import org.backwise.monitoring.Readings;

/** Whether the journal is as it was written. */
@Component
class JournalReadings implements Readings {

	/** What is new since the last proof is followed again so often. */
	private static final Duration FRESH = Duration.ofMinutes(5);

	private final ObjectProvider<Journal> journal;

	private final Clock clock;

	private @Nullable ChainCheck last;

	private Instant lookedAt = Instant.MIN;

	JournalReadings(ObjectProvider<Journal> journal, Clock clock) {
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	public List<Reading> readings() {
		return List.of(
				new Reading("backwise.journal.whole", "1 when the journal is as it was written, 0 when it was altered",
						() -> OptionalDouble.of(check().isWhole() ? 1 : 0)),
				new Reading("backwise.journal.proved.timestamp.seconds",
						"When the whole journal was followed last, in seconds since 1970; missing when it never was",
						this::provedAt));
	}

	private OptionalDouble provedAt() {
		Instant at = check().earlierAt();
		return (at != null) ? OptionalDouble.of(at.getEpochSecond()) : OptionalDouble.empty();
	}

	private synchronized ChainCheck check() {
		Instant now = this.clock.instant();
		ChainCheck known = this.last;
		if (known == null || Duration.between(this.lookedAt, now).abs().compareTo(FRESH) > 0) {
			known = this.journal.getObject().check();
			this.last = known;
			this.lookedAt = now;
		}
		return known;
	}

}
