package org.backwise.staff;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** Somebody's own account: password, sessions, second factor. */
@Controller
class AccountController {

	private final SignedIn signedIn;

	private final StaffAccounts accounts;

	private final SecondFactors secondFactors;

	private final Sessions sessions;

	private final PasswordRules passwords;

	private final PasswordEncoder encoder;

	private final Words words;

	AccountController(SignedIn signedIn, StaffAccounts accounts, SecondFactors secondFactors, Sessions sessions,
			PasswordRules passwords, PasswordEncoder encoder, Words words) {
		this.signedIn = signedIn;
		this.accounts = accounts;
		this.secondFactors = secondFactors;
		this.sessions = sessions;
		this.passwords = passwords;
		this.encoder = encoder;
		this.words = words;
	}

	@GetMapping("/desk/account")
	String show(HttpServletRequest request, Model model) {
		return show(List.of(), request, model);
	}

	@PostMapping("/desk/account/password")
	String password(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Account account = this.signedIn.account();
		List<FieldProblem> problems = problems(account, current, password);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(problems, request, model);
		}
		this.accounts.changePassword(account, password, thisSession(request));
		return "redirect:/desk/account?changed";
	}

	private List<FieldProblem> problems(Account account, String current, String password) {
		if (!this.encoder.matches(current, account.password())) {
			return List.of(new FieldProblem("current", this.words.of("staff.account.current.wrong")));
		}
		return this.passwords.problem(password, List.of(account.name(), account.signInName()))
			.map((key) -> List.of(new FieldProblem("password", this.words.of(key))))
			.orElse(List.of());
	}

	@PostMapping("/desk/account/sign-out-everywhere")
	String signOutEverywhere(HttpServletRequest request) {
		this.accounts.signOutEverywhere(this.signedIn.account());
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		return "redirect:/desk/sign-in?out";
	}

	@PostMapping("/desk/account/codes")
	String codes(Model model) {
		model.addAttribute("codes", this.secondFactors.newCodes(this.signedIn.account()));
		model.addAttribute("private", true);
		return "staff/codes";
	}

	@PostMapping("/desk/account/passkeys/{id}/remove")
	String remove(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
		try {
			this.secondFactors.remove(this.signedIn.account(), id);
			return "redirect:/desk/account";
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(List.of(), request, model);
		}
	}

	private String show(List<FieldProblem> problems, HttpServletRequest request, Model model) {
		Account account = this.signedIn.account();
		String thisSession = thisSession(request);
		model.addAttribute("account", account);
		model.addAttribute("sessions",
				this.sessions.of(account.signInName())
					.stream()
					.map((session) -> new Place(session.getCreationTime(), session.getLastAccessedTime(),
							session.getId().equals(thisSession)))
					.toList());
		model.addAttribute("passkeys", this.secondFactors.passkeysOf(account.id()).stream().map(Passkey::of).toList());
		model.addAttribute("codesLeft", this.secondFactors.codesLeft(account.id()));
		model.addAttribute("changed", request.getParameter("changed") != null);
		FieldProblem.show(problems, model);
		return "staff/account";
	}

	private static @Nullable String thisSession(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : null;
	}

	/**
	 * Where somebody is signed in.
	 *
	 * @param since when they signed in
	 * @param last when they were last there
	 * @param here whether it is this browser
	 */
	record Place(Instant since, Instant last, boolean here) {
	}

	/**
	 * A passkey, as far as it is shown.
	 *
	 * @param id its id
	 * @param label what its owner calls it
	 */
	record Passkey(String id, String label) {

		static Passkey of(CredentialRecord record) {
			return new Passkey(record.getCredentialId().toBase64UrlString(), String.valueOf(record.getLabel()));
		}

	}

}
