package org.backwise.staff;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Counts failed attempts to sign in, by account and by address, in memory only. A right
 * password gives the attempt back.
 */
@Component
class SignInThrottle {

	private static final Duration PERIOD = Duration.ofMinutes(15);

	private static final int MOST_KEYS = 100_000;

	private final boolean enabled;

	private final LoadingCache<String, Bucket> accounts;

	private final LoadingCache<String, Bucket> addresses;

	SignInThrottle(SignInLimits limits) {
		this.enabled = limits.enabled();
		this.accounts = buckets(limits.signInsPerAccount());
		this.addresses = buckets(limits.signInsPerAddress());
	}

	private static LoadingCache<String, Bucket> buckets(int attempts) {
		return Caffeine.newBuilder()
			.maximumSize(MOST_KEYS)
			.expireAfterAccess(PERIOD)
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(attempts).refillGreedy(attempts, PERIOD))
				.build());
	}

	/** Whether one more attempt is allowed; it is counted. */
	boolean allows(HttpServletRequest request) {
		boolean address = this.addresses.get(request.getRemoteAddr()).tryConsume(1);
		boolean account = this.accounts.get(account(request)).tryConsume(1);
		return !this.enabled || (address && account);
	}

	void succeeded(HttpServletRequest request) {
		this.addresses.get(request.getRemoteAddr()).addTokens(1);
		this.accounts.get(account(request)).reset();
	}

	/** The typed name for the password; for the second step, whose password was right. */
	private static String account(HttpServletRequest request) {
		String typed = request.getParameter("username");
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		if (typed == null && current != null) {
			return "second:" + current.getName();
		}
		return "first:" + ((typed != null) ? SecretLink.hash(StoredAccounts.canonical(typed)) : "");
	}

}
