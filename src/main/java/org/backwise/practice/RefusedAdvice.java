package org.backwise.practice;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells of a refusal that no page tells of itself. */
@ControllerAdvice
class RefusedAdvice {

	private final Words words;

	RefusedAdvice(Words words) {
		this.words = words;
	}

	@ExceptionHandler
	void tell(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
		request.setAttribute(Refusal.ON_PAGE, refused.refusal().in(this.words));
		response.sendError(HttpStatus.CONFLICT.value());
	}

}
