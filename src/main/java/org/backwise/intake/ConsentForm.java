package org.backwise.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.backwise.cases.AgeBand;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked before the first question.
 *
 * @param start names the draft before it exists
 * @param ageBand 16 or over, or under 16
 * @param guardian whether a parent or guardian is there and agrees
 * @param agree whether the answers may be kept
 * @param another whether somebody answers for another person
 * @param mayAgree whether that person knows and agrees, or the one who answers may decide
 */
record ConsentForm(@Nullable String start, @Nullable String ageBand, @Nullable String guardian, @Nullable String agree,
		@Nullable String another, @Nullable String mayAgree) {

	private static final String TICKED = "true";

	/** A form in which nothing was ticked yet. */
	static ConsentForm blank() {
		return new ConsentForm(LinkToken.random().text(), null, null, null, null, null);
	}

	/**
	 * Everything that is wrong, in the order of the fields.
	 * @param words turns a message key into words
	 */
	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (lacksRight()) {
			problems.add(new FieldProblem("mayAgree", words.apply("intake.another.missing")));
		}
		if (band().isEmpty()) {
			problems.add(new FieldProblem("ageBand", "ageBand-" + AgeBand.values()[0],
					words.apply("intake.consent.age-band.missing")));
		}
		if (lacksGuardian()) {
			problems.add(new FieldProblem("guardian", words.apply("intake.guardian.missing")));
		}
		if (!TICKED.equals(this.agree)) {
			problems.add(new FieldProblem("agree", words.apply("intake.consent.missing")));
		}
		return problems;
	}

	public boolean isForAnother() {
		return TICKED.equals(this.another);
	}

	/** For a grown-up who was not asked; for a child the guardian agrees. */
	private boolean lacksRight() {
		return isForAnother() && !TICKED.equals(this.mayAgree)
				&& band().filter((band) -> band == AgeBand.UNDER_16).isEmpty();
	}

	Optional<AgeBand> band() {
		return AgeBand.parse(this.ageBand);
	}

	/** Under 16 and alone. */
	public boolean lacksGuardian() {
		return band().filter((band) -> band == AgeBand.UNDER_16).isPresent() && !isByGuardian();
	}

	public boolean isByGuardian() {
		return TICKED.equals(this.guardian);
	}

	/** The same by somebody who answered for another person before. */
	ConsentForm asBefore() {
		return new ConsentForm(this.start, this.ageBand, this.guardian, this.agree, TICKED, this.mayAgree);
	}

	/** The same for another draft. */
	ConsentForm under(LinkToken token) {
		return new ConsentForm(token.text(), this.ageBand, this.guardian, this.agree, this.another, this.mayAgree);
	}

	/** Says nothing of who it was. */
	@Override
	public String toString() {
		return "a consent form";
	}

}
