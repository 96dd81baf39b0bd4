/**
 * Who runs this installation and whom they tell people to call: settings, and the words
 * they are put into; and what keeps strangers from overloading it or guessing its links.
 */
@NullMarked
@ApplicationModule(displayName = "Practice", allowedDependencies = {})
package org.backwise.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
