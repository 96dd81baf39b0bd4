package org.backwise.staff;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

/** What happens after each attempt to sign in, and after signing out. */
@Component
class SignInHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {

	private final StoredAccounts accounts;

	private final DeskAccess access;

	private final SignInThrottle throttle;

	private final KnownBrowsers browsers;

	private final Journal journal;

	SignInHandler(StoredAccounts accounts, DeskAccess access, SignInThrottle throttle, KnownBrowsers browsers,
			Journal journal) {
		this.browsers = browsers;
		this.accounts = accounts;
		this.access = access;
		this.throttle = throttle;
		this.journal = journal;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		this.throttle.succeeded(request);
		Account account = this.accounts.bySignInName(authentication.getName()).orElseThrow();
		go(request, response, next(account, authentication, request, response));
	}

	private String next(Account account, Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.access.standing(authentication) != SignInStage.IN) {
			Onward.remember(request);
			return "/desk/second-factor";
		}
		this.journal.note(Action.SIGNED_IN, new Who.Staff(account.id()), null);
		this.browsers.remember(account.id(), request, response);
		KeptPost.rememberAccount(account, request, response);
		return KeptPost.waitingFor(account, request).isPresent() ? "/desk/carry-on" : Onward.from(request);
	}

	private static void go(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
		String address = request.getContextPath() + page;
		if (isJson(request)) {
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			response.getWriter().write("{\"page\":\"" + address + "\"}");
			return;
		}
		response.sendRedirect(address);
	}

	/**
	 * The same answer whether the name, the password or the account is wrong.
	 * @throws DataAccessException when that could not be looked up
	 */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException, ServletException {
		if (ex.getCause() instanceof DataAccessException away) {
			throw away;
		}
		String typed = request.getParameter("username");
		String name = (typed == null && request.getAttribute(RefusedRequests.WHO) instanceof String halfIn) ? halfIn
				: typed;
		Account account = (name != null) ? this.accounts.bySignInName(name).orElse(null) : null;
		this.journal.note(Action.SIGN_IN_FAILED, new Who.Unknown(), (account != null) ? account.id() : null);
		if (isJson(request)) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		if (typed == null) {
			response.sendRedirect(request.getContextPath() + "/desk/second-factor?wrong");
			return;
		}
		request.getRequestDispatcher("/desk/sign-in/wrong").forward(request, response);
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null) {
			this.accounts.bySignInName(authentication.getName())
				.ifPresent((account) -> this.journal.note(Action.SIGNED_OUT, new Who.Staff(account.id()), null));
		}
	}

	private static boolean isJson(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
	}

}
