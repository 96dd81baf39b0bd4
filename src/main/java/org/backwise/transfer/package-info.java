/**
 * Taking out and bringing in: cases, sessions, notes and the journal as files; clients
 * and past sessions from a file.
 */
@NullMarked
@ApplicationModule(displayName = "Transfer",
		allowedDependencies = { "care", "cases", "journal", "notes", "origin", "practice", "staff", "triage" })
package org.backwise.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
