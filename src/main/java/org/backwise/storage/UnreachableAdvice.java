package org.backwise.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Tells that the database could not be reached or is full, with what was typed and a
 * button to send it again.
 */
@ControllerAdvice
class UnreachableAdvice {

	private static final Set<Class<? extends Exception>> KINDS = Set.of(NonTransientDataAccessResourceException.class,
			TransientDataAccessResourceException.class, QueryTimeoutException.class,
			PessimisticLockingFailureException.class, UncategorizedDataAccessException.class,
			CannotCreateTransactionException.class, TransactionSystemException.class);

	private static final Logger log = LoggerFactory.getLogger(UnreachableAdvice.class);

	private final StorageMeasures measures;

	UnreachableAdvice(StorageMeasures measures) {
		this.measures = measures;
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	void handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (!isAboutTheDatabase(failure)) {
			throw failure;
		}
		tell(failure, request, response);
	}

	/** Whether the database, and not what was asked of it, is to blame. */
	static boolean isAboutTheDatabase(Exception failure) {
		return KINDS.stream().anyMatch((type) -> type.isInstance(failure));
	}

	void tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		// A driver's message may hold what was typed.
		log.error("The database could not be used: {}, {}{}", failure.getClass().getSimpleName(),
				cause.getClass().getSimpleName(),
				(cause instanceof SQLException sql) ? ", SQL state " + sql.getSQLState() : "");
		Unreachable unreachable = Unreachable.of(request);
		this.measures.told(unreachable.sent());
		if (!response.isCommitted()) {
			request.setAttribute(Unreachable.ON_PAGE, unreachable);
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
	}

}
