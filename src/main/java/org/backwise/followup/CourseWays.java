package org.backwise.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CourseSpace.Plan;
import org.backwise.followup.SaidSpace.Said;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide;
import org.backwise.triage.Answers;
import org.backwise.triage.Triage;

/**
 * What check-ins can lead to from where a course stands, found by the functions that
 * decide. What no rule tells apart is decided once.
 */
class CourseWays {

	/** The day of every check-in; what was before it is counted back. */
	static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	static final LocalDate LONG_AGO = TODAY.minusDays(Past.WELL_DAYS);

	private static final List<Boolean> MADE = List.of(true, true, true);

	private static final List<Boolean> MISSED = List.of(true, false, false);

	private final List<String> phases;

	private final OutcomeRules rules;

	private final CourseFacts facts;

	private final SaidSpace said;

	/** For each rule the places of what it reads. */
	private final BitSet[] reads;

	private final @Nullable String unread;

	private final Map<Object, Talk> talks = new HashMap<>();

	private final Map<Object, List<CourseWay>> decided = new HashMap<>();

	private final Map<Object, Leads> found = new HashMap<>();

	/** Of all with the same effect one. */
	private final Map<List<Object>, CourseWay> once = new HashMap<>();

	CourseWays(KnowledgeBase base) {
		KnowledgeBase questions = CheckInQuestions.of(base);
		FollowUp followUp = Objects.requireNonNull(base.followUp());
		this.phases = base.plan().phases().stream().map(PlanGuide.Phase::id).toList();
		Triage checkIns = new Triage(questions);
		this.rules = new OutcomeRules(base, followUp, checkIns);
		this.facts = new CourseFacts(base, followUp, this.phases, checkIns);
		MeasureSpace measures = new MeasureSpace(base);
		this.said = new SaidSpace(questions, followUp, checkIns, measures, this.facts.read());
		this.reads = this.rules.whens().stream().map(this.facts::places).toArray(BitSet[]::new);
		this.unread = (this.reads.length > Long.SIZE) ? "more than 64 rules" : unread(measures);
	}

	private @Nullable String unread(MeasureSpace measures) {
		Set<String> known = new LinkedHashSet<>(this.facts.known());
		measures.parts().forEach((part) -> part.cases().forEach((one) -> known.addAll(one.facts().keySet())));
		known.addAll(
				measures.together(measures.parts().stream().map((part) -> part.cases().get(0).kind()).toList(), false)
					.keySet());
		return this.facts.read()
			.stream()
			.flatMap((atom) -> atom.questions().stream())
			.filter((question) -> !known.contains(question) && !this.said.covers(question))
			.findFirst()
			.orElse(null);
	}

	/** What a rule reads that is not gone through; null when everything is. */
	@Nullable String unread() {
		return this.unread;
	}

	List<String> phases() {
		return this.phases;
	}

	/** How far the numbers of a course have to be counted. */
	CourseBounds bounds(int counted) {
		List<Integer> kept = new ArrayList<>(
				this.phases.stream().map((phase) -> this.facts.most(phase + "-kept")).toList());
		kept.set(0, Math.max(counted, kept.get(0)));
		return new CourseBounds(List.copyOf(kept), Math.max(CourseBounds.TOLD, this.facts.most("step-backs")),
				Math.max(CourseBounds.TOLD, this.facts.most("settled-before")));
	}

	/**
	 * What a check-in can lead to.
	 *
	 * @param all all that stories tell apart
	 * @param few of all that change a course alike one
	 */
	record Leads(List<CourseWay> all, List<CourseWay> few) {
	}

