/**
 * What keeps strangers from overloading the site or guessing its links: how many requests
 * of one address run at once, how many come in a while, how large a body is; and how many
 * were turned away.
 */
@NullMarked
@ApplicationModule(displayName = "Limits", allowedDependencies = "practice")
package org.backwise.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
