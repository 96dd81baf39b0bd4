/**
 * Keeps strangers from overloading the JSON door, from guessing links and from sending
 * more than a form can hold.
 */
@NullMarked
@ApplicationModule(displayName = "Guard", allowedDependencies = {})
package org.backwise.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
