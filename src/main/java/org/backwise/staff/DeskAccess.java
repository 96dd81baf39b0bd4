package org.backwise.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Who may see the desk. The account is looked up in each request, so that disabling it
 * works at once.
 */
@Component
class DeskAccess {

	/** Request attribute: only a new password would open this. */
	static final String STALE = DeskAccess.class.getName() + ".stale";

	/** Request attribute with the account of whoever is signed in. */
	static final String ACCOUNT = DeskAccess.class.getName() + ".account";

	/** As with the idle minutes, the time of the computer counts and not the demo's. */
	private static final Clock SYSTEM = Clock.systemUTC();

	private final StoredAccounts accounts;

	private final SecondFactors secondFactors;

	private final DeskSettings settings;

	DeskAccess(StoredAccounts accounts, SecondFactors secondFactors, DeskSettings settings) {
		this.accounts = accounts;
		this.secondFactors = secondFactors;
		this.settings = settings;
	}

	/** Anybody who is signed in. */
	AuthorizationManager<RequestAuthorizationContext> signedIn() {
		return (authentication,
				context) -> new AuthorizationDecision(account(authentication.get(), context.getRequest()).isPresent());
	}

	/** The owner only. */
	AuthorizationManager<RequestAuthorizationContext> owner() {
		return (authentication,
				context) -> new AuthorizationDecision(account(authentication.get(), context.getRequest())
					.filter((account) -> account.role() == Role.OWNER)
					.isPresent());
	}

	/** Anybody who has given their password just now. */
	AuthorizationManager<RequestAuthorizationContext> fresh() {
		return (authentication, context) -> {
			boolean in = account(authentication.get(), context.getRequest()).isPresent();
			boolean fresh = isNewer(authentication.get(), this.settings.freshPassword());
			if (in && !fresh) {
				context.getRequest().setAttribute(STALE, true);
			}
			return new AuthorizationDecision(in && fresh);
		};
	}

	/** Anybody whose password was right. */
	AuthorizationManager<RequestAuthorizationContext> halfIn() {
		return (authentication,
				context) -> new AuthorizationDecision(standing(authentication.get()) != SignInStage.NOBODY);
	}

	private Optional<Account> account(@Nullable Authentication authentication, HttpServletRequest request) {
		Optional<Account> account = behind(authentication)
			.filter((found) -> standing(found, authentication) == SignInStage.IN);
		account.ifPresent((found) -> request.setAttribute(ACCOUNT, found));
		return account;
	}

	SignInStage standing(@Nullable Authentication authentication) {
		return behind(authentication).map((account) -> standing(account, authentication)).orElse(SignInStage.NOBODY);
	}

	private Optional<Account> behind(@Nullable Authentication authentication) {
		if (authentication == null || !isNewer(authentication, this.settings.longestSession())) {
			return Optional.empty();
		}
		String name = StoredAccounts.canonical(authentication.getName());
		return this.accounts.all()
			.stream()
			.filter((account) -> account.enabled() && account.signInName().equals(name))
			.findFirst();
	}

	private SignInStage standing(Account account, @Nullable Authentication authentication) {
		boolean second = has(authentication, FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
				|| has(authentication, FactorGrantedAuthority.OTT_AUTHORITY);
		return (second || !this.secondFactors.isAskedOf(account.id())) ? SignInStage.IN : SignInStage.HALF_IN;
	}

	private static boolean isNewer(@Nullable Authentication authentication, Duration age) {
		return authentication != null && authentication.isAuthenticated()
				&& authentication.getAuthorities()
					.stream()
					.filter(FactorGrantedAuthority.class::isInstance)
					.map(FactorGrantedAuthority.class::cast)
					.filter((factor) -> FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(factor.getAuthority()))
					.anyMatch((factor) -> factor.getIssuedAt().isAfter(SYSTEM.instant().minus(age)));
	}

	private static boolean has(@Nullable Authentication authentication, String factor) {
		return authentication != null && authentication.isAuthenticated()
				&& authentication.getAuthorities()
					.stream()
					.anyMatch((authority) -> factor.equals(authority.getAuthority()));
	}

}
