package org.backwise.staff;

import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets requests of a test be those of somebody who is signed in. */
public final class AtTheDesk {

	private AtTheDesk() {
	}

	/**
	 * Somebody whose password was right.
	 * @param signInName the sign-in name of an account that the test has made
	 * @return what to give a request
	 */
	public static RequestPostProcessor as(String signInName) {
		return SecurityMockMvcRequestPostProcessors.user(signInName)
			.authorities(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
	}

}
