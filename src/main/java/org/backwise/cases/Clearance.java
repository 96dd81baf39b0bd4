package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody qualified looked at the client and that massage may follow within limits.
 * A therapist records it; it lifts {@code see-doctor} and {@code wait}, never more.
 *
 * @param by who cleared the client
 * @param on the day on which they did
 * @param limits what the massage has to keep to
 * @param recordedBy the account of the therapist who recorded it
 * @param recordedAt when it was recorded
 */
public record Clearance(String by, LocalDate on, String limits, UUID recordedBy, Instant recordedAt) {

	Clearance recordedAt(Instant moment) {
		return new Clearance(this.by, this.on, this.limits, this.recordedBy, moment);
	}

	/** Says nothing of what was cleared. */
	@Override
	public String toString() {
		return "a clearance";
	}

}
