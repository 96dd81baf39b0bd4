package org.backwise.backup;

import java.time.Clock;
import java.time.ZoneId;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.backwise.journal.Who;

/**
 * Makes a backup before an upgrade changes the database. When it is set where backups go
 * and none can be made, nothing is changed and the program does not start.
 */
@Component
class BeforeUpgrade implements FlywayMigrationStrategy {

	private static final Logger logger = LoggerFactory.getLogger(BeforeUpgrade.class);

	private final DataSourceProperties access;

	private final DataSource live;

	private final BackupSettings settings;

	private final ObjectProvider<BackupKeeper> keeper;

	private volatile @Nullable BackupRun made;

	BeforeUpgrade(DataSourceProperties access, DataSource live, BackupSettings settings,
			ObjectProvider<BackupKeeper> keeper) {
		this.access = access;
		this.live = live;
		this.settings = settings;
		this.keeper = keeper;
	}

	@Override
	public void migrate(Flyway flyway) {
		MigrationInfoService info = flyway.info();
		if (info.applied().length > 0 && info.pending().length > 0) {
			backUp();
		}
		flyway.migrate();
	}

	private void backUp() {
		if (this.settings.isUnset() || !this.settings.beforeUpgrade()) {
			logger.warn("This upgrade changes the database, and no backup is made first: {}. See docs/operating.md",
					this.settings.isUnset() ? "backwise.backup.folder is not set"
							: "backwise.backup.before-upgrade is false");
			return;
		}
		BackupMaker maker = new BackupMaker(Access.of(this.access), this.live, this.settings, Clock.systemUTC(),
				ZoneId.systemDefault());
		BackupRun run = BackupKeeper.attempt(maker, Kind.UPGRADE, Clock.systemUTC());
		Trouble trouble = run.trouble();
		if (trouble != null) {
			throw new BackupFailedException(trouble, run.about(), null);
		}
		this.made = run;
	}

	/** There is a table for it only now. */
	@EventListener(ApplicationReadyEvent.class)
	public void keep() {
		BackupRun run = this.made;
		if (run != null) {
			this.keeper.getObject().keep(run, new Who.System());
		}
	}

}
