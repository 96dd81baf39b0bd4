package org.backwise.intake;

import java.util.UUID;

/**
 * Identifies an intake inside the application; never part of a link.
 *
 * @param value its value
 */
public record IntakeId(UUID value) {
}
