package org.backwise.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What browsers remember so that one client does not see the result of another. A
 * colleague marks the practice's own devices: there nothing of before is ever offered,
 * and a result opens only for some minutes after it was sent there. On every other device
 * a client can close a result, and Back then shows nothing for an hour.
 */
@Component
public class ClientDevices {

	/** So long a closed result does not open again in the same browser. */
	static final Duration CLOSED = Duration.ofHours(1);

	private static final String DEVICE = "backwise-device";

	private static final String SHOWN = "backwise-shown";

	private static final String CLOSED_HERE = "backwise-closed";

	/** A cookie holds so many hashes. */
	private static final int MOST_CLOSED = 20;

	private static final String BETWEEN = "-";

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private static final Duration MARKED = Duration.ofDays(365);

	private final JdbcClient jdbc;

	private final Supplier<Devices> devices;

	private final Clock clock;

	ClientDevices(JdbcClient jdbc, Settings settings, Clock clock) {
		this.jdbc = jdbc;
		this.devices = settings.current("keeping", Devices.class);
		this.devices.get();
		this.clock = clock;
	}

	/**
	 * Of the settings about keeping, the one for devices.
	 *
	 * @param deviceMinutes how long a page stays on a device for clients when nobody
	 * touches it
	 */
	record Devices(@DefaultValue("10") int deviceMinutes) {

		Devices {
			if (deviceMinutes < 2 || deviceMinutes > 60) {
				throw new IllegalArgumentException("backwise.keeping.device-minutes: from 2 to 60");
			}
		}

	}

	/**
	 * How long a page stays on a device for clients.
	 * @return some minutes
	 */
	public Duration patience() {
		return Duration.ofMinutes(this.devices.get().deviceMinutes());
	}

	/**
	 * Whether a request comes from a device for clients. Asks the database only where the
	 * browser says so.
	 * @param request the request
	 * @return false for every other browser
	 */
	public boolean isOne(HttpServletRequest request) {
		return cookie(DEVICE, request).filter(LinkToken::isWellFormed)
			.map((mark) -> this.jdbc.sql("select count(*) from client_device where hash = ?")
				.param(mark.hash())
				.query(Integer.class)
				.single() > 0)
			.orElse(false);
	}

	/**
	 * Makes the browser of a request one for clients; it stays one if it is already.
	 * Whoever asks for it notes it in the journal.
	 * @param account who marks it
	 * @param request the request
	 * @param response gets the mark
	 * @return false when it was one already
	 */
	public boolean mark(UUID account, HttpServletRequest request, HttpServletResponse response) {
		if (isOne(request)) {
			return false;
		}
		LinkToken mark = LinkToken.random();
		this.jdbc.sql("insert into client_device (hash, account, marked_at) values (?, ?, ?)")
			.params(mark.hash(), account, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		keep(DEVICE, mark.text(), MARKED, request, response);
		return true;
	}

	/**
	 * Makes it an ordinary browser again.
	 * @param request the request
	 * @param response takes the mark back
	 * @return false when it was none
	 */
	public boolean unmark(HttpServletRequest request, HttpServletResponse response) {
		int gone = cookie(DEVICE, request)
			.map((mark) -> this.jdbc.sql("delete from client_device where hash = ?").param(mark.hash()).update())
			.orElse(0);
		keep(DEVICE, "", Duration.ZERO, request, response);
		return gone > 0;
	}

	/**
	 * Lets a result be seen here from now on, where it was sent.
	 * @param link its link
	 * @param request the request
	 * @param response remembers it
	 */
	public void open(LinkToken link, HttpServletRequest request, HttpServletResponse response) {
		if (isClosed(link, request)) {
			List<String> others = closed(request).stream().filter((hash) -> !hash.equals(link.hash())).toList();
			keep(CLOSED_HERE, String.join(BETWEEN, others), others.isEmpty() ? Duration.ZERO : CLOSED, request,
					response);
		}
		if (isOne(request)) {
			keep(SHOWN, link.hash(), patience(), request, response);
		}
	}

	/** A device that is used stays one. */
	void renew(HttpServletRequest request, HttpServletResponse response) {
		cookie(DEVICE, request).ifPresent((mark) -> keep(DEVICE, mark.text(), MARKED, request, response));
	}

	/**
	 * Closes a result here.
	 * @param link its link, null when only the browser is cleared
	 * @param request the request
	 * @param response remembers it
	 */
	public void close(@Nullable LinkToken link, HttpServletRequest request, HttpServletResponse response) {
		keep(SHOWN, "", Duration.ZERO, request, response);
		if (link != null) {
			// the newest first; of many clients in an hour each stays closed
			List<String> all = Stream.concat(Stream.of(link.hash()), closed(request).stream())
				.distinct()
				.limit(MOST_CLOSED)
				.toList();
			keep(CLOSED_HERE, String.join(BETWEEN, all), CLOSED, request, response);
		}
		response.setHeader("Clear-Site-Data", "\"cache\"");
	}

	/** Whether a result does not open in this browser, though its link may be right. */
	boolean keepsOut(LinkToken link, HttpServletRequest request) {
		return isClosed(link, request) || (isOne(request)
				&& cookie(SHOWN, request).filter((shown) -> shown.text().equals(link.hash())).isEmpty());
	}

	private static boolean isClosed(LinkToken link, HttpServletRequest request) {
		return closed(request).contains(link.hash());
	}

	private static List<String> closed(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, CLOSED_HERE))
			.map((cookie) -> Stream.of(cookie.getValue().split(BETWEEN)).filter(HASH.asMatchPredicate()).toList())
			.orElse(List.of());
	}

	private static Optional<LinkToken> cookie(String name, HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, name)).map((cookie) -> new LinkToken(cookie.getValue()));
	}

	private static void keep(String name, String value, Duration time, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.path("/")
					.maxAge(time)
					.build()
					.toString());
	}

}
