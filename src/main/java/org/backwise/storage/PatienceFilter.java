package org.backwise.storage;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Gives each request its patience with the database, the page that tells of a failure
 * included, and tells of the database where no page could: before its session was found
 * and after it was made.
 */
@Component
@Order(PatienceFilter.BEFORE_THE_SESSION)
class PatienceFilter extends OncePerRequestFilter {

	static final int BEFORE_THE_SESSION = Ordered.HIGHEST_PRECEDENCE + 20;

	private static final String OF_REQUEST = PatienceFilter.class.getName() + ".patience";

	private static final String CSRF = "XSRF-TOKEN";

	private final PatienceSettings settings;

	private final UnreachableAdvice unreachable;

	private final List<PathPattern> unhurried;

	PatienceFilter(PatienceSettings settings, UnreachableAdvice unreachable) {
		this.settings = settings;
		this.unreachable = unreachable;
		this.unhurried = settings.unhurried().stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Patience.ofThread(patience(request));
		try {
			chain.doFilter((request.getAttribute(Unreachable.ON_PAGE) != null) ? new OfNobody(request) : request,
					response);
		}
		catch (DataAccessException | TransactionException ex) {
			if (!UnreachableAdvice.isAboutTheDatabase(ex)) {
				throw ex;
			}
			this.unreachable.tell(ex, request, response);
		}
		finally {
			Patience.ofThread(null);
		}
	}

	private Patience patience(HttpServletRequest request) {
		if (request.getAttribute(OF_REQUEST) instanceof Patience begun) {
			return begun;
		}
		Patience patience = isUnhurried(request) ? Patience.unhurried(this.settings.each())
				: Patience.hurried(this.settings.page());
		request.setAttribute(OF_REQUEST, patience);
		return patience;
	}

	private boolean isUnhurried(HttpServletRequest request) {
		PathContainer path = PathContainer
			.parsePath(request.getRequestURI().substring(request.getContextPath().length()));
		return this.unhurried.stream().anyMatch((pattern) -> pattern.matches(path));
	}

	/**
	 * The page that tells of it must not look for a session in the database that is away:
	 * of the cookies it sees only the one against forged forms.
	 */
	private static final class OfNobody extends HttpServletRequestWrapper {

		OfNobody(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Cookie @Nullable [] getCookies() {
			Cookie[] all = super.getCookies();
			return (all == null) ? null
					: Arrays.stream(all).filter((cookie) -> cookie.getName().equals(CSRF)).toArray(Cookie[]::new);
		}

	}

}
