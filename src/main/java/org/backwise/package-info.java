/**
 * Starts the application and wires the plain-Java rooms into it.
 */
@NullMarked
package org.backwise;

import org.jspecify.annotations.NullMarked;
