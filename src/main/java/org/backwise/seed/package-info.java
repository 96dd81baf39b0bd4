/**
 * Fills a database with made-up intakes, for people who want to try a large practice. A
 * tool beside the application: it writes tables of other rooms in bulk, so only an empty
 * or trial database should see it, and a web start never does.
 */
@NullMarked
@ApplicationModule(displayName = "Seed", allowedDependencies = { "knowledge", "triage" })
package org.backwise.seed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
