/**
 * How what is kept reaches the disk: nothing is acknowledged before it is forced to it,
 * and a database that was lost is opened again. Knows no table.
 */
@NullMarked
@ApplicationModule(displayName = "Storage", allowedDependencies = {})
package org.backwise.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
