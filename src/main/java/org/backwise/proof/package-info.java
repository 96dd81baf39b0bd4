/**
 * What is true of the rules for every answer sheet there can be, and the rules in a form
 * that other tools read. Never takes part in a decision.
 */
@NullMarked
@ApplicationModule(displayName = "Proof", allowedDependencies = { "knowledge", "triage" })
package org.backwise.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
