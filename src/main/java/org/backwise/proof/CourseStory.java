package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;

import org.backwise.followup.CourseSpace;
import org.backwise.followup.CourseSpace.Step;
import org.backwise.followup.CourseState;
import org.backwise.followup.CourseWay;
import org.backwise.triage.Answer;

/** A course of care told line by line. */
final class CourseStory {

	private CourseStory() {
	}

	static String line(CourseSpace space, CourseState before, Step step) {
		return switch (step.deed()) {
			case CHECK_IN -> line(space, before, java.util.Objects.requireNonNull(step.way()));
			case SESSION -> session(space, sessionOf(before, step.state()));
			case STEP -> "the therapist changes the plan to " + space.phases().get(step.state().phase());
			case STEP_BACK -> "the therapist steps back to " + space.phases().get(step.state().phase());
			case OVERRULES -> "two therapists let the plan go on";
			case ENDS -> "the plan ends";
			case STAYS_AWAY -> "the client stays away";
			case CLEARED -> "a doctor allows massage";
			case PASSED -> "it has passed";
			case YEAR -> "a year goes by";
		};
	}

	private static int sessionOf(CourseState before, CourseState then) {
		for (int phase = 0; phase < then.kept().size(); phase++) {
			if (!then.kept().get(phase).equals(before.kept().get(phase))) {
				return phase;
			}
		}
		return before.phase();
	}

	static String session(CourseSpace space, int phase) {
		return "a " + space.phases().get(phase) + " session";
	}

	static String where(CourseSpace space, CourseState state) {
		return space.phases().get(state.phase()) + ", sessions so far " + state.kept();
	}

	static String line(CourseSpace space, CourseState before, CourseWay way) {
		List<String> said = new ArrayList<>();
		if (way.alarm() != null) {
			said.add("a new finding at " + way.alarm());
		}
		if (way.example().get("pain-now") instanceof Answer.Amount pain) {
			said.add("pain " + pain.value());
		}
		said.add("response " + way.response());
		if (way.isSettled()) {
			said.add("settled");
		}
		if (way.flare()) {
			said.add("a flare");
		}
		if (way.tightAgain()) {
			said.add("tight again");
		}
		List.of("after-last", "wish").forEach((question) -> {
			if (way.example().get(question) instanceof Answer.Choice choice) {
				said.add(question + " " + choice.options().get(0));
			}
		});
		return "check-in (" + way.moment() + ", " + space.phases().get(before.phase()) + "): " + String.join(", ", said)
				+ " leads to " + way.outcome();
	}

}
