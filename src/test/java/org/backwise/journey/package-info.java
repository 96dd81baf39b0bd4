/**
 * The running application, seen from outside: in a browser, over plain HTTP, killed and
 * started again.
 */
@NullMarked
package org.backwise.journey;

import org.jspecify.annotations.NullMarked;
