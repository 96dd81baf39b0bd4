package org.backwise.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices;
import org.backwise.knowledge.PlanGuide;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Conditions;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * Decides what a check-in leads to. The warning signs are judged by the questionnaire's
 * own rules, on its answers with those of the check-in in their place; there is no second
 * set of them. Every rule is tried, and the strictest outcome wins. Safe for use by many
 * threads.
 */
public final class CheckInTriage {

	/** Asking what a new answer opens can open something more, but not for ever. */
	private static final int MOST_PASSES = 4;

	private final Triage triage;

	private final KnowledgeBase base;

	private final FollowUp followUp;

	private final KnowledgeBase questions;

	private final Triage checkIns;

	private final MergedSheet merged;

	/** The rules that read no new finding, and where each begins. */
	private final List<FollowUp.Rule> rules;

	private final Conditions conditions;

	private final Conditions limits;

	private final Conditions mergedFacts;

	private final Set<String> clearable;

	private final Situation situation;

	/**
	 * Compiles the rules of the follow-up.
	 * @param triage the rules of the questionnaire, with a follow-up in their knowledge
	 * base
	 * @throws org.backwise.knowledge.KnowledgeException when there is none
	 */
	public CheckInTriage(Triage triage) {
		this.triage = triage;
		this.base = triage.knowledge();
		this.questions = CheckInQuestions.of(this.base);
		this.followUp = Objects.requireNonNull(this.base.followUp());
		this.checkIns = new Triage(this.questions);
		this.merged = new MergedSheet(this.base, this.followUp, this.checkIns);
		this.rules = this.followUp.rules().stream().filter((rule) -> rule.finding() == null).toList();
		this.conditions = this.checkIns
			.compile(this.rules.stream().map((rule) -> CheckInQuestions.when(rule, this.base)).toList());
		this.limits = this.checkIns
			.compile(this.followUp.cautions().stream().<Condition>map(FollowUp.Caution::when).toList());
		this.mergedFacts = triage
			.compile(this.followUp.merged().stream().<Condition>map(FollowUp.MergedFact::when).toList());
		this.clearable = triage.clearable();
		this.situation = new Situation(this.base, this.followUp);
	}

	/**
	 * What a check-in asks, as a questionnaire of its own.
	 * @return a knowledge base without rules
	 */
	public KnowledgeBase questions() {
		return this.questions;
	}

	/**
	 * Reads the answers of a check-in. Nothing is guessed; every problem is named.
	 * @param episode the course of care so far
	 * @param sheet the answers as they were handed in
	 * @return the good answers, pruned to the questions that are asked, what is missing,
	 * and the new findings
	 */
	public CheckInReading read(Episode episode, CheckInSheet sheet) {
		Progress progress = this.situation.progress(episode);
		Map<String, Object> handed = new LinkedHashMap<>(sheet.answers());
		this.followUp.facts().forEach((fact) -> handed.remove(fact.id()));
		handed.remove(CheckInQuestions.CLEARED);
		Map<String, Object> facts = this.situation.facts(episode, sheet, progress);
		Set<String> open = new LinkedHashSet<>();
		for (int pass = 1;; pass++) {
			Map<String, Object> whole = new LinkedHashMap<>(facts);
			if (!open.isEmpty()) {
				whole.put(Situation.STILL_OPEN, List.copyOf(open));
			}
			handed.forEach(whole::putIfAbsent);
			Reading reading = this.checkIns.read(whole);
			Map<String, Object> merged = this.merged.of(episode.intake(), reading.answers());
			Reading safety = this.triage.read(merged);
			boolean more = this.situation.opens(safety, reading, open);
			if (!more || pass == MOST_PASSES) {
				return reading(episode, sheet, reading, merged, safety);
			}
		}
	}

	private CheckInReading reading(Episode episode, CheckInSheet sheet, Reading reading, Map<String, Object> merged,
			Reading safety) {
		List<Finding> fresh = new ArrayList<>();
		List<String> known = new ArrayList<>();
		for (Finding finding : this.triage.findings(safety)) {
			if (isKnown(finding, episode, reading)) {
				known.add(finding.rule());
			}
			else {
				fresh.add(finding);
			}
		}
		return new CheckInReading(episode, sheet, reading, merged, safety, List.copyOf(fresh), List.copyOf(known));
	}

