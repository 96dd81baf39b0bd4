package org.backwise.staff;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.ott.OneTimeTokenAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import org.backwise.origin.Origin;
import org.backwise.practice.PracticeNow;

/** The rules of the desk: an account, a session on the server, and perhaps a passkey. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

	private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

	private static final RequestMatcher PASSWORD = PATH.matcher(HttpMethod.POST, "/desk/sign-in");

	private static final RequestMatcher NEW_PASSWORD = PATH.matcher(HttpMethod.POST, "/desk/account/password");

	private static final RequestMatcher TAKE_OUT = PATH.matcher(HttpMethod.POST, "/desk/take-out/*");

	private static final RequestMatcher CODE = PATH.matcher(HttpMethod.POST, "/desk/second-factor/code");

	private static final RequestMatcher PASSKEY = PATH.matcher(HttpMethod.POST, "/desk/second-factor/passkey");

	private static final RequestMatcher PASSKEY_OPTIONS = PATH.matcher(HttpMethod.POST,
			"/desk/second-factor/passkey/options");

	private static final RequestMatcher NEW_PASSKEY = PATH.matcher(HttpMethod.POST, "/desk/account/passkeys");

	private static final RequestMatcher NEW_PASSKEY_OPTIONS = PATH.matcher(HttpMethod.POST,
			"/desk/account/passkeys/options");

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	/** The session's cookie is only ever sent to the desk. */
	@Bean
	CookieSerializer sessionCookie(@Value("${server.servlet.context-path:}") String context) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName("backwise-desk");
		cookie.setCookiePath(context + "/desk");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		return cookie;
	}

	@Bean
	WebAuthnRelyingPartyOperations passkeyOperations(PasskeyPeople people, SecondFactors passkeys, Origin origin,
			PracticeNow practice) {
		String name = practice.now().name();
		return new Webauthn4JRelyingPartyOperations(people, passkeys,
				PublicKeyCredentialRpEntity.builder()
					.id(origin.site().getHost())
					.name(name.isEmpty() ? "Backwise" : name)
					.build(),
				Set.of(origin.site().toString()));
	}

	@Bean
	@Order(1)
	SecurityFilterChain desk(HttpSecurity http, DeskAccess access, SignInHandler handler, Refusals refusals,
			SignInThrottle throttle, SignInNames names, SecondFactors secondFactors,
			WebAuthnRelyingPartyOperations passkeys, PasswordEncoder encoder) {
		return http.securityMatcher("/desk", "/desk/**")
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/desk/sign-in", "/desk/sign-in/wrong", "/desk/join/**")
						.permitAll()
						.requestMatchers("/desk/second-factor", "/desk/second-factor/**")
						.access(access.halfIn())
						.requestMatchers(HttpMethod.POST, "/desk/account/codes", "/desk/account/passkeys",
								"/desk/account/passkeys/**")
						.access(access.fresh())
						.requestMatchers("/desk/settings/text-blocks", "/desk/settings/text-blocks/**")
						.access(access.signedIn())
						.requestMatchers("/desk/people", "/desk/people/**", "/desk/journal", "/desk/journal/**",
								"/desk/keeping/*", "/desk/rules/approve", "/desk/settings", "/desk/settings/**",
								"/desk/take-out", "/desk/take-out/**", "/desk/bring-in", "/desk/bring-in/**",
								"/desk/brought-in/*/erase")
						.access(access.owner())
						.anyRequest()
						.access(access.signedIn()))
			.authenticationManager(new ProviderManager(passwords(names, encoder)))
			.formLogin((form) -> form.loginPage("/desk/sign-in").successHandler(handler).failureHandler(handler))
			.logout((logout) -> logout.logoutUrl("/desk/sign-out")
				.addLogoutHandler(handler)
				.addLogoutHandler(new HeaderWriterLogoutHandler(
						new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
				.logoutSuccessUrl("/desk/sign-in?out"))
			.exceptionHandling(
					(exceptions) -> exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.addFilterBefore(DeskSecurity::refuseNul, SecurityContextHolderFilter.class)
			.addFilterAfter(new RefusedRequests.Remember(), SecurityContextHolderFilter.class)
			.addFilterBefore(new ThrottleFilter(new OrRequestMatcher(PASSWORD, NEW_PASSWORD, TAKE_OUT, CODE), throttle),
					UsernamePasswordAuthenticationFilter.class)
			.addFilterAfter(codes(names, secondFactors, access, handler), UsernamePasswordAuthenticationFilter.class)
			.addFilterAfter(passkeys(names, passkeys, access, handler), UsernamePasswordAuthenticationFilter.class)
			.addFilterAfter(passkeyOptions(passkeys), AuthorizationFilter.class)
			.addFilterAfter(newPasskeyOptions(passkeys), AuthorizationFilter.class)
			.addFilterAfter(newPasskeys(secondFactors, passkeys), AuthorizationFilter.class)
			.build();
	}

	/** No database keeps this character, and no browser sends it. */
	private static void refuseNul(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		boolean text = request.getParameterMap()
			.values()
			.stream()
			.flatMap(Stream::of)
			.noneMatch((typed) -> typed.indexOf('\0') >= 0);
		if (text) {
			chain.doFilter(request, response);
		}
		else {
			((HttpServletResponse) response).sendError(HttpStatus.BAD_REQUEST.value());
		}
	}

	/** Whether an account is disabled only shows after the password was right. */
	private static DaoAuthenticationProvider passwords(SignInNames names, PasswordEncoder encoder) {
		DaoAuthenticationProvider provider = new DaoAuthenticationProvider(names);
		provider.setPasswordEncoder(encoder);
		provider.setPreAuthenticationChecks((user) -> {
		});
		provider.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
		return provider;
	}

	private static OneTimeTokenAuthenticationFilter codes(SignInNames names, SecondFactors secondFactors,
			DeskAccess access, SignInHandler handler) {
		OneTimeTokenAuthenticationFilter filter = new OneTimeTokenAuthenticationFilter();
		secondStep(filter, CODE, access, handler);
		filter.setAuthenticationManager(
				new ProviderManager(new OneTimeTokenAuthenticationProvider(secondFactors, names)));
		return filter;
	}

	private static WebAuthnAuthenticationFilter passkeys(SignInNames names, WebAuthnRelyingPartyOperations passkeys,
			DeskAccess access, SignInHandler handler) {
		WebAuthnAuthenticationFilter filter = new WebAuthnAuthenticationFilter();
		secondStep(filter, PASSKEY, access, handler);
		filter.setAuthenticationManager(new ProviderManager(new WebAuthnAuthenticationProvider(passkeys, names)));
		return filter;
	}

	/** Only after the password, and in addition to it. */
	private static void secondStep(AbstractAuthenticationProcessingFilter filter, RequestMatcher path,
			DeskAccess access, SignInHandler handler) {
		RequestMatcher halfIn = (
				request) -> access.standing(org.springframework.security.core.context.SecurityContextHolder.getContext()
					.getAuthentication()) != SignInStage.NOBODY;
		filter.setRequiresAuthenticationRequestMatcher(new AndRequestMatcher(path, halfIn));
		filter.setMfaEnabled(true);
		filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
		filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
		filter.setAuthenticationSuccessHandler(handler);
		filter.setAuthenticationFailureHandler(handler);
	}

	private static PublicKeyCredentialRequestOptionsFilter passkeyOptions(WebAuthnRelyingPartyOperations passkeys) {
		PublicKeyCredentialRequestOptionsFilter filter = new PublicKeyCredentialRequestOptionsFilter(passkeys);
		filter.setRequestMatcher(PASSKEY_OPTIONS);
		return filter;
	}

	private static PublicKeyCredentialCreationOptionsFilter newPasskeyOptions(WebAuthnRelyingPartyOperations passkeys) {
		PublicKeyCredentialCreationOptionsFilter filter = new PublicKeyCredentialCreationOptionsFilter(passkeys);
		filter.setRequestMatcher(NEW_PASSKEY_OPTIONS);
		return filter;
	}

	private static WebAuthnRegistrationFilter newPasskeys(SecondFactors secondFactors,
			WebAuthnRelyingPartyOperations passkeys) {
		WebAuthnRegistrationFilter filter = new WebAuthnRegistrationFilter(secondFactors, passkeys);
		filter.setRegisterCredentialMatcher(NEW_PASSKEY);
		filter.setRemoveCredentialMatcher((request) -> false);
		return filter;
	}

}
