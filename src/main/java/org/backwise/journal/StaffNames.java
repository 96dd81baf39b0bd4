package org.backwise.journal;

import java.util.Optional;
import java.util.UUID;

/** Tells the journal what people with an account are called. Later rooms implement it. */
public interface StaffNames {

	/** The name on an account. */
	Optional<String> nameOf(UUID account);

}
