/**
 * The JSON API: one call that decides and keeps nothing, its description for machines,
 * and the page that shows people how to call it; the rules as a DMN file for other tools.
 * Stores nothing, logs nothing, and never repeats a body that could not be read.
 */
@NullMarked
@ApplicationModule(displayName = "Exports", allowedDependencies = { "knowledge", "triage" })
package org.backwise.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
