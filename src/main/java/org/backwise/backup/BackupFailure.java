package org.backwise.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the console why an upgrade did not begin, instead of a stack trace. */
class BackupFailure extends AbstractFailureAnalyzer<BackupFailedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BackupFailedException cause) {
		return new FailureAnalysis(
				"This upgrade would change the database, and no backup could be made first. Nothing was changed. "
						+ new CommandWords().of(cause),
				"Mend that and start again. To upgrade without a backup, start once with backwise.backup.before-upgrade=false.",
				cause);
	}

}
