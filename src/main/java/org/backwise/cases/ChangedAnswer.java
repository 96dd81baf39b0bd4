package org.backwise.cases;

import java.time.Instant;

import org.backwise.triage.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was altered before the intake was sent.
 *
 * @param question id of the question
 * @param before the earlier answer
 * @param after the later answer, null when the question was no longer asked
 * @param at when it was altered
 */
public record ChangedAnswer(String question, Answer before, @Nullable Answer after, Instant at) {
}
