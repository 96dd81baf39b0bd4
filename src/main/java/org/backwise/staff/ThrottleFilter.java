package org.backwise.staff;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops too many attempts before a password or a code is looked at. */
class ThrottleFilter extends OncePerRequestFilter {

	private final RequestMatcher attempts;

	private final SignInThrottle throttle;

	ThrottleFilter(RequestMatcher attempts, SignInThrottle throttle) {
		this.attempts = attempts;
		this.throttle = throttle;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Duration wait = this.attempts.matches(request) ? this.throttle.take(request) : Duration.ZERO;
		if (!wait.isZero()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
			request.setAttribute("minutes", wait.toMinutes() + 1);
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		chain.doFilter(request, response);
	}

}
