package org.backwise.monitoring;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Something that is read from the database now and then, for the operator's monitoring.
 *
 * @param name the measure's name: lower case words with dots, begun with
 * {@code backwise.}; one that ends in {@code .seconds} counts seconds
 * @param about what it says, in a sentence
 * @param value reads it; empty for what is not known
 */
public record Reading(String name, String about, Supplier<OptionalDouble> value) {
}
