package org.backwise.practice;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody into a result by Back or by the history of a browser in which it was
 * closed; makes pages on a device for clients end by themselves, and lets nothing of them
 * be saved there.
 */
@Component
@Order(ResultDoor.AFTER_THE_LIMITS)
class ResultDoor extends OncePerRequestFilter {

	/** Behind Spring Security and what turns strangers away. */
	static final int AFTER_THE_LIMITS = 1;

	private static final Pattern RESULT = Pattern.compile("/result/([^/;]+)(/.*)?");

	private static final String FINISH = "/finish";

	/** What a device would keep after the client has gone. */
	private static final Pattern SAVED = Pattern.compile("(/letter|/summary)?/pdf|/sessions\\.ics|/calendar");

	private final ClientDevices devices;

	ResultDoor(ClientDevices devices) {
		this.devices = devices;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		Matcher result = RESULT.matcher(path);
		if (result.matches() && !FINISH.equals(result.group(2))) {
			LinkToken link = new LinkToken(result.group(1));
			if (this.devices.keepsOut(link, request)) {
				response.sendRedirect(request.getContextPath() + "/finished");
				return;
			}
			if (result.group(2) != null && SAVED.matcher(result.group(2)).matches() && this.devices.isOne(request)) {
				response.sendRedirect(request.getContextPath() + "/result/" + link.text());
				return;
			}
			this.devices.open(link, request, response);
		}
		if ((result.matches() || path.startsWith("/intake/")) && this.devices.isOne(request)) {
			this.devices.renew(request, response);
			response.setHeader("Refresh",
					this.devices.patience().toSeconds() + ";url=" + request.getContextPath() + "/finished");
		}
		chain.doFilter(request, response);
	}

}
