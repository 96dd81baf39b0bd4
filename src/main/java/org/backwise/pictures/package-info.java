/**
 * What is shown in drawings of our own: movements to do alone, with the limits that keep
 * one off, and what each kind of massage is like. Knows no client; decides nothing about
 * massage.
 */
@NullMarked
@ApplicationModule(displayName = "Pictures", allowedDependencies = { "knowledge", "triage" })
package org.backwise.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
