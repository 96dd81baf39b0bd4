package org.backwise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultMatcher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page says <em>null</em> or leaves a place open in a sentence: what a message was to
 * be filled with was not there. Looked for in every page that a test opens.
 */
class WholeWords implements ResultMatcher {

	private static final Pattern UNSEEN = Pattern.compile("(?s)<(script|style)\\b.*?</\\1>|<[^>]*>");

	private static final Pattern OPEN = Pattern.compile("(?<![\\w-])null(?![\\w-])|\\{\\d}|\\?\\?[a-z]");

	@Override
	public void match(MvcResult result) throws Exception {
		MockHttpServletResponse response = result.getResponse();
		String type = response.getContentType();
		if (type != null && type.startsWith("text/html")) {
			String text = UNSEEN.matcher(response.getContentAsString()).replaceAll(" ");
			Matcher open = OPEN.matcher(text);
			if (open.find()) {
				int at = open.start();
				assertThat(text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40)))
					.as("a sentence with an open place on %s", result.getRequest().getRequestURI())
					.isEmpty();
			}
		}
	}

}
