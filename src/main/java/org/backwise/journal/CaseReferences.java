package org.backwise.journal;

import java.util.Optional;
import java.util.UUID;

/** Tells the journal's page under which reference a case is found. */
public interface CaseReferences {

	/**
	 * The reference of an intake.
	 * @param intake the intake's id
	 * @return empty if there is no such intake, or none any more
	 */
	Optional<String> referenceOf(UUID intake);

}
