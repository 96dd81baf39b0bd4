package org.backwise.monitoring;

import java.util.List;

/**
 * What a room has to be read. Asked for once; each reading is then taken every few
 * seconds, on a thread of its own, while somebody may ask for measures.
 */
public interface Readings {

	/** The readings; none of them says anything about a person. */
	List<Reading> readings();

}
