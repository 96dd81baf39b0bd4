package org.backwise.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Counts failed attempts to sign in: by account in the database, by address in memory
 * only, since no address is ever stored. A right password gives the attempt back.
 */
@Component
class SignInThrottle {

	private static final int MOST_ADDRESSES = 100_000;

	private final boolean enabled;

	private final AccountTries accounts;

	private final LoadingCache<String, Bucket> addresses;

	SignInThrottle(SignInLimits limits, AccountTries accounts) {
		this.enabled = limits.enabled();
		this.accounts = accounts;
		this.addresses = Caffeine.newBuilder()
			.maximumSize(MOST_ADDRESSES)
			.expireAfterAccess(SignInLimits.PERIOD)
			.build((address) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(limits.signInsPerAddress())
					.refillGreedy(limits.signInsPerAddress(), SignInLimits.PERIOD))
				.build());
	}

	/** Whether one more attempt is allowed; it is counted. */
	boolean allows(HttpServletRequest request) {
		return !this.enabled
				|| (this.addresses.get(request.getRemoteAddr()).tryConsume(1) && this.accounts.take(account(request)));
	}

	void succeeded(HttpServletRequest request) {
		if (this.enabled) {
			this.addresses.get(request.getRemoteAddr()).addTokens(1);
			this.accounts.giveBack(account(request));
		}
	}

	/** The typed name for the password; for the second step, whose password was right. */
	private static String account(HttpServletRequest request) {
		String typed = request.getParameter("username");
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		if (typed == null && current != null) {
			return "second:" + current.getName();
		}
		return "first:" + ((typed != null) ? StoredAccounts.canonical(typed) : "");
	}

}
