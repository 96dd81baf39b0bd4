/**
 * Who may sit at the desk: accounts, signing in, invitations, sessions and the second
 * factor, and the frame around every page of the desk. Knows nothing of clients.
 */
@NullMarked
@ApplicationModule(displayName = "Staff", allowedDependencies = { "journal", "origin", "practice", "storage" })
package org.backwise.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
