/**
 * What is true of the rules for every answer sheet that exists. Reads the knowledge base
 * by code of its own, proves, counts and compares; only what the measures of a check-in
 * can be is gone through with the functions that measure. Never takes part in a decision,
 * and no decision may use it.
 */
@NullMarked
@ApplicationModule(displayName = "Proof", allowedDependencies = { "followup", "knowledge", "triage" })
package org.backwise.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
