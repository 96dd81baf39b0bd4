package org.backwise.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** How long a password that was given counts. */
@DeskTest
class SessionAgeTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private People people;

	@BeforeEach
	void start() {
		this.people.startOver();
	}

	@Test
	void aSessionEndsAfterTwelveHoursHoweverBusySomebodyIs() {
		assertThat(this.mvc.get().uri("/desk/account").with(signedIn(Duration.ofHours(12).minusMinutes(1))))
			.hasStatusOk();
		assertThat(this.mvc.get().uri("/desk/account").with(signedIn(Duration.ofHours(12).plusMinutes(1))))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl("/desk/sign-in?to=%2Fdesk%2Faccount");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/account/codes", "/desk/account/passkeys/AAAA/remove", "/desk/account/passkeys",
			"/desk/account/passkeys/options" })
	void theSecondStepIsChangedOnlyByWhoeverHasJustGivenThePassword(String page) {
		assertThat(post(page, Duration.ofMinutes(11))).hasStatus3xxRedirection()
			.hasRedirectedUrl("/desk/sign-in?fresh&to=/desk/account");
		assertThat(post(page, Duration.ofMinutes(9)).getResponse().getRedirectedUrl()).isNull();
	}

	@Test
	void asksOnceMoreAndSaysWhy() {
		assertThat(this.mvc.get()
			.uri("/desk/sign-in")
			.param("fresh", "")
			.param("to", "/desk/account")
			.with(signedIn(Duration.ofHours(1)))).bodyText().contains("sign in once more", "value=\"/desk/account\"");
	}

	private MvcTestResult post(String page, Duration ago) {
		return this.mvc.post().uri(page).with(signedIn(ago)).with(csrf()).exchange();
	}

	private static RequestPostProcessor signedIn(Duration ago) {
		return authentication(UsernamePasswordAuthenticationToken.authenticated(TestDesk.OWNER, null,
				List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
					.issuedAt(Instant.now().minus(ago))
					.build())));
	}

}
