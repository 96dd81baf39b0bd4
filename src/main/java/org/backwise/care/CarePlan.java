package org.backwise.care;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A schedule of care. Where its case stands says whether anybody checked it.
 *
 * @param technique id of the technique
 * @param alternative id of the one that may be chosen instead
 * @param firstDay the day of the first session
 * @param minutes how long a session lasts
 * @param sessions all sessions in order
 */
public record CarePlan(String technique, @Nullable String alternative, LocalDate firstDay, int minutes,
		List<Session> sessions) {
}
