package org.backwise.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backwise.followup.Measures.Course;
import org.backwise.followup.Measures.Response;
import org.backwise.triage.Answer;

/**
 * What the answers of a check-in come to.
 *
 * @param measures the measures
 * @param loose whether muscles are not tight all the time and movement is not much less;
 * false when that was never asked
 * @param well whether nothing is left to do
 * @param wellLong whether that was so 14 days ago already
 * @param backToStart whether a flare is as bad as the start
 * @param tightAgain whether it is tight or stiff, and was neither at the last one
 * @param past what the check-ins before left behind
 * @param doctorSeen whether a doctor saw it in the last twelve weeks
 */
record Facts(Measures measures, boolean loose, boolean well, boolean wellLong, boolean backToStart, boolean tightAgain,
		Past past, boolean doctorSeen) {

	/** As answers to the facts that are counted, for the conditions of the rules. */
	Map<String, Answer> answers(boolean newLimit) {
		Measures.Activities named = this.measures.activities();
		Map<String, Answer> facts = pain(this.measures.pain().now(), this.measures.pain().course());
		facts.putAll(activities((named != null) ? named.course() : Course.SAME));
		facts.putAll(felt(this.measures.felt()));
		facts.putAll(stiffness(new Sizes.Stiffness(this.loose, this.tightAgain)));
		facts.putAll(together(new Sizes.Together(this.measures.response(), this.measures.settled(), this.well,
				this.measures.flare(), this.backToStart), this.wellLong));
		facts.putAll(before(this.past, this.doctorSeen));
		is(facts, "new-limit", newLimit);
		return facts;
	}

	static Map<String, Answer> before(Past past, boolean doctorSeen) {
		Map<String, Answer> facts = new HashMap<>();
		facts.put("settled-before", new Answer.Amount(past.settledInARow()));
		is(facts, "worse-before", past.worse());
		is(facts, "bad-reaction-before", past.badReaction());
		is(facts, "doctor-asked", doctorSeen);
		return facts;
	}

	static Map<String, Answer> pain(int now, Course course) {
		Map<String, Answer> facts = new HashMap<>();
		facts.put("pain-now", new Answer.Amount(now));
		choose(facts, "pain-course", measured(course));
		return facts;
	}

	static Map<String, Answer> activities(Course course) {
		Map<String, Answer> facts = new HashMap<>();
		choose(facts, "activity-course", measured(course));
		return facts;
	}

	static Map<String, Answer> felt(Course felt) {
		Map<String, Answer> facts = new HashMap<>();
		choose(facts, "felt", felt.toString());
		return facts;
	}

	static Map<String, Answer> stiffness(Sizes.Stiffness stiffness) {
		Map<String, Answer> facts = new HashMap<>();
		is(facts, "loose", stiffness.loose());
		is(facts, "tight-again", stiffness.again());
		return facts;
	}

	static Map<String, Answer> together(Sizes.Together together, boolean wellLong) {
		Map<String, Answer> facts = new HashMap<>();
		choose(facts, "response",
				(together.response() == Response.NONE) ? "no-response" : together.response().toString());
		is(facts, "settled", together.settled());
		is(facts, "well", together.well());
		is(facts, "well-for-14-days", wellLong);
		is(facts, "flare", together.flare());
		is(facts, "back-to-start", together.backToStart());
		return facts;
	}

	private static String measured(Course course) {
		return switch (course) {
			case BETTER, A_LITTLE_BETTER -> "better";
			case SAME -> "unclear";
			case WORSE -> "worse";
		};
	}

	static void is(Map<String, Answer> facts, String fact, boolean holds) {
		choose(facts, fact, holds ? "yes" : "no");
	}

	static void choose(Map<String, Answer> facts, String fact, String option) {
		facts.put(fact, new Answer.Choice(List.of(option)));
	}

}
