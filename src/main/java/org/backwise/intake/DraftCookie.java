package org.backwise.intake;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import org.backwise.practice.LinkToken;

/** Remembers in the browser which draft is the client's, for as long as it is kept. */
class DraftCookie {

	private static final String NAME = "backwise-draft";

	private DraftCookie() {
	}

	static Optional<LinkToken> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME))
			.map((cookie) -> new LinkToken(cookie.getValue()))
			.filter(LinkToken::isPlausible);
	}

	/** For as long as the draft itself is kept. */
	static void write(LinkToken token, Duration kept, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, token.text())
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.path("/")
					.maxAge(kept)
					.build()
					.toString());
	}

}
