/**
 * From a decision to what the client sees: the referral notice with its letter, or the
 * proposed plan with every session date. Shows what was decided and never decides again.
 */
@NullMarked
@ApplicationModule(displayName = "Plan",
		allowedDependencies = { "journal", "knowledge", "triage", "practice", "intake" })
package org.backwise.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
