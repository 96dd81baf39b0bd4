/**
 * How fast a decision is, beside the engines that people would pick. Started by hand; see
 * {@code docs/benchmarks.md}.
 */
@NullMarked
package org.backwise.bench;

import org.jspecify.annotations.NullMarked;
