/**
 * What happened in the practice, in counts of whole months: none so small that it would
 * tell of one person.
 */
@NullMarked
@ApplicationModule(displayName = "Statistics",
		allowedDependencies = { "care", "cases", "followup", "knowledge", "practice", "triage" })
package org.backwise.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
