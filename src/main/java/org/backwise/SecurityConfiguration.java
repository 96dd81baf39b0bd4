package org.backwise;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Safe defaults for every page: the client's pages need no account and no session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** Only our own files; images may be the drawings inside the style sheet. */
	static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final Duration CSRF_COOKIE_AGE = Duration.ofDays(7);

	/** For the client's pages and for the desk alike. */
	@Bean
	Customizer<HttpSecurity> safeDefaults() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.maxAge(CSRF_COOKIE_AGE).sameSite("Lax"));
		XorCsrfTokenRequestAttributeHandler early = new XorCsrfTokenRequestAttributeHandler();
		// The token is made before the page: a long page goes out before its form asks
		// for one, and with it the cookie.
		early.setCsrfRequestAttributeName(null);
		PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
		return (http) -> http.csrf((csrf) -> csrf.csrfTokenRepository(tokens)
			.csrfTokenRequestHandler(early)
			// A mail programme posts there by itself (RFC 8058); only who has the link
			// can.
			.ignoringRequestMatchers(path.matcher("/api/**"), path.matcher("/messages/off/*")))
			.requestCache((cache) -> cache.disable())
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
				.permissionsPolicyHeader(
						(permissions) -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
				.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
						new OrRequestMatcher(path.matcher("/intake/**"), path.matcher("/result/**"),
								path.matcher("/calendar/**"), path.matcher("/desk/**"), path.matcher("/messages/**")),
						new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"))));
	}

	/**
	 * What any cache may keep for everybody comes without a cookie: the first reader's
	 * would be handed to the next.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain files(HttpSecurity http) {
		return http.securityMatcher("/bundles/**", "/css/**", "/images/**", "/js/**", "/practice/**")
			.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	/** Everything but the desk, which has a chain of its own in its room. */
	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
