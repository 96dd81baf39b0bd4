package org.backwise.staff;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/** Where somebody wanted to go before they had to sign in: a page of the desk. */
final class Onward {

	private static final Pattern PAGE = Pattern.compile("/desk(/[A-Za-z0-9_.~-]+)*(\\?[A-Za-z0-9=&_.~%+,:-]*)?");

	private static final String ATTRIBUTE = "backwise.onward";

	private Onward() {
	}

	/** The way to the page for signing in. */
	static String signIn(HttpServletRequest request) {
		String page = request.getRequestURI().substring(request.getContextPath().length());
		String asked = (request.getQueryString() != null) ? page + "?" + request.getQueryString() : page;
		if (!"GET".equals(request.getMethod()) || asked.equals("/desk") || !isPage(asked)) {
			return "/desk/sign-in";
		}
		return UriComponentsBuilder.fromPath("/desk/sign-in")
			.queryParam("to", "{to}")
			.encode()
			.buildAndExpand(asked)
			.toUriString();
	}

	static boolean isPage(@Nullable String page) {
		return page != null && PAGE.matcher(page).matches() && !page.contains("..");
	}

	/** Remembers the page while the second step is missing. */
	static void remember(HttpServletRequest request) {
		String page = request.getParameter("to");
		if (isPage(page)) {
			request.getSession().setAttribute(ATTRIBUTE, page);
		}
	}

	static String from(HttpServletRequest request) {
		String typed = request.getParameter("to");
		if (isPage(typed)) {
			return String.valueOf(typed);
		}
		Object remembered = request.getSession().getAttribute(ATTRIBUTE);
		request.getSession().removeAttribute(ATTRIBUTE);
		return (remembered instanceof String page) ? page : "/desk";
	}

}
