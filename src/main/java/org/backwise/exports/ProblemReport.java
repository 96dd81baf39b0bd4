package org.backwise.exports;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Why a request was refused, as {@code application/problem+json}.
 *
 * @param type what kind of refusal it is; {@code about:blank} when the title says it all
 * @param title the refusal in a few words
 * @param status the HTTP status
 * @param detail what to do about it
 * @param problems everything that is wrong with the body; left out when the body was not
 * looked at
 */
@JsonPropertyOrder({ "type", "title", "status", "detail", "problems" })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemReport(URI type, String title, int status, String detail, @Nullable List<ApiProblem> problems) {

	/** Where the page {@code /how-to-call} explains what a refused body means. */
	static final URI BAD_BODY = URI.create("/how-to-call#problems");

	private static final URI NOTHING_MORE = URI.create("about:blank");

	static ProblemReport badBody(String title, String detail, List<ApiProblem> problems) {
		return new ProblemReport(BAD_BODY, title, HttpStatus.BAD_REQUEST.value(), detail, List.copyOf(problems));
	}

	static ProblemReport refusal(HttpStatus status, String detail) {
		return new ProblemReport(NOTHING_MORE, status.getReasonPhrase(), status.value(), detail, null);
	}

}
