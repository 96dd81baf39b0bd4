/**
 * What an owner sets at the desk: the country with its services, the practice's name and
 * looks, its time zone, how long records stay. Each change is looked at before it counts.
 */
@NullMarked
@ApplicationModule(displayName = "Settings",
		allowedDependencies = { "journal", "knowledge", "practice", "retention", "staff", "triage" })
package org.backwise.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
