package org.backwise.storage;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What somebody sent while the database could not be reached. It stands on the page that
 * tells them, so that they can send it again.
 *
 * @param path where it was sent
 * @param sent whether it was a form without a secret, which is to be typed anew
 * @param fields what was typed
 */
public record Unreachable(String path, boolean sent, Map<String, List<String>> fields) {

	static final String ON_PAGE = "unreachable";

	/** Nobody finds these on a page again. */
	private static final Set<String> SECRET = Set.of("password", "current", "code");

	static Unreachable of(HttpServletRequest request) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		boolean sent = "POST".equals(request.getMethod())
				&& Collections.disjoint(request.getParameterMap().keySet(), SECRET);
		if (sent) {
			request.getParameterMap().forEach((name, values) -> fields.put(name, List.copyOf(Arrays.asList(values))));
			fields.remove("_csrf");
		}
		return new Unreachable(request.getRequestURI(), sent, fields);
	}

	/** Says nothing of what was typed. */
	@Override
	public String toString() {
		return "what was sent";
	}

}
