package org.backwise.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.backwise.limits.TurnedAway;
import org.backwise.practice.Words;

/**
 * Answers only under the names of this site, so that no page of a stranger's, whose name
 * was made to lead here, can read what a browser sees. This computer may always ask
 * itself; a demo that has no name also answers to bare numbers, for a phone beside it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownHosts extends OncePerRequestFilter {

	private static final List<String> THIS_COMPUTER = List.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

	private static final Predicate<String> NUMBERS = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*")
		.asMatchPredicate();

	private final Set<String> names = new HashSet<>(THIS_COMPUTER);

	private final Origin origin;

	private final Words words;

	private final TurnedAway turnedAway;

	KnownHosts(Origin origin, OriginSettings settings, Words words, TurnedAway turnedAway) {
		this.origin = origin;
		this.words = words;
		this.turnedAway = turnedAway;
		this.names.add(plain(origin.site().getHost()));
		settings.otherNames().forEach((name) -> this.names.add(plain(name)));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String host = plain(request.getServerName());
		boolean known = this.names.contains(host) || (this.origin.told().isEmpty() && NUMBERS.test(host));
		if (known) {
			chain.doFilter(request, response);
			return;
		}
		this.turnedAway.count(TurnedAway.Why.UNKNOWN_NAME);
		response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
		response.setContentType(MediaType.TEXT_PLAIN_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.getWriter().println(this.words.of("origin.unknown-host", this.origin.site()));
	}

	/** Without brackets, case and the dot that may end a name. */
	private static String plain(String host) {
		return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$|\\.$", "");
	}

}