	/** Cleared for exactly these answers, at no higher level, and said to be no worse. */
	private boolean isKnown(Finding finding, Episode episode, Reading reading) {
		return finding.level().mayBeCleared() && this.clearable.contains(finding.rule())
				&& episode.cleared()
					.stream()
					.anyMatch((cleared) -> cleared.rule().equals(finding.rule())
							&& !finding.level().isMoreUrgentThan(cleared.level())
							&& isCovered(finding.answers(), cleared.answers()))
				&& this.situation
					.isNoWorse(reading.answers().chosen(CheckInQuestions.known(this.followUp, finding.rule())));
	}

	private static boolean isCovered(Map<String, Answer> now, Map<String, Answer> then) {
		return now.entrySet().stream().allMatch((entry) -> {
			Answer before = then.get(entry.getKey());
			if (entry.getValue() instanceof Answer.Choice choice) {
				return before instanceof Answer.Choice cleared && cleared.options().containsAll(choice.options());
			}
			return before instanceof Answer.Amount cleared
					&& ((Answer.Amount) entry.getValue()).value() <= cleared.value();
		});
	}

	/**
	 * Decides.
	 * @param read a complete reading
	 * @return exactly one outcome, and all that stands behind it
	 * @throws IllegalArgumentException when the reading is not complete
	 */
	public CheckInDecision decide(CheckInReading read) {
		if (!read.isComplete()) {
			throw new IllegalArgumentException("Only a complete check-in can be decided");
		}
		Episode episode = read.episode();
		Progress progress = this.situation.progress(episode);
		Facts facts = progress.facts(read.sheet().day(), asked(read));
		Set<String> newLimits = newLimits(read);
		Map<String, Answer> counted = new HashMap<>(facts.answers(!newLimits.isEmpty()));
		BitSet about = this.mergedFacts.holding(read.safety().answers(), Map.of());
		for (int i = 0; i < this.followUp.merged().size(); i++) {
			Facts.is(counted, this.followUp.merged().get(i).id(), about.get(i));
		}
		List<FollowUp.Rule> holding = holding(read, counted);
		List<FiredCaution> cautions = cautions(read, counted, newLimits);
		FollowUp.Rule decides = decides(holding);
		Outcome outcome = (decides != null) ? decides.outcome() : Outcome.GO_ON;
		Assessment plan = outcome.pauses() || outcome == Outcome.END_AND_REFER ? null : plan(read, cautions);
		return new CheckInDecision(outcome, (decides != null) ? to(decides, episode.phase()) : null, lead(read.fresh()),
				read.fresh(), read.known(),
				holding.stream()
					.map((rule) -> new FiredRule(rule.id(), rule.outcome(), rule.source()))
					.distinct()
					.toList(),
				cautions, facts.measures(), (plan != null) ? plan.technique() : null,
				(plan != null) ? plan.areas() : null, asked(read.reading()), read.reading().ignored(),
				this.triage.version());
	}

	/** What was answered without being asked measures nothing. */
	private static Map<String, Object> asked(CheckInReading read) {
		Map<String, Object> answers = new HashMap<>(read.sheet().answers());
		answers.keySet().removeIf((question) -> !read.reading().asks(question));
		return answers;
	}

	/** All rules that hold, the strictest first. */
	private List<FollowUp.Rule> holding(CheckInReading read, Map<String, Answer> counted) {
		BitSet holds = this.conditions.holding(read.reading().answers(), counted);
		Set<Level> levels = new LinkedHashSet<>();
		read.fresh().forEach((finding) -> levels.add(finding.level()));
		List<FollowUp.Rule> holding = new ArrayList<>();
		int place = 0;
		for (FollowUp.Rule rule : this.followUp.rules()) {
			boolean isHolding = (rule.finding() != null) ? levels.contains(rule.finding()) : holds.get(place++);
			if (isHolding) {
				holding.add(rule);
			}
		}
		holding.sort(Comparator.comparing(FollowUp.Rule::outcome));
		return holding;
	}

	/** The strictest, but for what another one only lets be reported. */
	private static FollowUp.@Nullable Rule decides(List<FollowUp.Rule> holding) {
		Set<Outcome> reported = new LinkedHashSet<>();
		holding.forEach((rule) -> reported.addAll(rule.overrules()));
		return holding.stream()
			.filter((rule) -> !reported.contains(rule.outcome()))
			.min(Comparator.comparing(FollowUp.Rule::outcome).thenComparing((rule) -> reach(rule)))
			.orElse(null);
	}

	/** Of two steps back the one that goes further. */
	private static int reach(FollowUp.Rule rule) {
		return (rule.toPhase() != null) ? 0 : 1;
	}

