package org.backwise.exports;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers in {@code application/problem+json} when anything under {@code /api} goes
 * wrong, wherever it went wrong: in a filter, on the way to the API, or behind it.
 * Everywhere else the error pages answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends OncePerRequestFilter {

	private static final String API = "/api/";

	private final JsonMapper json;

	private final Phrases phrases;

	ApiErrors(JsonMapper json, Phrases phrases) {
		this.json = json;
		this.phrases = phrases;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getDispatcherType() != DispatcherType.ERROR
				|| !path(request).substring(request.getContextPath().length()).startsWith(API);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
		byte[] body = this.json.writeValueAsBytes(ProblemReport.refusal(status, detail(status)));
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private String detail(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> this.phrases.say("exports.error.400");
			case NOT_FOUND -> this.phrases.say("exports.error.404");
			case METHOD_NOT_ALLOWED -> this.phrases.say("exports.error.405");
			case CONTENT_TOO_LARGE -> this.phrases.say("exports.error.413");
			case UNSUPPORTED_MEDIA_TYPE -> this.phrases.say("exports.error.415");
			case TOO_MANY_REQUESTS -> this.phrases.say("exports.error.429");
			default -> this.phrases.say(status.is5xxServerError() ? "exports.error.5xx" : "exports.error.4xx");
		};
	}

	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed instanceof String uri) ? uri : request.getRequestURI();
	}

	private static HttpStatus status(@Nullable Object code) {
		HttpStatus known = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		return (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
