/**
 * How what is kept reaches the disk: nothing is acknowledged before it is forced to it, a
 * database that was lost is opened again, and what could not be kept is told and given
 * back; and how a page reads each thing once. Knows no table.
 */
@NullMarked
@ApplicationModule(displayName = "Storage", allowedDependencies = {})
package org.backwise.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
