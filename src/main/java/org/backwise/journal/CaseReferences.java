package org.backwise.journal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells the journal's page under which reference a case is found. */
public interface CaseReferences {

	/**
	 * The references of those that are cases.
	 * @param ids cases, or anything else
	 * @return by case; whatever is none is left out
	 */
	Map<UUID, String> referencesOf(Collection<UUID> ids);

}
