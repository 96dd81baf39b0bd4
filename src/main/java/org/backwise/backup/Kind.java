package org.backwise.backup;

import java.util.Locale;

/** Why a backup was made. Names are stored: add, never rename. */
enum Kind {

	NIGHTLY, BY_HAND, UPGRADE;

	/** As it stands in the name of a file. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
