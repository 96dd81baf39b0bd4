/**
 * Retention: how long each kind of record stays, erasure that leaves only counts, and
 * what clients may do with their own record. Of the answers it knows the age only.
 */
@NullMarked
@ApplicationModule(displayName = "Retention",
		allowedDependencies = { "care", "cases", "journal", "knowledge", "notes", "practice", "staff", "triage" })
package org.backwise.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
