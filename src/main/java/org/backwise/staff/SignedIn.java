package org.backwise.staff;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.server.ResponseStatusException;

/** Who is at the desk in this request. */
@Service
public class SignedIn {

	private final StoredAccounts accounts;

	private final PasswordEncoder encoder;

	private final SignInThrottle throttle;

	SignedIn(StoredAccounts accounts, PasswordEncoder encoder, SignInThrottle throttle) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.throttle = throttle;
	}

	/**
	 * Whether it is really them who sit there: they typed their password once more. Paths
	 * that ask for it are among those whose tries are counted; a right one is given back.
	 * @param password what was typed
	 * @param request the request it came with
	 * @return true when it is the password of the account
	 */
	public boolean confirms(String password, HttpServletRequest request) {
		boolean right = this.encoder.matches(password, account().password());
		if (right) {
			this.throttle.succeeded(request);
		}
		return right;
	}

	/**
	 * Who is signed in.
	 * @return the member of staff
	 * @throws IllegalStateException when nobody is
	 */
	public StaffMember member() {
		return account().member();
	}

	/**
	 * Who is signed in, for what only an owner may do.
	 * @return the owner
	 * @throws ResponseStatusException the page that is not there, for everybody else
	 */
	public StaffMember owner() {
		StaffMember member = member();
		if (!member.isOwner()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return member;
	}

	Account account() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null) {
			throw new IllegalStateException("Nobody is signed in");
		}
		return ofRequest(authentication.getName())
			.or(() -> this.accounts.bySignInName(authentication.getName()).filter(Account::enabled))
			.orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
	}

	/** The account that was looked up already, to let the request in. */
	private static Optional<Account> ofRequest(String name) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Object found = (request != null) ? request.getAttribute(DeskAccess.ACCOUNT, RequestAttributes.SCOPE_REQUEST)
				: null;
		return (found instanceof Account account && account.signInName().equals(name)) ? Optional.of(account)
				: Optional.empty();
	}

}
