package org.backwise.practice;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no address hold all the threads: whoever sends bodies a byte at a time waits
 * alone. Before anything reads a body. Addresses are only kept while their requests run.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FairShare extends OncePerRequestFilter {

	private final Limits limits;

	private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

	FairShare(Limits limits) {
		this.limits = limits;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String address = request.getRemoteAddr();
		int with = this.running.merge(address, 1, Integer::sum);
		try {
			if (this.limits.enabled() && with > this.limits.atOnce()) {
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				response.setHeader(HttpHeaders.RETRY_AFTER, "5");
				response.setHeader(HttpHeaders.CONNECTION, "close");
				return;
			}
			chain.doFilter(request, response);
		}
		finally {
			this.running.computeIfPresent(address, (key, count) -> (count == 1) ? null : count - 1);
		}
	}

}
