/**
 * What the operator's monitoring may read: measures of the machine, the database and the
 * program. Nothing of a person, and no count of what happened to people. Knows no table;
 * other rooms say what there is to be read.
 */
@NullMarked
@ApplicationModule(displayName = "Monitoring", allowedDependencies = {})
package org.backwise.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
