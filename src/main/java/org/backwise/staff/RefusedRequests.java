package org.backwise.staff;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

/**
 * Notes every private page and every page of the desk that was asked for and refused,
 * whether it exists or not.
 */
@Component
@Order(RefusedRequests.BEFORE_SECURITY)
class RefusedRequests extends OncePerRequestFilter {

	/** Around Spring Security, so that its refusals are seen too; inside the guard. */
	static final int BEFORE_SECURITY = -150;

	/** Who was refused; the security context is gone by then. */
	static final String WHO = RefusedRequests.class.getName() + ".who";

	/** Says that an account was sent to sign in again that is disabled by now. */
	static final String TURNED_AWAY = RefusedRequests.class.getName() + ".turned-away";

	private static final RequestMatcher PRIVATE = new OrRequestMatcher(
			Stream.of("/desk/**", "/result/**", "/intake/resume/**")
				.<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
				.toList());

	private final StoredAccounts accounts;

	private final Journal journal;

	RefusedRequests(StoredAccounts accounts, Journal journal) {
		this.accounts = accounts;
		this.journal = journal;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !PRIVATE.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, response);
		if (request.getAttribute(TURNED_AWAY) != null || response.getStatus() == HttpStatus.NOT_FOUND.value()
				|| response.getStatus() == HttpStatus.FORBIDDEN.value()) {
			this.journal.note(Action.REFUSED, who(request), null);
		}
	}

	private Who who(HttpServletRequest request) {
		return (request.getAttribute(WHO) instanceof String name) ? this.accounts.bySignInName(name)
			.<Who>map((account) -> new Who.Staff(account.id()))
			.orElseGet(Who.Unknown::new) : new Who.Unknown();
	}

	/** Remembers who is signed in; stands inside Spring Security's chain. */
	static class Remember extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
			if (authentication != null) {
				request.setAttribute(WHO, authentication.getName());
			}
			chain.doFilter(request, response);
		}

	}

}