	/**
	 * Everything that a check-in can lead to, whatever is free: the days that have gone
	 * by, check-ins that were missed, reactions long ago, doctors seen, and the plan.
	 */
	Leads leads(CourseState state, Moment moment) {
		BitSet about = this.facts.about(state);
		return this.found.computeIfAbsent(List.of(about, state.phase(), state.past(), moment), (key) -> {
			List<CourseWay> all = new ArrayList<>();
			Map<List<Object>, CourseWay> few = new LinkedHashMap<>();
			for (LocalDate since : sinces(state.past())) {
				Set<List<CourseWay>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
				free(state.past(), since).forEach(
						(past) -> Plan.ALL.forEach((plan) -> lists.add(decided(state, about, past, plan, moment))));
				Set<CourseWay> apart = Collections.newSetFromMap(new IdentityHashMap<>());
				lists.forEach(apart::addAll);
				apart.forEach((way) -> {
					CourseWay now = way.from(before(state.past(), since));
					all.add(now);
					few.putIfAbsent(List.of(way.changes(), String.valueOf(since)), now);
				});
			}
			return new Leads(List.copyOf(all), List.copyOf(few.values()));
		});
	}

	/** The same on one plan, for somebody who makes every check-in. */
	List<CourseWay> attentive(CourseState state, Moment moment, Plan plan) {
		return decided(state, this.facts.about(state), attentive(state), plan, moment);
	}

	/** They make every check-in, and a doctor has seen it. */
	Past attentive(CourseState state) {
		Past past = state.past();
		return new Past(past.begun(), past.settledInARow(), (past.wellSince() != null) ? LONG_AGO : null, past.worse(),
				false, false, TODAY, MADE);
	}

	private static Past before(Past past, @Nullable LocalDate since) {
		return new Past(past.begun(), past.settledInARow(), since, past.worse(), false, false, null, MADE);
	}

	/** Days may have gone by. */
	private static List<LocalDate> sinces(Past past) {
		return TODAY.equals(past.wellSince()) ? List.of(TODAY, LONG_AGO) : Collections.singletonList(past.wellSince());
	}

	private static List<Past> free(Past past, @Nullable LocalDate since) {
		List<Past> found = new ArrayList<>();
		for (int which = 0; which < 8; which++) {
			found.add(new Past(past.begun(), past.settledInARow(), since, past.worse(), (which & 1) > 0, false,
					((which & 2) > 0) ? TODAY : null, ((which & 4) > 0) ? MISSED : MADE));
		}
		return found;
	}

	/** The same list for all that no rule tells apart. */
	private List<CourseWay> decided(CourseState state, BitSet about, Past past, Plan plan, Moment moment) {
		BitSet apart = this.facts.apart(about, state, past, plan);
		Talk talk = talk(moment, past.isWellLong(TODAY));
		List<BitSet> holds = holds(talk, apart, state, past, plan);
		return this.decided.computeIfAbsent(new Same(talk, state.phase(), holds),
				(key) -> decided(talk, holds, state.phase(), moment));
	}

	/** The same can be said, and the same rules hold then; each set is kept once. */
	private record Same(Talk talk, int phase, List<BitSet> holds) {

		@Override
		public boolean equals(Object other) {
			if (!(other instanceof Same same) || same.talk != this.talk || same.phase != this.phase) {
				return false;
			}
			for (int rule = 0; rule < this.holds.size(); rule++) {
				if (same.holds.get(rule) != this.holds.get(rule)) {
					return false;
				}
			}
			return true;
		}

		@Override
		public int hashCode() {
			int hash = this.phase;
			for (BitSet rule : this.holds) {
				hash = 31 * hash + System.identityHashCode(rule);
			}
			return hash;
		}

	}

	private List<CourseWay> decided(Talk talk, List<BitSet> holds, int phase, Moment moment) {
		long[] rules = talk.holding(holds);
		List<CourseWay> ways = new ArrayList<>();
		Map<Long, CourseWay> once = new HashMap<>();
		for (BitSet same : talk.effects) {
			once.clear();
			same.stream().forEach((place) -> once.computeIfAbsent(rules[place], (holding) -> {
				CourseWay way = way(BitSet.valueOf(new long[] { holding }), phase, moment, talk.said.get(place), null);
				ways.add(way);
				return way;
			}));
			// a new finding stops the plan whatever else is said
			int first = same.nextSetBit(0);
			for (Level level : Level.values()) {
				BitSet holding = BitSet.valueOf(new long[] { rules[first] });
				this.rules.addFindings(holding, Set.of(level));
				ways.add(way(holding, phase, moment, talk.said.get(first), level));
			}
		}
		return List.copyOf(ways);
	}

