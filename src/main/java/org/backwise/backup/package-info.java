/**
 * Backups of the whole database, sealed with a passphrase and checked before they count,
 * and the way back from one. Knows no table but its own and the journal.
 */
@NullMarked
@ApplicationModule(displayName = "Backup", allowedDependencies = { "journal", "monitoring", "staff" })
package org.backwise.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
