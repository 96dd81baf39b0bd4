package org.backwise.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/** Whether an owner has to look after the backups. */
@Component
class BackupWarning {

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
		List<BackupRun> last = this.runs.newest(1);
		boolean isGood = !last.isEmpty() && last.get(0).isGood();
		Optional<Instant> good = (isGood ? Optional.of(last.get(0)) : this.runs.lastGood()).map(BackupRun::endedAt);
		if (this.settings.missing().isPresent()) {
			return Optional.of(new Warning("not-set", good.orElse(null)));
		}
		if (!last.isEmpty() && !isGood) {
			return Optional.of(new Warning("failed", good.orElse(null)));
		}
		if (good.isEmpty()) {
			return Optional.of(new Warning("never", null));
		}
		return good.filter((at) -> at.isBefore(this.clock.instant().minus(OLD))).map((at) -> new Warning("old", at));
	}

	/** For the template of a page. */
	public @Nullable Warning orNull() {
		return now().orElse(null);
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
