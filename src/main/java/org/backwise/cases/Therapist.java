package org.backwise.cases;

import java.util.UUID;

/**
 * Who decides.
 *
 * @param account their account
 * @param name what the client will read
 */
public record Therapist(UUID account, String name) {
}
