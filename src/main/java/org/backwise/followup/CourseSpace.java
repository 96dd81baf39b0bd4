package org.backwise.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CourseState.Told;
import org.backwise.followup.CourseState.Where;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;

/**
 * Every course of care that there can be, step by step, for a proof. What a check-in
 * leads to and leaves behind is found by the functions that decide; around it everybody
 * does what they want, as far as the practice lets them: clients answer anything, miss
 * check-ins and stay away, therapists take a step, another one, or none. States that no
 * rule tells apart, now or later, are one. Not safe for use by several threads.
 */
public final class CourseSpace {

	private static final Told NOTHING_TOLD = new Told(false, false, 0);

	private final CourseWays ways;

	private final CourseBounds bounds;

	private final After after;

	private final Map<List<CourseWay>, Optional<CourseWay>> best = new IdentityHashMap<>();

	/** What a check-in leaves behind; the engine's own, but in a test of the proof. */
	interface After {

		Past after(Past past, LocalDate day, Past.Left left);

	}

	/**
	 * What stays as it was when the plan began.
	 *
	 * @param sensitised whether the body seems to be on high alert
	 * @param complementary whether a doctor cleared something
	 * @param painFree whether there was no pain
	 */
	public record Plan(boolean sensitised, boolean complementary, boolean painFree) {

		/** Every plan. */
		public static final List<Plan> ALL = IntStream.range(0, 8)
			.mapToObj((which) -> new Plan((which & 1) > 0, (which & 2) > 0, (which & 4) > 0))
			.toList();

	}

	/** What is done in a course of care. */
	public enum Deed {

		/** A check-in is made. */
		CHECK_IN,
		/** A session takes place. */
		SESSION,
		/** A therapist brings the sessions closer together, or further apart. */
		STEP,
		/** A therapist steps back because a check-in said so. */
		STEP_BACK,
		/** A second therapist lets a plan go on that should end. */
		OVERRULES,
		/** The plan ends. */
		ENDS,
		/** The client stays away. */
		STAYS_AWAY,
		/** A doctor allows it. */
		CLEARED,
		/** What had to pass has passed. */
		PASSED,
		/** A year goes by. */
		YEAR

	}

	/**
	 * A step of a course.
	 *
	 * @param deed what is done
	 * @param way what the check-in leads to, null for everything else
	 * @param state where the course stands then
	 */
	public record Step(Deed deed, @Nullable CourseWay way, CourseState state) {
	}

	/**
	 * All courses by the rules of a knowledge base.
	 * @param base what the practice knows, with a follow-up
	 * @param counted up to how many sessions of the first phase are counted, also where
	 * no rule reads so many
	 */
	public CourseSpace(KnowledgeBase base, int counted) {
		this(base, counted, Past::after);
	}

	CourseSpace(KnowledgeBase base, int counted, After after) {
		this.ways = new CourseWays(base);
		this.after = after;
		this.bounds = this.ways.bounds(counted);
	}

	/**
	 * What a rule reads that is not gone through here.
	 * @return id of a question, null when everything is
	 */
	public @Nullable String unread() {
		return this.ways.unread();
	}

	/**
	 * The phases of a plan.
	 * @return their ids in order
	 */
	public List<String> phases() {
		return this.ways.phases();
	}

	/**
	 * Where a course can begin: in each phase.
	 * @return the states
	 */
	public List<CourseState> beginnings() {
		return IntStream.range(0, phases().size()).mapToObj(this::beginning).toList();
	}

	private CourseState beginning(int phase) {
		return CourseState.beginning(phase, phases().size());
	}

