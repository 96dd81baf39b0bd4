package org.backwise.staff;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * What somebody typed and sent when their session had ended. It waits in the session
 * until they have signed in, and is then sent again by their own click.
 *
 * @param path where it was sent
 * @param fields what was typed
 * @param account whose desk the browser was last used for; nobody else gets to see it
 */
record KeptPost(String path, Map<String, List<String>> fields, String account) implements Serializable {

	private static final String ATTRIBUTE = "backwise.kept-post";

	private static final String LAST_ACCOUNT = "backwise-last";

	/** Only a form that stood on one of our own pages is kept. */
	static boolean keep(HttpServletRequest request) {
		Cookie last = WebUtils.getCookie(request, LAST_ACCOUNT);
		if (last == null || !"POST".equals(request.getMethod()) || !isFromHere(request)) {
			return false;
		}
		Map<String, List<String>> fields = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> fields.put(name, List.copyOf(Arrays.asList(values))));
		fields.remove("_csrf");
		fields.remove("confirm");
		request.getSession().setAttribute(ATTRIBUTE, new KeptPost(request.getRequestURI(), fields, last.getValue()));
		return true;
	}

	/** What waits for an account; what waits for another one is thrown away. */
	static Optional<KeptPost> waitingFor(Account account, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof KeptPost kept)) {
			return Optional.empty();
		}
		if (!kept.account().equals(account.id().toString())) {
			session.removeAttribute(ATTRIBUTE);
			return Optional.empty();
		}
		return Optional.of(kept);
	}

	static void drop(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

	static void rememberAccount(Account account, HttpServletRequest request, HttpServletResponse response) {
		Cookie cookie = new Cookie(LAST_ACCOUNT, account.id().toString());
		cookie.setPath(request.getContextPath() + "/desk");
		cookie.setHttpOnly(true);
		cookie.setSecure(request.isSecure());
		cookie.setAttribute("SameSite", "Strict");
		response.addCookie(cookie);
	}

	private static boolean isFromHere(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin");
		}
		String origin = request.getHeader("Origin");
		return origin != null && isOurs(origin, request.getServerName(), request.getServerPort());
	}

	private static boolean isOurs(String origin, String host, int port) {
		try {
			var uri = UriComponentsBuilder.fromUriString(origin).build();
			int standard = "https".equals(uri.getScheme()) ? 443 : 80;
			return host.equals(uri.getHost()) && port == ((uri.getPort() < 0) ? standard : uri.getPort());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** Says nothing of what was typed. */
	@Override
	public String toString() {
		return "what was typed";
	}

}
