package org.backwise.origin;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OriginTests {

	private static final OriginSettings NOTHING = new OriginSettings(null, List.of());

	@AfterEach
	void forgetTheRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void everyLinkBeginsAsThePracticeSaysWhateverABrowserClaims() {
		ask("stranger.example");
		Origin origin = new Origin(new OriginSettings(URI.create("https://desk.example"), List.of()),
				new MockEnvironment().withProperty("server.servlet.context-path", "/back"));
		assertThat(origin.of("/result/abc")).isEqualTo("https://desk.example/back/result/abc");
	}

	@Test
	void outsideTheDemoItDoesNotStartWithoutAnAddressAndSaysWhatToSet() {
		assertThatExceptionOfType(OriginMissingException.class)
			.isThrownBy(() -> new Origin(NOTHING, new MockEnvironment()))
			.satisfies((thrown) -> assertThat(new OriginFailure().analyze(thrown).getAction())
				.contains("backwise.desk.address=https://desk.example"));
	}

	@Test
	void aDemoIsOnThisComputerWithThePortInUse() {
		MockEnvironment demo = new MockEnvironment().withProperty("server.port", "0")
			.withProperty("local.server.port", "8102");
		demo.setActiveProfiles("demo");
		Origin origin = new Origin(NOTHING, demo);
		assertThat(origin.of("/desk/join/abc")).isEqualTo("http://localhost:8102/desk/join/abc");
		ask("192.0.2.7");
		assertThat(origin.of("/desk/join/abc")).isEqualTo("http://192.0.2.7/desk/join/abc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "desk.example", "https://desk.example/", "https://desk.example/desk", "ftp://desk.example",
			"https://" })
	void anAddressThatIsNoneIsRefusedAtTheStart(String address) {
		assertThatException().isThrownBy(() -> new OriginSettings(URI.create(address), List.of()));
	}

	private static void ask(String host) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setServerName(host);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

}
