/**
 * The client's questionnaire: consent, one page at a time, check and send, for any round
 * of a case. Keeps answers only until they are sent.
 */
@NullMarked
@ApplicationModule(displayName = "Intake", allowedDependencies = { "care", "cases", "followup", "hours", "journal",
		"knowledge", "origin", "practice", "triage" })
package org.backwise.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
