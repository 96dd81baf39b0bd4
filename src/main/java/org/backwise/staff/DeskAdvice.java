package org.backwise.staff;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of the desk its frame. */
@ControllerAdvice
class DeskAdvice {

	private final Duration idle;

	DeskAdvice(@Value("${spring.session.timeout:15m}") Duration idle) {
		this.idle = idle;
	}

	@ModelAttribute("desk")
	@Nullable DeskFrame desk(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return (request.getAttribute(DeskAccess.ACCOUNT) instanceof Account account)
				? new DeskFrame(account.member(), path, this.idle.toSeconds()) : null;
	}

}
