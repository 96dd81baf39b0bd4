package org.backwise.storage;

import java.io.IOException;
import java.sql.SQLException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Tells that the database could not be reached or is full, with what was typed and a
 * button to send it again.
 */
@ControllerAdvice
class UnreachableAdvice {

	private static final Logger log = LoggerFactory.getLogger(UnreachableAdvice.class);

	@ExceptionHandler({ NonTransientDataAccessResourceException.class, TransientDataAccessResourceException.class,
			UncategorizedDataAccessException.class, CannotCreateTransactionException.class,
			TransactionSystemException.class })
	void tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		// A driver's message may hold what was typed.
		log.error("The database could not be used: {}, {}{}", failure.getClass().getSimpleName(),
				cause.getClass().getSimpleName(),
				(cause instanceof SQLException sql) ? ", SQL state " + sql.getSQLState() : "");
		request.setAttribute(Unreachable.ON_PAGE, Unreachable.of(request));
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
