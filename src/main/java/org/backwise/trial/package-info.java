/**
 * Made-up people for trying things out: a few clients and colleagues under the demo
 * profile, or many intakes from the command line, written in bulk into an empty database.
 * A practice's start sees nothing of it.
 */
@ApplicationModule(displayName = "Trial",
		allowedDependencies = { "care", "cases", "diary", "followup", "journal", "knowledge", "notes", "practice",
				"staff", "triage" })
@NullMarked
package org.backwise.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
