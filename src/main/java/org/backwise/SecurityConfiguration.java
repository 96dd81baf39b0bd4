package org.backwise;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
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
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final Duration CSRF_COOKIE_AGE = Duration.ofDays(7);

	@Bean
	SecurityFilterChain pages(HttpSecurity http) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.maxAge(CSRF_COOKIE_AGE).sameSite("Lax"));
		PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(path.matcher("/api/**")))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
				.permissionsPolicyHeader(
						(permissions) -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
				.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
						new OrRequestMatcher(path.matcher("/intake/**"), path.matcher("/result/**")),
						new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"))))
			.build();
	}

	/**
	 * There are no accounts yet; without this a password would be made up and printed.
	 */
	@Bean
	UserDetailsService accounts() {
		return new InMemoryUserDetailsManager();
	}

}
