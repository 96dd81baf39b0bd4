package org.backwise.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.backwise.care.LiveSession;
import org.backwise.cases.Act;
import org.backwise.followup.Measures;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;

/**
 * The tables of the page. Their names are part of what is stored; add, never rename. No
 * event is counted in two of them.
 */
enum Table {

	/** First questionnaires by what the rules decided. */
	INTAKES,
	/** Plans that a therapist looked at; changed and declined are the sums below. */
	PLANS,
	/** Why plans were changed. */
	CHANGES,
	/** Why plans were declined. */
	DECLINES,
	/** What became of sessions. */
	SESSIONS,
	/** What check-ins led to; reviews stand apart. */
	CHECK_INS,
	/** What reviews said of the plan. */
	RESPONSES,
	/**
	 * How the pain had gone at reviews. Months counted before there were responses have
	 * it instead of them.
	 */
	REVIEWS,
	/** How it was after the last massage. */
	REACTIONS,
	/** The rules that referred somebody. */
	RULES,
	/** The rules that limited a plan. */
	CAUTIONS;

	/** An intake that led to a plan. */
	static final String PLAN = "plan";

	/** A review at which a warning sign turned up. */
	static final String WARNED = "warned";

	/** Something without a name. */
	static final String OTHER = "other";

	/** What is stored of a thing that is counted in this table. */
	String item(String id) {
		return this + "/" + id;
	}

	/** Whether its things are the rules that happened to fire, of many. */
	public boolean isOfRules() {
		return this == RULES || this == CAUTIONS;
	}

	/** Whether nothing is counted in it any more. */
	boolean isOver() {
		return this == REVIEWS;
	}

	/** The things in it, whether or not they ever happened. */
	List<String> items(KnowledgeBase base) {
		return switch (this) {
			case INTAKES -> Stream.concat(Stream.of(Level.values()).map(Level::toString), Stream.of(PLAN)).toList();
			case RULES -> base.referrals().stream().map((rule) -> rule.id()).toList();
			case CAUTIONS -> base.cautions().stream().map((rule) -> rule.id()).toList();
			case PLANS -> List.of(Act.APPROVE.toString(), Act.CHANGE.toString(), Act.DECLINE.toString());
			case CHANGES -> Act.CHANGE.reasons();
			case DECLINES -> Act.DECLINE.reasons();
			case SESSIONS ->
				Stream.of(LiveSession.State.values()).map(Enum::name).filter((state) -> !isToCome(state)).toList();
			case CHECK_INS -> Stream.of(FollowUp.Outcome.values()).map(FollowUp.Outcome::toString).toList();
			case RESPONSES ->
				Stream.concat(Stream.of(WARNED), Stream.of(Measures.Response.values()).map(Measures.Response::toString))
					.toList();
			case REVIEWS ->
				Stream
					.concat(Stream.of(WARNED),
							Stream.of(Measures.Course.values())
								.filter((course) -> course != Measures.Course.A_LITTLE_BETTER)
								.map(Measures.Course::toString))
					.toList();
			case REACTIONS -> reactions(base);
		};
	}

	/** Never marked as such. */
	private static boolean isToCome(String state) {
		return state.equals(LiveSession.State.PLANNED.name());
	}

	private static List<String> reactions(KnowledgeBase base) {
		FollowUp followUp = base.followUp();
		return (followUp == null) ? List.of()
				: followUp.questions()
					.stream()
					.filter((question) -> question.id().equals(followUp.roles().reaction()))
					.flatMap((question) -> question.options().stream())
					.map((option) -> option.id())
					.toList();
	}

	/** Its name in addresses and in what is stored. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
