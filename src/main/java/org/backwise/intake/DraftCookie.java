package org.backwise.intake;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import org.backwise.practice.ClientDevices;
import org.backwise.practice.LinkToken;

/**
 * Remembers in the browser which draft is the client's: as long as the draft is kept, but
 * only some minutes on a device for clients.
 */
@Component
class DraftCookie {

	private static final String NAME = "backwise-draft";

	private final Drafts drafts;

	private final ClientDevices devices;

	DraftCookie(Drafts drafts, ClientDevices devices) {
		this.drafts = drafts;
		this.devices = devices;
	}

	void keep(LinkToken token, HttpServletRequest request, HttpServletResponse response) {
		write(token, this.devices.isOne(request) ? this.devices.patience() : this.drafts.kept(), request, response);
	}

	/** To the result of what was sent; a device for clients forgets the draft then. */
	String toResult(Answered.Sent sent, HttpServletRequest request, HttpServletResponse response) {
		this.devices.open(sent.result(), request, response);
		if (this.devices.isOne(request)) {
			clear(request, response);
		}
		return Redirects.toResult(sent);
	}

	static Optional<LinkToken> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME))
			.map((cookie) -> new LinkToken(cookie.getValue()))
			.filter(LinkToken::isPlausible);
	}

	/** Forgets it, whatever it was. */
	static void clear(HttpServletRequest request, HttpServletResponse response) {
		write(new LinkToken(""), Duration.ZERO, request, response);
	}

	private static void write(LinkToken token, Duration kept, HttpServletRequest request,
			HttpServletResponse response) {
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
