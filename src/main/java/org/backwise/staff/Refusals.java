package org.backwise.staff;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What somebody gets who may not have what they asked for: the page for signing in, or
 * the page that is not there. What they typed is kept.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final DeskAccess access;

	Refusals(DeskAccess access) {
		this.access = access;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException ex)
			throws IOException {
		KeptPost.keep(request);
		response.sendRedirect(request.getContextPath() + Onward.signIn(request));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		switch (this.access.standing(authentication)) {
			case NOBODY -> startAfresh(request, response, ex);
			case HALF_IN -> secondStep(request, response);
			case IN -> {
				if (request.getAttribute(DeskAccess.STALE) != null) {
					askAgain(request, response);
				}
				else {
					refuse(request, response, ex);
				}
			}
		}
	}

	private void startAfresh(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		if (ex instanceof CsrfException && isSigningIn(request)) {
			response.sendRedirect(request.getContextPath() + "/desk/sign-in?again");
			return;
		}
		request.setAttribute(RefusedRequests.TURNED_AWAY, true);
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		commence(request, response, null);
	}

	private static boolean isSigningIn(HttpServletRequest request) {
		return request.getRequestURI().equals(request.getContextPath() + "/desk/sign-in");
	}

	private static void secondStep(HttpServletRequest request, HttpServletResponse response) throws IOException {
		KeptPost.keep(request);
		response.sendRedirect(request.getContextPath() + "/desk/second-factor");
	}

	/** Whoever has the browser for a moment does not have the password. */
	private static void askAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
		KeptPost.keep(request);
		response.sendRedirect(request.getContextPath() + "/desk/sign-in?fresh&to=/desk/account");
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		if (ex instanceof CsrfException) {
			if (KeptPost.keep(request)) {
				response.sendRedirect(request.getContextPath() + "/desk/carry-on");
				return;
			}
			response.sendError(HttpStatus.FORBIDDEN.value());
			return;
		}
		response.sendError(HttpStatus.NOT_FOUND.value());
	}

}
