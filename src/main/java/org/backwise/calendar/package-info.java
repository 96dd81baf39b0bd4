/**
 * The calendar: sessions as calendar files, to be taken once or read again and again at a
 * private address, for a client, a therapist and the whole practice. Says nothing of
 * health, and names no client.
 */
@NullMarked
@ApplicationModule(displayName = "Calendar",
		allowedDependencies = { "care", "cases", "diary", "hours", "journal", "origin", "practice", "staff" })
package org.backwise.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
