/**
 * What the site says of itself: privacy, accessibility, what a phone needs to keep it on
 * its first screen, whom to tell of a weakness; and whether its pages are clear, in
 * counts of nobody.
 */
@NullMarked
@ApplicationModule(displayName = "About",
		allowedDependencies = { "knowledge", "origin", "practice", "retention", "triage" })
package org.backwise.about;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
