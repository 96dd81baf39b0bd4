package org.backwise.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

import org.backwise.monitoring.Reading;
import org.backwise.monitoring.Readings;

/** Whether an owner has to look after the backups. */
@Component
class BackupWarning implements Readings {

	/** A last good one that is older is too old. */
	static final Duration OLD = Duration.ofDays(2);

	private final BackupRuns runs;

	private final BackupSettings settings;

	private final boolean kept;

	private final Clock clock;

	BackupWarning(BackupRuns runs, BackupSettings settings, DataSourceProperties access, Clock clock) {
		this.runs = runs;
		this.settings = settings;
		this.kept = isKept(Access.of(access), settings);
		this.clock = clock;
	}

	/**
	 * Something to warn of.
	 *
	 * @param what which words say so
	 * @param since when the last good one was made; null for never
	 */
	record Warning(String what, @Nullable Instant since) {
	}

	/** Nobody is warned of a database that is not kept, as in the demo. */
	Optional<Warning> now() {
		if (!this.kept || this.settings.elsewhere()) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		Optional<BackupRun> last = this.runs.newest(now);
		boolean isGood = last.filter(BackupRun::isGood).isPresent();
		Optional<Instant> good = (isGood ? last : this.runs.lastGood(now)).map(BackupRun::endedAt);
		if (this.settings.missing().isPresent()) {
			return Optional.of(new Warning("not-set", good.orElse(null)));
		}
		if (last.isPresent() && !isGood) {
			return Optional.of(new Warning("failed", good.orElse(null)));
		}
		if (good.isEmpty()) {
			return Optional.of(new Warning("never", null));
		}
		return good.filter((at) -> at.isBefore(now.minus(OLD))).map((at) -> new Warning("old", at));
	}

	/** For the template of a page. */
	public @Nullable Warning orNull() {
		return now().orElse(null);
	}

	@Override
	public List<Reading> readings() {
		return List.of(
				new Reading("backwise.backup.warning", "1 when an owner has to look after the backups, 0 when not",
						() -> OptionalDouble.of(now().isPresent() ? 1 : 0)),
				new Reading("backwise.backup.good.timestamp.seconds",
						"When the last good backup was made, in seconds since 1970; missing when there is none",
						() -> this.runs.lastGood(this.clock.instant())
							.map((run) -> OptionalDouble.of(run.endedAt().getEpochSecond()))
							.orElseGet(OptionalDouble::empty)));
	}

	private static boolean isKept(Access access, BackupSettings settings) {
		try {
			Engine.of(access, settings).requireKept();
			return true;
		}
		catch (BackupFailedException ex) {
			return false;
		}
	}

}
