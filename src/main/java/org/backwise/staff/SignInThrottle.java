package org.backwise.staff;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Counts failed attempts to sign in: by account in the database, by address in memory
 * only, since no address is ever stored. A right password gives the attempt back. A
 * browser that signed in before has tries of its own.
 */
@Component
class SignInThrottle {

	private static final int MOST_ADDRESSES = 100_000;

	private final boolean enabled;

	private final AccountTries accounts;

	private final KnownBrowsers browsers;

	private final LoadingCache<String, Bucket> addresses;

	SignInThrottle(SignInLimits limits, AccountTries accounts, KnownBrowsers browsers) {
		this.browsers = browsers;
		this.enabled = limits.enabled();
		this.accounts = accounts;
		this.addresses = Caffeine.newBuilder()
			.maximumSize(MOST_ADDRESSES)
			.expireAfterAccess(SignInLimits.PERIOD)
			.build((address) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(limits.signInsPerAddress())
					.refillGreedy(limits.signInsPerAddress(), SignInLimits.PERIOD))
				.withNanosecondPrecision()
				.build());
	}

	/**
	 * Takes one attempt.
	 * @return how long to wait for it; zero when it is allowed
	 */
	Duration take(HttpServletRequest request) {
		if (!this.enabled) {
			return Duration.ZERO;
		}
		Tries tries = tries(request);
		if (!tries.known()) {
			ConsumptionProbe probe = this.addresses.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				return Duration.ofNanos(probe.getNanosToWaitForRefill());
			}
		}
		return this.accounts.take(tries.name()) ? Duration.ZERO : this.accounts.wait(tries.name());
	}

	void succeeded(HttpServletRequest request) {
		if (this.enabled) {
			Tries tries = tries(request);
			if (!tries.known()) {
				this.addresses.get(request.getRemoteAddr()).addTokens(1);
			}
			this.accounts.giveBack(tries.name());
		}
	}

	/** The typed name for the password; for the second step, whose password was right. */
	private Tries tries(HttpServletRequest request) {
		String typed = request.getParameter("username");
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		if (typed == null && current != null) {
			return new Tries("second:" + current.getName(), false);
		}
		String name = (typed != null) ? StoredAccounts.canonical(typed) : "";
		String browser = this.browsers.of(name, request);
		return browser.isEmpty() ? new Tries("first:" + name, false) : new Tries("known:" + browser + name, true);
	}

	/**
	 * What is counted together.
	 *
	 * @param name whose tries they are
	 * @param known whether they come from a browser that signed in before, for which no
	 * stranger's tries count, nor those of others at its address
	 */
	private record Tries(String name, boolean known) {
	}

}
