package org.backwise.intake;

import java.time.Duration;

/** How long answers that were not sent wait for their client. */
@FunctionalInterface
interface DraftLife {

	/** As it is now; it may be changed at the desk. */
	Duration now();

}
