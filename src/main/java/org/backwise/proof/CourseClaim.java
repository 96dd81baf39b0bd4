package org.backwise.proof;

import java.util.List;
import java.util.function.BiPredicate;

import org.backwise.followup.CourseState;
import org.backwise.followup.CourseWay;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

/**
 * What is claimed of every course of care, in numbers of its own: they are those of the
 * promise, not of the rules.
 *
 * @param id id of the claim in {@code promises.yaml}
 * @param words what is wrong when it is broken
 * @param isBroken whether a check-in breaks it
 * @param isBrokenBySession whether a session of a phase breaks it
 */
record CourseClaim(String id, String words, BiPredicate<CourseState, CourseWay> isBroken,
		BiPredicate<CourseState, Integer> isBrokenBySession) {

	/** The most weekly sessions without a clear response. */
	static final int MOST_WEEKLY = 10;

	/** Weekly sessions of a body on high alert. */
	static final int HIGH_ALERT = 6;

	/** Sessions of a phase before sessions may move apart. */
	private static final int[] FEWEST = { 4, 3, 3 };

	private static final int STEP_BACKS = 2;

	private static final List<Moment> IN_CARE = List.of(Moment.SESSION, Moment.REVIEW, Moment.BETWEEN, Moment.RETURN);

	/** Every claim that is tried in every state. */
	static List<CourseClaim> all() {
		return List.of(
				of("C-finding", "A new finding leads to less than its level.",
						(state, way) -> way.alarm() != null && isMilder(way, Outcome.of(way.alarm()))),
				new CourseClaim("C-ten", "An eleventh weekly session takes place without a clear response.",
						(state, way) -> false,
						(state, phase) -> phase == 0 && state.kept().get(0) >= MOST_WEEKLY && !state.told().responds()
								&& !state.overruled()),
				of("C-worse", "Worse twice in a row, and the plan does not end.",
						(state, way) -> IN_CARE.contains(way.moment()) && state.told().worse()
								&& way.response() == Response.WORSE && isMilder(way, Outcome.END_AND_REFER)),
				of("C-step-back", "A third step back within a year.",
						(state, way) -> state.stepBacks() >= STEP_BACKS && way.outcome() == Outcome.STEP_BACK),
				of("C-loosened", "A plan is loosened or ended well while it is worse, flares up or is tight again.",
						(state, way) -> isLoosened(way)
								&& (way.response() == Response.WORSE || way.flare() || way.tightAgain())),
				of("C-settled", "A plan is loosened or ended well too soon.",
						(state, way) -> isLoosened(way) && isTooSoon(state, way)));
	}

	private static CourseClaim of(String id, String words, BiPredicate<CourseState, CourseWay> isBroken) {
		return new CourseClaim(id, words, isBroken, (state, phase) -> false);
	}

	boolean isBrokenBy(CourseState state, CourseWay way) {
		return this.isBroken.test(state, way);
	}

	boolean isBrokenBySession(CourseState state, int phase) {
		return this.isBrokenBySession.test(state, phase);
	}

	private static boolean isMilder(CourseWay way, Outcome least) {
		return least.isStricterThan(way.outcome());
	}

	private static boolean isLoosened(CourseWay way) {
		return way.outcome() == Outcome.STEP_DOWN || (way.outcome() == Outcome.FINISH && !way.byWish());
	}

	/** Weekly sessions by a clear response, everything else by being settled again. */
	private static boolean isTooSoon(CourseState state, CourseWay way) {
		if (way.outcome() == Outcome.STEP_DOWN && state.kept().get(state.phase()) < FEWEST[state.phase()]) {
			return true;
		}
		if (way.outcome() == Outcome.STEP_DOWN && state.phase() == 0) {
			return way.response() != Response.RESPONDS;
		}
		return !way.isSettled() || state.told().settled() < 1;
	}

}
