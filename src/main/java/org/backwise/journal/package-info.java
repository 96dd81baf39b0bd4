/**
 * Who read or changed what, and when. Rows are only ever added, each holds the hash of
 * the one before, and people stand in them as pseudonyms, so that forgetting somebody
 * breaks nothing. Never holds what somebody answered.
 */
@NullMarked
@ApplicationModule(displayName = "Journal", allowedDependencies = { "monitoring", "practice" })
package org.backwise.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