	/**
	 * Everything that can happen next.
	 * @param state where a course stands
	 * @return the steps from there; none from one that is over
	 */
	public List<Step> steps(CourseState state) {
		List<Step> steps = new ArrayList<>();
		moments(state).forEach((moment) -> this.ways.leads(state, moment)
			.few()
			.forEach((way) -> steps.add(new Step(Deed.CHECK_IN, way, after(state, way)))));
		switch (state.where()) {
			case TO_BE_ASKED -> inCare(steps, state);
			case ASKED -> {
				inCare(steps, state);
				// after a step the next session is still one of the phase before
				for (int phase = 0; phase < phases().size(); phase++) {
					steps.add(new Step(Deed.SESSION, null, kept(state, phase)));
				}
			}
			case END_WAITS -> {
				steps.add(new Step(Deed.ENDS, null, over(Where.ENDED)));
				steps.add(new Step(Deed.OVERRULES, null, state.overruledBy().at(Where.TO_BE_ASKED)));
			}
			case WAITS -> steps.add(new Step(Deed.PASSED, null, state.at(Where.AWAY)));
			case AT_A_DOCTOR -> steps.add(new Step(Deed.CLEARED, null, state.at(Where.AWAY)));
			case AWAY, REFERRED, ENDED -> {
			}
		}
		return steps;
	}

	/** A therapist may do at any time what they may do when a check-in proposes it. */
	private void inCare(List<Step> steps, CourseState state) {
		for (int phase = 0; phase < phases().size(); phase++) {
			steps.add(new Step(Deed.STEP, null, state.in(phase, state.stepBacks())));
			steps.add(new Step(Deed.STEP_BACK, null, state.in(phase, this.bounds.stepBacks(state.stepBacks() + 1))));
		}
		steps.add(new Step(Deed.ENDS, null, over(Where.ENDED)));
		steps.add(new Step(Deed.STAYS_AWAY, null, state.at(Where.AWAY)));
		steps.add(new Step(Deed.YEAR, null, state.in(state.phase(), 0)));
	}

	private CourseState over(Where where) {
		return beginning(0).at(where);
	}

	/**
	 * A session took place.
	 * @param state where a course stands
	 * @param phase place of the session's phase
	 * @return where it stands then
	 */
	public CourseState kept(CourseState state, int phase) {
		List<Integer> kept = new ArrayList<>(state.kept());
		kept.set(phase, this.bounds.kept(phase, kept.get(phase) + 1));
		return state.keeping(List.copyOf(kept));
	}

	/**
	 * The check-ins that can be made.
	 * @param state where a course stands
	 * @return their moments
	 */
	public List<Moment> moments(CourseState state) {
		return switch (state.where()) {
			case TO_BE_ASKED -> state.startMade() ? List.of(Moment.SESSION, Moment.REVIEW, Moment.BETWEEN)
					: List.of(Moment.START, Moment.BETWEEN);
			case ASKED -> state.startMade() ? List.of(Moment.BETWEEN) : List.of(Moment.START, Moment.BETWEEN);
			case END_WAITS -> List.of(Moment.BETWEEN);
			case AWAY -> List.of(Moment.RETURN);
			case ENDED -> List.of(Moment.AFTER_4_WEEKS, Moment.AFTER_12_WEEKS);
			case WAITS, AT_A_DOCTOR, REFERRED -> List.of();
		};
	}

	/**
	 * All that a check-in can lead to.
	 * @param state where a course stands
	 * @param moment when it is made
	 * @return all that stories tell apart
	 */
	public Collection<CourseWay> ways(CourseState state, Moment moment) {
		return this.ways.leads(state, moment).all();
	}

	private Past then(CourseWay way) {
		return normal(this.after.after(way.before(), CourseWays.TODAY, way.left()));
	}

	/**
	 * What comes next for somebody who gets well and stays so, makes every check-in, and
	 * whose therapist takes each step that is proposed.
	 * @param state where a course stands
	 * @param plan the plan
	 * @return where it stands then; empty where nothing leads on
	 */
	public Optional<CourseState> gettingWell(CourseState state, Plan plan) {
		return switch (state.where()) {
			case TO_BE_ASKED -> well(state, state.startMade() ? Moment.REVIEW : Moment.START, plan);
			case AWAY -> well(state, Moment.RETURN, plan);
			case ASKED -> Optional.of(kept(state, state.phase()));
			case WAITS, AT_A_DOCTOR -> Optional.of(state.at(Where.AWAY));
			case END_WAITS, REFERRED, ENDED -> Optional.empty();
		};
	}

