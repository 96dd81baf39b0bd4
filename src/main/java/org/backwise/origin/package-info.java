/**
 * Where people open this site: the one address that every link, passkey and calendar
 * begins with, and the names under which it answers.
 */
@NullMarked
@ApplicationModule(displayName = "Origin", allowedDependencies = { "limits", "practice" })
package org.backwise.origin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
