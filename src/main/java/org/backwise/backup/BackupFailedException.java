package org.backwise.backup;

import org.jspecify.annotations.Nullable;

/** A backup or a way back failed, for a reason that can be told in words. */
class BackupFailedException extends RuntimeException {

	private final Trouble trouble;

	private final String about;

	BackupFailedException(Trouble trouble) {
		this(trouble, "", null);
	}

	BackupFailedException(Trouble trouble, String about, @Nullable Throwable cause) {
		super(trouble.name(), cause);
		this.trouble = trouble;
		this.about = about;
	}

	Trouble trouble() {
		return this.trouble;
	}

	/** A file, a tool or a table that the words name. */
	String about() {
		return this.about;
	}

}
