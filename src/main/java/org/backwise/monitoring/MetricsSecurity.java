package org.backwise.monitoring;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Health is for everybody; anything else of the actuator for whoever shows the token, and
 * for nobody when there is none. Others are told that there is no such page.
 */
@Configuration(proxyBeanMethods = false)
class MetricsSecurity {

	private static final String BEARER = "Bearer ";

	@Bean
	@Order(0)
	SecurityFilterChain measures(HttpSecurity http, MetricsSettings settings) {
		return http.securityMatcher("/actuator/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
				.permitAll()
				.anyRequest()
				.access((who, context) -> new AuthorizationDecision(settings.isToken(shown(context.getRequest())))))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.exceptionHandling((refused) -> refused
				.authenticationEntryPoint(
						(request, response, reason) -> response.sendError(HttpStatus.NOT_FOUND.value()))
				.accessDeniedHandler((request, response, reason) -> response.sendError(HttpStatus.NOT_FOUND.value())))
			.build();
	}

	private static String shown(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (header != null && header.startsWith(BEARER)) ? header.substring(BEARER.length()) : "";
	}

}
