package org.backwise.backup;

import java.util.Optional;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import org.backwise.backup.BackupWarning.Warning;

/**
 * Whether backups are as they should be. An old one makes nothing be down: the status is
 * one that counts for nothing in the whole.
 */
@Component("lastBackupHealthContributor")
class BackupHealth extends AbstractHealthIndicator {

	/** Somebody has to look. */
	static final Status WARNING = new Status("WARNING");

	private final BackupWarning warning;

	BackupHealth(BackupWarning warning) {
		super("Nobody knows of the backups");
		this.warning = warning;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		try {
			Optional<Warning> now = this.warning.now();
			health.status(now.isPresent() ? WARNING : Status.UP);
			now.ifPresent((warning) -> health.withDetail("what", warning.what()));
		}
		// That the database does not answer is said by its own check.
		catch (DataAccessException ex) {
			health.unknown();
		}
	}

}
