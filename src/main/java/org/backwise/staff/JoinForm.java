package org.backwise.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * What somebody types to make their account.
 *
 * @param name what people read
 * @param signInName what they will type to sign in
 * @param password their password
 */
record JoinForm(@Nullable String name, @Nullable String signInName, @Nullable String password) {

	private static final int LONGEST = 100;

	private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]");

	private static final int SHORTEST_SIGN_IN_NAME = 3;

	/** What is wrong, by field; the password is looked at elsewhere. */
	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		FormText called = FormText.line(this.name);
		if (!called.isName() || called.isLongerThan(LONGEST)) {
			problems.add(new FieldProblem("name", words.apply("staff.join.name.wrong")));
		}
		FormText signIn = new FormText(signInNameText());
		if (!signIn.isLongerThan(SHORTEST_SIGN_IN_NAME - 1) || signIn.isLongerThan(LONGEST)
				|| BLANK.matcher(signIn.text()).find()) {
			problems.add(new FieldProblem("signInName", words.apply("staff.join.sign-in-name.wrong")));
		}
		return problems;
	}

	String nameText() {
		return FormText.line(this.name).text();
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
