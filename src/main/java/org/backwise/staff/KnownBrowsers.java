package org.backwise.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/**
 * Browsers in which an account was signed in to before. Their tries are counted apart, so
 * that a stranger who types wrong passwords shuts out only strangers (OWASP's device
 * cookie). The cookie opens nothing; only its hash is stored.
 */
@Repository
class KnownBrowsers {

	private static final String COOKIE = "backwise-known";

	private static final Duration KEPT = Duration.ofDays(180);

	private final JdbcClient jdbc;

	private final Clock clock;

	KnownBrowsers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The hash of the browser's secret, when this account was signed in to there; else
	 * empty.
	 */
	String of(String signInName, HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie == null) {
			return "";
		}
		String hash = SecretLink.hash(cookie.getValue());
		return this.jdbc
			.sql("select count(*) from staff_browser b join staff_account a on a.id = b.account "
					+ "where b.hash = ? and a.sign_in_name = ? and b.made_at > ?")
			.params(hash, signInName, this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single() > 0 ? hash : "";
	}

	/** Somebody has signed in. A browser keeps its secret, whoever shares it. */
	@Transactional
	public void remember(UUID account, HttpServletRequest request, HttpServletResponse response) {
		Cookie known = WebUtils.getCookie(request, COOKIE);
		String secret = (known != null && isOurs(known.getValue())) ? known.getValue() : SecretLink.random();
		String hash = SecretLink.hash(secret);
		this.jdbc.sql("delete from staff_browser where hash = ? and account = ?").params(hash, account).update();
		this.jdbc.sql("insert into staff_browser (hash, account, made_at) values (?, ?, ?)")
			.params(hash, account, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		Cookie cookie = new Cookie(COOKIE, secret);
		cookie.setPath(request.getContextPath() + "/desk");
		cookie.setHttpOnly(true);
		cookie.setSecure(request.isSecure());
		cookie.setAttribute("SameSite", "Strict");
		cookie.setMaxAge((int) KEPT.toSeconds());
		response.addCookie(cookie);
	}

	/** Whether it was made here, and not planted by somebody who then knows it. */
	private boolean isOurs(String secret) {
		return this.jdbc.sql("select count(*) from staff_browser where hash = ?")
			.param(SecretLink.hash(secret))
			.query(Long.class)
			.single() > 0;
	}

	/** Part of ending all sessions of an account. */
	@Transactional
	public void forget(UUID account) {
		this.jdbc.sql("delete from staff_browser where account = ?").param(account).update();
	}

	@Transactional
	@Scheduled(cron = "0 40 3 * * *")
	public void forgetOld() {
		this.jdbc.sql("delete from staff_browser where made_at < ?")
			.param(this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

}
