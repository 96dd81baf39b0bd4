package org.backwise.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.care.PlanSteps;
import org.backwise.cases.CaseState;

/** What a case needs from a therapist. The names are stored. */
enum Need {

	/** An emergency that a check-in found, and nobody knows whether they got help. */
	HELP,
	/** Somebody was referred: did they read it, did they see the doctor? */
	REFERRAL,
	/** A check-in proposes to end the plan and to refer. */
	END_AND_REFER,
	/** A session is close, or over, and no check-in holds for it; or the care lapsed. */
	MISSING,
	/** Two sessions in a row went by without a check-in, and nobody came. */
	SILENT,
	/** A check-in proposes to step back. */
	STEP_BACK,
	/** A check-in proposes another step. */
	STEP,
	/** The client could finish, and would like to go on. */
	GO_ON,
	/** The client would like fewer sessions, and a therapist talks with them. */
	FEWER,
	/** A plan waits to be checked. */
	REVIEW,
	/** Cleared; the client has the rest of the questions to answer. */
	CLEARED,
	/** Nothing. */
	DONE;

	/** What a list can be narrowed to. */
	static List<Need> waiting() {
		return Stream.of(values()).filter((need) -> need != DONE).toList();
	}

	static Need of(CaseState state) {
		return switch (state) {
			case REFERRED -> REFERRAL;
			case PROPOSED -> REVIEW;
			case CLEARED -> CLEARED;
			case LAPSED -> MISSING;
			case APPROVED, CHANGED, PAUSED, ENDED, DECLINED, CLOSED, WITHDRAWN -> DONE;
		};
	}

	/** For a step that waits. */
	static Need of(PlanSteps.Proposed step) {
		if (step.wish() != null) {
			return (step.wish() == PlanSteps.Wish.GO_ON) ? GO_ON : FEWER;
		}
		return switch (step.outcome()) {
			case END_AND_REFER -> END_AND_REFER;
			case STEP_BACK -> STEP_BACK;
			default -> STEP;
		};
	}

	static Optional<Need> parse(@Nullable String text) {
		return Stream.of(values()).filter((need) -> need.toString().equals(text)).findFirst();
	}

	/** The id used in addresses, records and messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