	private CourseWay way(BitSet holding, int phase, Moment moment, Said one, @Nullable Level alarm) {
		CareRules.Rule decides = this.rules.decides(holding);
		String to = (decides != null) ? this.rules.to(decides, this.phases.get(phase)) : null;
		CourseWay way = new CourseWay(moment, alarm, (decides != null) ? decides.outcome() : Outcome.GO_ON,
				(to != null) ? this.phases.indexOf(to) : phase, this.rules.isByWish(holding), one.flare(),
				one.tightAgain(), one.answers(), Past.NONE, one.left());
		return this.once.computeIfAbsent(way.effect(), (effect) -> way);
	}

	/** For each rule what has to be said for it to hold. */
	private List<BitSet> holds(Talk talk, BitSet apart, CourseState state, Past past, Plan plan) {
		BitSet[] holds = new BitSet[this.reads.length];
		List<BitSet> found = List.of();
		for (int rule = 0; rule < holds.length; rule++) {
			BitSet own = (BitSet) apart.clone();
			own.and(this.reads[rule]);
			Map<BitSet, BitSet> known = talk.holds.computeIfAbsent(rule, (key) -> new HashMap<>());
			holds[rule] = known.get(own);
			if (holds[rule] == null) {
				found = found.isEmpty() ? evaluated(talk, state, past, plan) : found;
				holds[rule] = talk.once(found.get(rule));
				known.put(own, holds[rule]);
			}
		}
		return List.of(holds);
	}

	/** Each rule on everything that can be said. */
	private List<BitSet> evaluated(Talk talk, CourseState state, Past past, Plan plan) {
		Answers coded = this.rules.knowing(this.facts.nothing(), this.facts.stated(state, past, plan));
		List<BitSet> holds = Stream.generate(BitSet::new).limit(this.reads.length).toList();
		for (int i = 0; i < talk.said.size(); i++) {
			int place = i;
			this.rules.holding(this.rules.knowing(coded, talk.said.get(i).coded()), List.of())
				.stream()
				.forEach((rule) -> holds.get(rule).set(place));
		}
		return holds;
	}

	private Talk talk(Moment moment, boolean sinceLong) {
		return this.talks.computeIfAbsent(List.of(moment, sinceLong),
				(key) -> new Talk(key, List.copyOf(this.said.at(moment, sinceLong))));
	}

	/** All that can be said at a moment. */
	private static final class Talk {

		private final Object key;

		private final List<Said> said;

		private final List<BitSet> effects;

		private final Map<Integer, Map<BitSet, BitSet>> holds = new HashMap<>();

		private final Map<BitSet, BitSet> sets = new HashMap<>();

		Talk(Object key, List<Said> said) {
			this.key = key;
			this.said = said;
			Map<List<Object>, BitSet> groups = new LinkedHashMap<>();
			for (int i = 0; i < said.size(); i++) {
				groups.computeIfAbsent(said.get(i).effect(), (effect) -> new BitSet()).set(i);
			}
			this.effects = List.copyOf(groups.values());
		}

		BitSet once(BitSet set) {
			return this.sets.computeIfAbsent(set, (one) -> one);
		}

		/** For all that can be said the rules that hold, as bits. */
		long[] holding(List<BitSet> rules) {
			long[] holding = new long[this.said.size()];
			for (int rule = 0; rule < rules.size(); rule++) {
				BitSet holds = rules.get(rule);
				for (int place = holds.nextSetBit(0); place >= 0; place = holds.nextSetBit(place + 1)) {
					holding[place] |= 1L << rule;
				}
			}
			return holding;
		}

	}

}
