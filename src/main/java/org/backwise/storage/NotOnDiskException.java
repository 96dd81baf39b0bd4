package org.backwise.storage;

import java.sql.SQLException;

import org.springframework.dao.DataAccessResourceFailureException;

/** Something was committed, and may not be on disk. */
class NotOnDiskException extends DataAccessResourceFailureException {

	NotOnDiskException(SQLException cause) {
		super("What was committed may not be on disk", cause);
	}

}
