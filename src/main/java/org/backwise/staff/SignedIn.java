package org.backwise.staff;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Who is at the desk in this request. */
@Service
public class SignedIn {

	private final StoredAccounts accounts;

	SignedIn(StoredAccounts accounts) {
		this.accounts = accounts;
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
		return this.accounts.bySignInName(authentication.getName())
			.filter(Account::enabled)
			.orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
	}

}
