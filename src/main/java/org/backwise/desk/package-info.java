/**
 * The therapist's desk: the worklist, the case with everything behind its decision, and
 * what a therapist can do about it. Decides nothing by itself; every step goes through
 * the life cycle, and nothing that was sent is changed.
 */
@NullMarked
@ApplicationModule(displayName = "Desk", allowedDependencies = { "care", "cases", "followup", "journal", "knowledge",
		"origin", "practice", "result", "rules", "staff", "transfer", "triage" })
package org.backwise.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
