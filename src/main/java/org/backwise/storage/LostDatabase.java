package org.backwise.storage;

import java.sql.SQLException;
import java.util.Set;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Throws away a connection whose database is no more, so that the next one opens it
 * again: H2 closes a database whose disk was full, and its connections never say that
 * they are dead.
 */
public class LostDatabase implements SQLExceptionOverride {

	/** H2: database is closed, connection broken, object closed, file corrupted, I/O. */
	private static final Set<Integer> LOST = Set.of(90098, 90067, 90007, 90030, 90028, 90031);

	@java.lang.Override
	public Override adjudicate(SQLException failure) {
		return LOST.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