	/** The mildest that comes out when all is well, and nobody asks for an end. */
	private Optional<CourseState> well(CourseState state, Moment moment, Plan plan) {
		List<CourseWay> all = this.ways.attentive(state, moment, plan);
		Optional<CourseWay> best = this.best.computeIfAbsent(all, (key) -> all.stream()
			.filter((way) -> way.alarm() == null && !way.byWish() && !way.flare() && !way.tightAgain())
			.filter((way) -> moment == Moment.START || (way.left().well() && way.response() == Response.RESPONDS))
			.max(Comparator.comparing(CourseWay::outcome)));
		return best.map((way) -> {
			CourseState then = after(state, way.from(this.ways.attentive(state)));
			return (way.outcome() == Outcome.FINISH) ? over(Where.ENDED) : then.in(way.to(), then.stepBacks());
		});
	}

	private CourseState after(CourseState state, CourseWay way) {
		if (state.where() == Where.ENDED) {
			return way.outcome().pauses() ? over(Where.REFERRED) : state;
		}
		CourseState then = state.after(then(way), told(state, way), way.moment() == Moment.START);
		return switch (way.outcome()) {
			case EMERGENCY, URGENT -> over(Where.REFERRED);
			case SEE_DOCTOR -> then.at(Where.AT_A_DOCTOR);
			case WAIT -> then.at(Where.WAITS);
			case END_AND_REFER -> then.at(Where.END_WAITS);
			case STEP_BACK, STEP_DOWN, HOLD, GO_ON, FINISH -> way.byWish() ? over(Where.ENDED) : goesOn(then, way);
		};
	}

	/** That a plan should end waits for its answer, whatever comes after. */
	private static CourseState goesOn(CourseState then, CourseWay way) {
		// the check-in of the start holds for the first session only
		boolean holds = way.moment() != Moment.START || then.kept().stream().allMatch((sessions) -> sessions == 0);
		return (holds && then.where() != Where.END_WAITS) ? then.at(Where.ASKED) : then.at(then.where());
	}

	/** At the start nobody is asked how the plan has helped. */
	private static Told told(CourseState state, CourseWay way) {
		int longer = CourseBounds.told(state.told().settled() + (way.left().whole() ? 1 : 0));
		boolean responds = (way.moment() == Moment.START) ? state.told().responds()
				: way.response() == Response.RESPONDS;
		return new Told(state.past().begun() && way.response() == Response.WORSE, responds,
				way.isSettled() ? longer : 0);
	}

	/** The state of a course in care after real check-ins, on a day. */
	CourseState standing(int phase, List<Integer> kept, int stepBacks, Past past, LocalDate day) {
		Past now = normal(past);
		LocalDate since = (past.wellSince() == null) ? null
				: (past.isWellLong(day) ? CourseWays.LONG_AGO : CourseWays.TODAY);
		return new CourseState(Where.TO_BE_ASKED, true, phase,
				IntStream.range(0, kept.size()).mapToObj((place) -> this.bounds.kept(place, kept.get(place))).toList(),
				this.bounds.stepBacks(stepBacks), false,
				new Past(now.begun(), now.settledInARow(), since, now.worse(), false, false, null, List.of()),
				NOTHING_TOLD);
	}

	/** What differs in nothing that counts becomes the same; the rest is free. */
	private Past normal(Past past) {
		LocalDate since = past.wellSince();
		if (since != null) {
			since = since.isAfter(CourseWays.LONG_AGO) ? CourseWays.TODAY : CourseWays.LONG_AGO;
		}
		return new Past(past.begun(), this.bounds.settled(past.settledInARow()), since, past.worse(), false, false,
				null, List.of());
	}

	/**
	 * One number for each state.
	 * @param state a state
	 * @return its number, from which {@link #state(long)} makes it again
	 */
	public long number(CourseState state) {
		return this.bounds.number(state);
	}

	/**
	 * The state with a number.
	 * @param number a number that {@link #number(CourseState)} gave
	 * @return the same state
	 */
	public CourseState state(long number) {
		return this.bounds.state(number);
	}

}
