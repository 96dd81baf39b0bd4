/**
 * Made-up clients and colleagues for trying things out; nothing of it exists without the
 * demo profile.
 */
@NullMarked
@ApplicationModule(displayName = "Demo", allowedDependencies = { "intake", "staff" })
package org.backwise.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
