/**
 * Who runs this installation, and what goes for every page: settings, the language and
 * its dates, how typed text is cleaned, how a room says no.
 */
@NullMarked
@ApplicationModule(displayName = "Practice", allowedDependencies = {})
package org.backwise.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
