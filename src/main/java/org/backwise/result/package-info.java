/**
 * The client's pages under their private link: the notice with its letter or the plan,
 * and their own record. Shows what was decided and never decides again.
 */
@NullMarked
@ApplicationModule(displayName = "Result", allowedDependencies = { "care", "cases", "documents", "followup", "journal",
		"knowledge", "origin", "pictures", "practice", "retention", "rules", "triage" })
package org.backwise.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
