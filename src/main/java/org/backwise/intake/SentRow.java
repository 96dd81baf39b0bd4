package org.backwise.intake;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The outside of an intake as it comes from the database. */
record SentRow(UUID id, String reference, Instant sentAt, @Nullable String level) {

	SentIntake intake() {
		return new SentIntake(new IntakeId(this.id), this.reference, this.sentAt, this.level);
	}

}
