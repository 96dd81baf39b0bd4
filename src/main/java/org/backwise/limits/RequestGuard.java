package org.backwise.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too large or too frequent, before any page looks at it. Addresses are
 * only kept in memory and never logged.
 */
@Component
@Order(RequestGuard.AFTER_THE_HEADERS)
class RequestGuard extends OncePerRequestFilter {

	/** Behind Spring Security, whose headers go on every answer. */
	static final int AFTER_THE_HEADERS = 0;

	/** Where Tomcat sends what went wrong; nobody else has anything to find there. */
	private static final String ERROR_PAGE = "/error";

	private static final Set<String> JSON_DOOR = Set.of("/api/triage", "/api/follow-up");

	/** Nobody needs more, and nobody shall use a practice to write to strangers. */
	private static final int MAILS_PER_HOUR = 10;

	/** Whether a page was clear: so often an hour. */
	private static final String CLEAR = "/clear";

	private static final int CLEARS_PER_HOUR = 60;

	private final Limits limits;

	private final TurnedAway turnedAway;

	private final AddressBuckets jsonDoor;

	private final AddressBuckets wrongLinks;

	/** Apart, since a calendar goes on asking for an address that was taken back. */
	private final AddressBuckets wrongFeeds;

	private final AddressBuckets starts;

	private final AddressBuckets mails = new AddressBuckets(MAILS_PER_HOUR, Duration.ofHours(1));

	private final AddressBuckets clears = new AddressBuckets(CLEARS_PER_HOUR, Duration.ofHours(1));

	RequestGuard(Limits limits, TurnedAway turnedAway) {
		this.limits = limits;
		this.turnedAway = turnedAway;
		this.jsonDoor = new AddressBuckets(limits.jsonDoorPerMinute(), Duration.ofMinutes(1));
		this.wrongLinks = new AddressBuckets(limits.wrongLinksPerHour(), Duration.ofHours(1));
		this.wrongFeeds = new AddressBuckets(limits.wrongLinksPerHour(), Duration.ofHours(1));
		this.starts = new AddressBuckets(limits.startsPerHour(), Duration.ofHours(1));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		long most = most(request, path);
		if (request.getContentLengthLong() > most) {
			this.turnedAway.count(TurnedAway.Why.TOO_LARGE);
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		if (path.equals(ERROR_PAGE)) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return;
		}
		long wait = this.limits.enabled() ? wait(request, path) : 0;
		if (wait > 0) {
			this.turnedAway.count(TurnedAway.Why.TOO_OFTEN);
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
			request.setAttribute("minutes", Duration.ofSeconds(wait).toMinutes() + 1);
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		chain.doFilter(new LimitedRequest(request, most), response);
		if (this.limits.enabled() && isPrivateLink(path) && response.getStatus() == HttpStatus.NOT_FOUND.value()) {
			wrong(path).take(request.getRemoteAddr());
		}
	}

	/** A file may be larger. Only who is signed in comes so far with one to the desk. */
	private long most(HttpServletRequest request, String path) {
		String type = request.getContentType();
		boolean file = type != null && type.startsWith("multipart/form-data") && path.startsWith("/desk/");
		return (file ? this.limits.uploadSize() : this.limits.requestSize()).toBytes();
	}

	private long wait(HttpServletRequest request, String path) {
		String address = request.getRemoteAddr();
		if (JSON_DOOR.contains(path)) {
			return this.jsonDoor.take(address);
		}
		if (path.equals(CLEAR)) {
			return this.clears.take(address);
		}
		boolean begins = path.equals("/intake/consent") || (path.startsWith("/result/") && path.endsWith("/again"));
		if (begins && "POST".equals(request.getMethod())) {
			return this.starts.take(address);
		}
		if (path.startsWith("/result/") && path.endsWith("/send") && "POST".equals(request.getMethod())) {
			return this.mails.take(address);
		}
		return (isPrivateLink(path) && wrong(path).isEmpty(address)) ? Duration.ofMinutes(2).toSeconds() : 0;
	}

	private static boolean isPrivateLink(String path) {
		return path.startsWith("/result/") || path.startsWith("/intake/resume/") || path.startsWith("/messages/off/")
				|| path.startsWith("/desk/join/") || isFeed(path);
	}

	private static boolean isFeed(String path) {
		return path.startsWith("/calendar/");
	}

	private AddressBuckets wrong(String path) {
		return isFeed(path) ? this.wrongFeeds : this.wrongLinks;
	}

}
