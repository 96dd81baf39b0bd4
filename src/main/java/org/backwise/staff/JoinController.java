package org.backwise.staff;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.staff.Invitation.Kind;

/** Behind a one-time link: an account is made, or a lost password replaced. */
@Controller
class JoinController {

	private final Invitations invitations;

	private final StoredAccounts accounts;

	private final PasswordRules passwords;

	private final MessageSource messages;

	JoinController(Invitations invitations, StoredAccounts accounts, PasswordRules passwords, MessageSource messages) {
		this.invitations = invitations;
		this.accounts = accounts;
		this.passwords = passwords;
		this.messages = messages;
	}

	@GetMapping("/desk/join/{secret}")
	String show(@PathVariable String secret, Model model) {
		return show(invitation(secret), new JoinForm(null, null, null), List.of(), model);
	}

	@PostMapping("/desk/join/{secret}")
	String join(@PathVariable String secret, JoinForm form, HttpServletResponse response, Model model) {
		Invitation invitation = invitation(secret);
		List<FieldProblem> problems = problems(invitation, form);
		if (problems.isEmpty()) {
			try {
				if (!this.invitations.accept(secret, form)) {
					throw new ResponseStatusException(HttpStatus.NOT_FOUND);
				}
				return "redirect:/desk/sign-in?joined";
			}
			catch (DuplicateKeyException ex) {
				problems.add(new FieldProblem("signInName", words("staff.join.sign-in-name.taken")));
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(invitation, form, problems, model);
	}

	private List<FieldProblem> problems(Invitation invitation, JoinForm form) {
		List<FieldProblem> problems = new ArrayList<>();
		List<String> known = List.of(form.nameText(), form.signInNameText());
		if (invitation.kind() == Kind.START_AGAIN) {
			known = knownOf(invitation);
		}
		else {
			form.problems()
				.forEach((problem) -> problems.add(new FieldProblem(problem.target(), words(problem.message()))));
		}
		this.passwords.problem(form.passwordText(), known)
			.ifPresent((key) -> problems.add(new FieldProblem("password", words(key))));
		return problems;
	}

	private List<String> knownOf(Invitation invitation) {
		Account account = this.accounts.find(java.util.Objects.requireNonNull(invitation.account())).orElseThrow();
		return List.of(account.name(), account.signInName());
	}

	private Invitation invitation(String secret) {
		return this.invitations.behind(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String show(Invitation invitation, JoinForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("kind", invitation.kind());
		model.addAttribute("form", form);
		model.addAttribute("errors", problems);
		model.addAttribute("problems", FieldProblem.byField(problems));
		model.addAttribute("private", true);
		return "staff/join";
	}

	private String words(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
