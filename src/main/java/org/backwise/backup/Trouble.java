package org.backwise.backup;

import java.util.Locale;

/** Why a backup or a way back failed. Names are stored: add, never rename. */
enum Trouble {

	/** No folder is set. */
	NO_FOLDER,

	/** No passphrase is set. */
	NO_PASSPHRASE,

	/** The passphrase is too short. */
	SHORT_PASSPHRASE,

	/** The file of the passphrase cannot be read. */
	PASSPHRASE_FILE,

	/** The passphrase stands where everybody on the computer can read it. */
	PASSPHRASE_SHOWN,

	/** The database is kept in memory, or by a program that cannot be asked. */
	NOT_KEPT,

	/** There is no database yet. */
	NO_DATABASE,

	/** A tool of PostgreSQL is not there. */
	NO_TOOL,

	/** A tool of PostgreSQL is older than the server. */
	OLD_TOOL,

	/** A tool of PostgreSQL failed. */
	TOOL,

	/** The user of the database may not make another one to check in. */
	NO_RIGHT,

	/** The database could not be used. */
	DATABASE,

	/** The disk could not be written or read. */
	DISK,

	/** Another one is being made. */
	RUNNING,

	/** The file is not there. */
	NO_FILE,

	/** The file is none of ours. */
	NOT_OURS,

	/** It does not open with this passphrase, or its beginning is damaged. */
	WRONG_PASSPHRASE,

	/** The file is damaged. */
	DAMAGED,

	/** It is one of another kind of database. */
	OTHER_KIND,

	/** Restored, it does not hold what it should. */
	COUNTS,

	/** Restored, its journal is not whole. */
	CHAIN,

	/** The database is in use. */
	IN_USE,

	/** The database is not empty. */
	NOT_EMPTY;

	/** As it stands in the key of its words. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
