/**
 * What the practice knows: the questions, rules, techniques, phases, notices and sources,
 * read strictly from short YAML files a clinician can read aloud. Decides nothing, knows
 * no client and no clock.
 */
@NullMarked
@ApplicationModule(displayName = "Knowledge", allowedDependencies = {})
package org.backwise.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
