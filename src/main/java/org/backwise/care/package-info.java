/**
 * The care: the plan that the rules propose and a therapist changes, its days, and what
 * became of each session. Shows no page.
 */
@NullMarked
@ApplicationModule(displayName = "Care", allowedDependencies = { "cases", "followup", "hours", "journal", "knowledge",
		"practice", "rules", "staff", "storage", "triage" })
package org.backwise.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
