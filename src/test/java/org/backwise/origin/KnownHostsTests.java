package org.backwise.origin;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import org.backwise.limits.TurnedAway;
import org.backwise.practice.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

class KnownHostsTests {

	private static final URI SITE = URI.create("https://desk.example");

	@ParameterizedTest
	@CsvSource({ "desk.example, true", "DESK.example., true", "health.internal, true", "localhost, true",
			"127.0.0.1, true", "[::1], true", "evil.example, false", "desk.example.evil.example, false",
			"192.0.2.7, false", "localhost.evil.example, false", "2130706433, false" })
	void answersUnderItsOwnNamesOnly(String host, boolean answered) throws Exception {
		assertThat(ask(SITE, host) != null).isEqualTo(answered);
	}

	@ParameterizedTest
	@CsvSource({ "localhost, true", "192.168.1.5, true", "[fe80::1], true", "evil.example, false", "abc, false" })
	void aDemoWithoutANameAlsoAnswersToNumbers(String host, boolean answered) throws Exception {
		assertThat(ask(null, host) != null).isEqualTo(answered);
	}

	@Test
	void saysUnderWhichNameItIs() throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		filter(SITE).doFilter(request("evil.example"), response, new MockFilterChain());
		assertThat(response.getStatus()).isEqualTo(421);
		assertThat(response.getContentAsString()).contains("Open https://desk.example instead");
	}

	/** What the rest of the application was asked, null when it was not. */
	private static @Nullable Object ask(@Nullable URI site, String host) throws Exception {
		MockFilterChain rest = new MockFilterChain();
		filter(site).doFilter(request(host), new MockHttpServletResponse(), rest);
		return rest.getRequest();
	}

	private static MockHttpServletRequest request(String host) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setServerName(host);
		return request;
	}

	private static KnownHosts filter(@Nullable URI site) {
		MockEnvironment environment = new MockEnvironment();
		environment.setActiveProfiles("demo");
		OriginSettings settings = new OriginSettings(site, List.of("health.internal"));
		Words words = Mockito.mock(Words.class);
		given(words.of(eq("origin.unknown-host"), any()))
			.willAnswer((call) -> "Open " + call.getArgument(1) + " instead");
		return new KnownHosts(new Origin(settings, environment), settings, words, new TurnedAway());
	}

}
