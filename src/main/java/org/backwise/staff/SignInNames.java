package org.backwise.staff;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Looks accounts up for Spring Security. */
@Component
class SignInNames implements UserDetailsService {

	private final StoredAccounts accounts;

	SignInNames(StoredAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public UserDetails loadUserByUsername(String typed) {
		Account account = this.accounts.bySignInName(typed)
			.orElseThrow(() -> new UsernameNotFoundException("There is no such account"));
		return User.withUsername(account.signInName())
			.password(account.password())
			.roles(account.role().name())
			.disabled(!account.enabled())
			.build();
	}

}
