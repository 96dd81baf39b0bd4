package org.backwise.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody types to make their account.
 *
 * @param name what people read
 * @param signInName what they will type to sign in
 * @param password their password
 */
record JoinForm(@Nullable String name, @Nullable String signInName, @Nullable String password) {

	private static final int LONGEST = 100;

	private static final Pattern HIDDEN = Pattern.compile("[\\s\\p{Cntrl}]");

	private static final int SHORTEST_SIGN_IN_NAME = 3;

	/** The keys of what is wrong, by field; the password is looked at elsewhere. */
	List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>();
		if (nameText().isEmpty() || nameText().codePointCount(0, nameText().length()) > LONGEST) {
			problems.add(new FieldProblem("name", "staff.join.name.wrong"));
		}
		int length = signInNameText().length();
		if (length < SHORTEST_SIGN_IN_NAME || length > LONGEST || HIDDEN.matcher(signInNameText()).find()) {
			problems.add(new FieldProblem("signInName", "staff.join.sign-in-name.wrong"));
		}
		return problems;
	}

	String nameText() {
		return (this.name != null) ? this.name.replaceAll("\\p{Cntrl}", " ").strip() : "";
	}

	String signInNameText() {
		return (this.signInName != null) ? StoredAccounts.canonical(this.signInName) : "";
	}

	String passwordText() {
		return (this.password != null) ? this.password : "";
	}

	/** Says nothing, so that a password cannot reach a log. */
	@Override
	public String toString() {
		return "a form to join";
	}

}
