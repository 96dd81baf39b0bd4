/**
 * What do these answers mean, and why? Plain Java: typed answers in, an assessment out.
 * Knows no web, no database and no clock.
 */
@NullMarked
@ApplicationModule(displayName = "Triage", allowedDependencies = "knowledge")
package org.backwise.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