	private @Nullable String to(FollowUp.Rule rule, String phase) {
		if (rule.toPhase() != null) {
			return rule.toPhase();
		}
		if (rule.to() == null) {
			return null;
		}
		List<String> phases = this.base.plan().phases().stream().map(PlanGuide.Phase::id).toList();
		int place = Math.max(0, Math.min(phases.size() - 1, phases.indexOf(phase) + rule.to()));
		return phases.get(place);
	}

	private @Nullable String lead(List<Finding> fresh) {
		Notices.Lead lead = this.base.notices().lead();
		boolean leads = lead != null
				&& fresh.stream()
					.map(Finding::level)
					.min(Comparator.naturalOrder())
					.filter((level) -> level == lead.level())
					.isPresent()
				&& fresh.stream()
					.anyMatch((finding) -> finding.rule().equals(lead.rule()) && finding.level() == lead.level());
		return leads ? Objects.requireNonNull(lead).service() : null;
	}

	private List<FiredCaution> cautions(CheckInReading read, Map<String, Answer> counted, Set<String> newLimits) {
		return this.limits.holding(read.reading().answers(), counted).stream().mapToObj((place) -> {
			FollowUp.Caution caution = this.followUp.cautions().get(place);
			boolean aboutLimits = this.situation.isAboutLimits(caution);
			List<String> excludes = Stream.of(caution.excludes(),
					(caution.as() != null) ? this.base.caution(caution.as()).excludes() : List.<String>of(),
					aboutLimits
							? newLimits.stream().flatMap((rule) -> this.base.caution(rule).excludes().stream()).toList()
							: List.<String>of())
				.flatMap(List::stream)
				.distinct()
				.toList();
			return new FiredCaution(caution.id(), caution.isConfirmed(), excludes,
					aboutLimits ? List.copyOf(newLimits) : List.of());
		}).toList();
	}

	/** Rules that limit a plan on today's answers and did not when it began. */
	private Set<String> newLimits(CheckInReading read) {
		Set<String> limits = new LinkedHashSet<>();
		limiting(withMassage(read, read.merged())).forEach(limits::add);
		limiting(read.episode().intake()).forEach(limits::remove);
		return limits;
	}

	private List<String> limiting(Map<String, Object> sheet) {
		return this.triage.limiting(this.triage.readCleared(sheet));
	}

	/** Today's safety answers with what was said of the massage, as it was said. */
	private Map<String, Object> withMassage(CheckInReading read, Map<String, Object> merged) {
		Map<String, Object> whole = new LinkedHashMap<>(read.episode().intake());
		whole.putAll(merged);
		Object movement = read.episode().intake().get(this.followUp.roles().movement());
		if (movement != null) {
			whole.put(this.followUp.roles().movement(), movement);
		}
		return whole;
	}

	/**
	 * The technique chosen again: what a clearance lifted and what happened today leave
	 * out what they leave out. Null where the answers about the massage do not go with
	 * what has changed; the therapist then asks them again.
	 */
	private @Nullable Assessment plan(CheckInReading read, List<FiredCaution> cautions) {
		Map<String, Object> sheet = withMassage(read, read.merged());
		Reading reading = read.episode().complementary() ? this.triage.readCleared(sheet) : this.triage.read(sheet);
		if (!reading.isComplete() || reading.isReferral()) {
			return null;
		}
		Map<String, List<String>> leftOut = new LinkedHashMap<>();
		cautions.forEach((caution) -> caution.excludes()
			.forEach((technique) -> leftOut.computeIfAbsent(technique, (key) -> new ArrayList<>())
				.add(caution.caution())));
		read.episode()
			.cleared()
			.forEach((cleared) -> leftOut(cleared.rule()).forEach(
					(technique) -> leftOut.computeIfAbsent(technique, (key) -> new ArrayList<>()).add(cleared.rule())));
		return this.triage.assess(reading, leftOut);
	}

	private List<String> leftOut(String rule) {
		var cleared = this.base.referral(rule).cleared();
		return (cleared != null) ? cleared.excludes() : List.of();
	}

	private List<String> asked(Reading reading) {
		return reading.asked()
			.stream()
			.map(Reading.AskedQuestion::id)
			.filter((id) -> !this.questions.question(id).page().equals(FollowUp.FACTS))
			.toList();
	}

	static long weeks(@Nullable LocalDate from, LocalDate to) {
		return (from != null) ? Math.max(0, ChronoUnit.WEEKS.between(from, to)) : 0;
	}

}
