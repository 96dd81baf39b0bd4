/**
 * The JSON API: two calls that decide and keep nothing, their description for machines,
 * and the page that shows people how to call them; the rules as a DMN file for other
 * tools. Stores nothing, logs nothing, and never repeats a body that could not be read.
 */
@NullMarked
@ApplicationModule(displayName = "Exports", allowedDependencies = { "followup", "knowledge", "origin", "triage" })
package org.backwise.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
