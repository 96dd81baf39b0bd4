package org.backwise.staff;

import java.util.UUID;

/**
 * Somebody who works here, or did.
 *
 * @param id the account's id
 * @param name what people read
 * @param here whether they can sign in
 */
public record Colleague(UUID id, String name, boolean here) {
}
