/**
 * What an owner sets at the desk: the country with its services, the practice's name and
 * looks, its languages, how long records stay.
 */
@NullMarked
@ApplicationModule(displayName = "Settings", allowedDependencies = { "journal", "practice", "staff" })
package org.backwise.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
