package org.backwise.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Cases;
import org.backwise.practice.PracticeNow;

/** Hands out calendar files: a client's own, and what is behind a private address. */
@Controller
class FeedController {

	/** The same for calendars and people. */
	static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final Calendars calendars;

	private final Feeds feeds;

	private final Cases cases;

	private final PracticeNow practice;

	FeedController(Calendars calendars, Feeds feeds, Cases cases, PracticeNow practice) {
		this.calendars = calendars;
		this.feeds = feeds;
		this.cases = cases;
		this.practice = practice;
	}

	/** In the practice's language, since no person asks; what has not changed is 304. */
	@GetMapping("/calendar/{token}.ics")
	ResponseEntity<byte[]> read(@PathVariable String token) {
		Locale asked = LocaleContextHolder.getLocale();
		LocaleContextHolder.setLocale(this.practice.now().language());
		try {
			Feed feed = this.feeds.behind(token).orElseThrow(FeedController::unknown);
			byte[] text = bytes(this.calendars.of(feed).orElseThrow(FeedController::unknown));
			this.feeds.noteRead(feed);
			return ResponseEntity.ok()
				.eTag("\"" + DigestUtils.md5DigestAsHex(text) + "\"")
				.cacheControl(CacheControl.noCache().cachePrivate())
				.contentType(CALENDAR)
				.body(text);
		}
		finally {
			LocaleContextHolder.setLocale(asked);
		}
	}

	/** Opened where it is, so that a phone offers to add it. */
	@GetMapping("/result/{link}/sessions.ics")
	ResponseEntity<byte[]> take(@PathVariable String link) {
		String text = this.cases.behind(link).flatMap(this.calendars::block).orElseThrow(FeedController::unknown);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("sessions.ics").build().toString())
			.contentType(CALENDAR)
			.body(bytes(text));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
