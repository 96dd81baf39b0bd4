/**
 * What happened in the sessions of a plan: kept, missed, cancelled or moved, and one
 * signed note for each with what was done; the practice's text blocks for them, and what
 * is still to be signed. Never decides, and never changes what was planned.
 */
@NullMarked
@ApplicationModule(displayName = "Notes", allowedDependencies = { "care", "cases", "documents", "followup", "hours",
		"journal", "knowledge", "practice", "staff", "storage", "triage" })
package org.backwise.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
