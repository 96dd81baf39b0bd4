package org.backwise.plan;

import org.backwise.intake.IntakeId;

/**
 * A case stands somewhere else now.
 *
 * @param intake which one
 */
public record CaseMoved(IntakeId intake) {
}
