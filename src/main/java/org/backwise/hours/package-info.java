/**
 * When and where the practice works: opening hours, closed days, public holidays,
 * treatment rooms and the usual lengths of a session.
 */
@NullMarked
@ApplicationModule(displayName = "Hours", allowedDependencies = { "journal", "practice", "staff" })
package org.backwise.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
