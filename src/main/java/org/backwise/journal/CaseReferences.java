package org.backwise.journal;

import java.util.Optional;
import java.util.UUID;

/** Tells the journal's page under which reference a case is found. */
public interface CaseReferences {

	/** The reference of an intake. */
	Optional<String> referenceOf(UUID intake);

}
