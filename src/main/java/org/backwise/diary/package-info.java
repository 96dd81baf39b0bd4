/**
 * The diary: the sessions of all clients by day, time, therapist and room; today and the
 * week at one look.
 */
@NullMarked
@ApplicationModule(displayName = "Diary", allowedDependencies = { "care", "cases", "desk", "hours", "journal",
		"knowledge", "notes", "practice", "staff", "storage" })
package org.backwise.diary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
