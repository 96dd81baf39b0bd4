/**
 * What does a check-in mean? Plain Java, no clock: a course of care so far and the
 * answers of today in, exactly one outcome out. The warning signs are judged by
 * {@code triage}.
 */
@NullMarked
@ApplicationModule(displayName = "Follow-up", allowedDependencies = { "knowledge", "triage" })
package org.backwise.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
