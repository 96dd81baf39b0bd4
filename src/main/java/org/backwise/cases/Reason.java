package org.backwise.cases;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Why a therapist decides, or what a client chooses: an entry of a short list, and free
 * words.
 *
 * @param code id of the entry
 * @param words more on it, for the practice only
 * @param note words to the client
 */
public record Reason(String code, @Nullable String words, @Nullable String note) {

	/** The care ends because the client is better. */
	public static final String BETTER = "better";

	/** The care ends because it did not help. */
	public static final String NO_CHANGE = "no-change";

	/** A step is taken as a check-in proposes it. */
	public static final String AS_PROPOSED = "as-proposed";

	/** The client wants to finish here. */
	public static final String FINISH = "finish";

	/** The client wants to go on as it is. */
	public static final String GO_ON = "go-on";

	/** Nothing to choose from. */
	static final List<String> NONE = List.of();

	/** Why a plan is changed. */
	static final List<String> CHANGE = List.of("client-wish", "comfort", "timetable", "examined", "judgement", "other");

	/** Why a plan is declined. */
	static final List<String> DECLINE = List.of("not-now", "other-care", "client-wish", "no-place", "judgement",
			"other");

	/** Why a level is raised. */
	static final List<String> RAISE = List.of("new-information", "answers-unclear", "looks-unwell", "judgement",
			"other");

	/** Whether the doctor was seen. */
	static final List<String> DOCTOR_SEEN = List.of("seen", "not-seen", "not-known");

	/** Why a referral needs no following up any more. */
	static final List<String> CLOSE = List.of("seen", "fresh-intake", "not-reached", "client-wish", "other");

	/** Why the care rests. */
	static final List<String> PAUSE = List.of("unwell", "client-wish", "away", "new-information", "judgement", "other");

	/** Why a step is taken: as it was proposed, or otherwise. */
	static final List<String> STEP = List.of(AS_PROPOSED, "client-wish", "examined", "timetable", "judgement", "other");

	/** Why a step is not taken. */
	static final List<String> PUT_OFF = List.of("client-wish", "examined", "timetable", "judgement", "other");

	/** What a client chooses when a check-in leaves it to them. */
	static final List<String> CHOICE = List.of(FINISH, GO_ON);

	/** Why the care ends. */
	static final List<String> END = List.of(BETTER, NO_CHANGE, "client-wish", "other-care", "judgement", "other");

	/** The ends of care after which a client is asked how they are, some weeks later. */
	public static final Set<String> ASKED_AFTERWARDS = Set.of(BETTER, NO_CHANGE, "client-wish");

	/** Says nothing of the reason. */
	@Override
	public String toString() {
		return "a reason";
	}

}
