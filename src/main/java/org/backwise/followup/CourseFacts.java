package org.backwise.followup;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backwise.followup.CourseSpace.Plan;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Conditions;
import org.backwise.triage.Triage;

/**
 * What is known of a course when a check-in begins, and which pieces of what the rules
 * read are so then.
 */
class CourseFacts {

	private static final Plan NO_PLAN = new Plan(false, false, false);

	private final FollowUp followUp;

	private final List<String> phases;

	private final Situation situation;

	private final List<Condition> read;

	private final Conditions atoms;

	private final Answers nothing;

	private final Map<Object, BitSet> course = new HashMap<>();

	private final Map<Object, BitSet> pasts = new HashMap<>();

	private final Map<Plan, BitSet> plans = new HashMap<>();

	CourseFacts(KnowledgeBase base, FollowUp followUp, List<String> phases, Triage checkIns) {
		this.followUp = followUp;
		this.phases = phases;
		this.situation = new Situation(base, followUp);
		this.read = followUp.rules()
			.stream()
			.filter((rule) -> !rule.outcome().pauses() && rule.finding() == null)
			.flatMap((rule) -> CheckInQuestions.when(rule, base).atoms())
			.<Condition>map((atom) -> atom)
			.distinct()
			.toList();
		this.atoms = checkIns.compile(this.read);
		this.nothing = checkIns.read(Map.of()).answers();
	}

	/** All that is read by a rule that does not pause the plan, piece by piece. */
	List<Condition> read() {
		return this.read;
	}

	/** The answers of somebody who said nothing. */
	Answers nothing() {
		return this.nothing;
	}

	/** Ids of what is known at every check-in. */
	Set<String> known() {
		return stated(CourseState.beginning(0, this.phases.size()), Past.NONE, NO_PLAN).keySet();
	}

	/** The places of what a rule reads. */
	BitSet places(Condition when) {
		BitSet places = new BitSet();
		when.atoms().map(this.read::indexOf).filter((place) -> place >= 0).forEach(places::set);
		return places;
	}

	/** From this number on no rule tells the numbers of a fact apart. */
	int most(String fact) {
		return this.read.stream()
			.flatMap(Condition::atoms)
			.filter((atom) -> atom instanceof Condition.Within && atom.question().equals(fact))
			.map(Condition.Within.class::cast)
			.mapToInt((within) -> (within.to() < 99) ? within.to() + 1 : within.from())
			.max()
			.orElse(0);
	}

	/** What the course itself says. */
	BitSet about(CourseState state) {
		return this.course.computeIfAbsent(List.of(state.phase(), state.kept(), state.stepBacks()),
				(key) -> apart(state, Past.NONE, NO_PLAN,
						(fact) -> fact.equals("phase") || fact.equals("step-backs") || fact.endsWith("-kept")));
	}

	/** What the course, the check-ins before and the plan say. */
	BitSet apart(BitSet about, CourseState state, Past past, Plan plan) {
		BitSet apart = (BitSet) about.clone();
		apart.or(this.pasts.computeIfAbsent(past, (key) -> apart(state, past, NO_PLAN,
				(fact) -> fact.endsWith("-before") || fact.equals("missing-lately") || fact.equals("doctor-asked"))));
		apart.or(this.plans.computeIfAbsent(plan,
				(key) -> apart(state, Past.NONE, plan, (fact) -> fact.endsWith("-plan"))));
		return apart;
	}

	/** The pieces of what rules read that are so; each reads one fact only. */
	private BitSet apart(CourseState state, Past past, Plan plan, Predicate<String> which) {
		Map<String, Answer> facts = stated(state, past, plan);
		facts.keySet().removeIf(which.negate());
		return this.atoms.holding(this.atoms.knowing(this.nothing, facts));
	}

	/** What is known of a course when a check-in begins, as the engine states it. */
	Map<String, Answer> stated(CourseState state, Past past, Plan plan) {
		Map<String, Integer> sessions = IntStream.range(0, this.phases.size())
			.boxed()
			.collect(Collectors.toMap(this.phases::get, state.kept()::get));
		Map<String, Object> intake = plan.painFree() ? Map.of() : Map.of(this.followUp.roles().pain(), 5);
		Episode episode = new Episode(intake, CourseWays.TODAY, this.phases.get(state.phase()), sessions,
				plan.sensitised(), plan.complementary(), null, null, List.of(), state.stepBacks(), 0, List.of());
		Map<String, Answer> facts = new HashMap<>(Facts.before(past, !past.isDoctorDue(CourseWays.TODAY)));
		this.situation
			.facts(episode, episode.intake(), new CheckInSheet(Moment.START, By.CLIENT, CourseWays.TODAY, Map.of()),
					past)
			.forEach((fact, value) -> facts.put(fact, (value instanceof Integer number) ? new Answer.Amount(number)
					: new Answer.Choice(List.of((String) value))));
		// these are said, not known
		facts.remove("moment");
		facts.remove(Situation.ACTIVITIES_NAMED);
		return facts;
	}

}
