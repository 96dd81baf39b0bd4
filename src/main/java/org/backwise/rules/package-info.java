/**
 * Decides stored intakes again, under the rules they were decided with, under those that
 * run now, and under a candidate; says what would differ, and lets no loosening pass
 * without a second look. Never changes what was decided.
 */
@NullMarked
@ApplicationModule(displayName = "Rules",
		allowedDependencies = { "followup", "knowledge", "triage", "practice", "proof", "staff", "journal" })
package org.backwise.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
