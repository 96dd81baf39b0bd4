/**
 * Keeping and forgetting: how long each kind of record stays, erasure that leaves only
 * counts, and what clients may do with their own record. Of the answers it knows the age
 * only.
 */
@NullMarked
@ApplicationModule(displayName = "Keeping",
		allowedDependencies = { "practice", "intake", "plan", "record", "staff", "journal" })
package org.backwise.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
