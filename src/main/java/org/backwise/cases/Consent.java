package org.backwise.cases;

import java.time.Instant;

/**
 * The consent given before the first question.
 *
 * @param version version of the text that was shown
 * @param at when it was given
 */
public record Consent(String version, Instant at) {
}
