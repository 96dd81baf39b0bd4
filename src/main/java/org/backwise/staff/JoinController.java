package org.backwise.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;
import org.backwise.staff.Invitation.Kind;

/** Behind a one-time link: an account is made, or a lost password replaced. */
@Controller
class JoinController {

	/** The secret of the invitation follows. */
	static final String PATH = "/desk/join/";

	private final Invitations invitations;

	private final StoredAccounts accounts;

	private final PasswordRules passwords;

	private final FirstStart first;

	private final Words words;

	JoinController(Invitations invitations, StoredAccounts accounts, PasswordRules passwords, FirstStart first,
			Words words) {
		this.first = first;
		this.invitations = invitations;
		this.accounts = accounts;
		this.passwords = passwords;
		this.words = words;
	}

	@GetMapping(PATH + "{secret}")
	String show(@PathVariable String secret, Model model) {
		return show(invitation(secret), new JoinForm(null, null, null), Map.of(), List.of(), model);
	}

	@PostMapping(PATH + "{secret}")
	String join(@PathVariable String secret, JoinForm form, @RequestParam Map<String, String> typed,
			HttpServletResponse response, Model model) {
		Invitation invitation = invitation(secret);
		List<FieldProblem> problems = new ArrayList<>();
		if (invitation.kind() == Kind.SET_UP) {
			problems.addAll(this.first.problems(typed));
		}
		problems.addAll(problems(invitation, form));
		if (problems.isEmpty()) {
			try {
				if (!this.invitations.accept(secret, form, (owner) -> this.first.keep(typed, owner))) {
					throw new ResponseStatusException(HttpStatus.NOT_FOUND);
				}
				return "redirect:/desk/sign-in?joined";
			}
			catch (DuplicateKeyException ex) {
				problems.add(new FieldProblem("signInName", this.words.of("staff.join.sign-in-name.taken")));
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(invitation, form, typed, problems, model);
	}

	private List<FieldProblem> problems(Invitation invitation, JoinForm form) {
		List<FieldProblem> problems = new ArrayList<>();
		List<String> known = List.of(form.nameText(), form.signInNameText());
		if (invitation.kind() == Kind.START_AGAIN) {
			known = knownOf(invitation);
		}
		else {
			problems.addAll(form.problems(this.words::of));
		}
		this.passwords.problem(form.passwordText(), known)
			.ifPresent((key) -> problems.add(new FieldProblem("password", this.words.of(key))));
		return problems;
	}

	private List<String> knownOf(Invitation invitation) {
		Account account = this.accounts.find(java.util.Objects.requireNonNull(invitation.account())).orElseThrow();
		return List.of(account.name(), account.signInName());
	}

	private Invitation invitation(String secret) {
		return this.invitations.behind(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String show(Invitation invitation, JoinForm form, Map<String, String> typed, List<FieldProblem> problems,
			Model model) {
		if (invitation.kind() == Kind.SET_UP) {
			this.first.show(typed, model);
		}
		model.addAttribute("kind", invitation.kind());
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		return "staff/join";
	}

}
