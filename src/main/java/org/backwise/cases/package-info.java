/**
 * The case: one client's course through the practice. It has rounds of answers, each with
 * what was decided then, never rewritten; a contact; clearances; and steps, by which it
 * moves from state to state. Knows no plan but by its id, and shows no page.
 */
@NullMarked
@ApplicationModule(displayName = "Cases",
		allowedDependencies = { "followup", "journal", "knowledge", "triage", "practice", "rules", "storage" })
package org.backwise.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
