/**
 * The client's questionnaire: consent, one page at a time, check and send. Keeps the
 * answers, the wording they were given under and the decision, and never rewrites them.
 */
@NullMarked
@ApplicationModule(displayName = "Intake", allowedDependencies = { "journal", "knowledge", "triage", "practice" })
package org.backwise.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
