package org.backwise.followup;

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
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Notices;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Conditions;
import org.backwise.triage.Problem;
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

	private final OutcomeRules rules;

	private final NextSession next;

	private final Conditions mergedFacts;

	private final Set<String> clearable;

	private final Situation situation;

	/** What is known beside the answers. */
	private final Set<String> facts;

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
		this.merged = new MergedSheet(this.base, this.followUp, this.checkIns, new Waits(triage));
		this.mergedFacts = triage
			.compile(this.followUp.merged().stream().<Condition>map(FollowUp.MergedFact::when).toList());
		this.clearable = triage.clearable();
		this.situation = new Situation(this.base, this.followUp);
		this.rules = new OutcomeRules(this.base, this.followUp, this.checkIns);
		this.next = new NextSession(triage, this.followUp, this.checkIns, this.situation);
		this.facts = this.questions.questions()
			.stream()
			.filter((question) -> question.page().equals(FollowUp.FACTS))
			.map(Question::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What the practice knows.
	 * @return the knowledge base of the questionnaire
	 */
	public KnowledgeBase knowledge() {
		return this.base;
	}

	/**
	 * Whether a check-in ends the care because the client wants to stop.
	 * @param read a complete reading
	 * @return false for an end that the rules propose
	 */
	public boolean isByWish(CheckInReading read) {
		return this.followUp.rules()
			.stream()
			.filter((rule) -> rule.outcome() == Outcome.FINISH && !rule.overrules().isEmpty())
			.anyMatch((rule) -> read.reading().answers().hold(CheckInQuestions.when(rule, this.base)));
	}

	/**
	 * What a check-in asks, as a questionnaire of its own.
	 * @return a knowledge base without rules
	 */
	public KnowledgeBase questions() {
		return this.questions;
	}

	/**
	 * The rules of the questionnaire.
	 * @return what judges the warning signs
	 */
	public Triage triage() {
		return this.triage;
	}

	/**
	 * Looks at the answers of an earlier check-in, whatever it asked.
	 * @param answers question id to answer
	 * @return what is wrong with them, none for good ones
	 */
	public List<Problem> problems(Map<String, ?> answers) {
		List<Problem> problems = new ArrayList<>();
		this.checkIns.typed(answers, problems);
		return problems;
	}

	/**
	 * What a client said so far of what lasts: an illness told at a check-in is known at
	 * the next one.
	 * @param intake the answers to the questionnaire, as they were handed in
	 * @param before the check-ins so far
	 * @return question id to answer
	 */
	public Map<String, Object> known(Map<String, Object> intake, List<EarlierCheckIn> before) {
		return this.merged.known(intake, before);
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
		Map<String, Object> known = this.merged.known(episode.intake(), episode.before());
		Map<String, Object> facts = this.situation.facts(episode, known, sheet, progress.past());
		if (sheet.moment() == Moment.RETURN) {
			List<String> waited = this.merged.waitedFor(known, episode);
			if (!waited.isEmpty()) {
				facts.put(Situation.WAITED_FOR, waited);
			}
		}
		Set<String> open = new LinkedHashSet<>();
		for (int pass = 1;; pass++) {
			Map<String, Object> whole = new LinkedHashMap<>(facts);
			if (!open.isEmpty()) {
				whole.put(Situation.STILL_OPEN, List.copyOf(open));
			}
			handed.forEach(whole::putIfAbsent);
			Reading reading = this.checkIns.read(whole);
			Map<String, Object> merged = this.merged.of(episode.intake(), known, reading.answers());
			Reading safety = this.triage.read(merged);
			boolean more = this.situation.opens(safety, reading, open);
			if (!more || pass == MOST_PASSES) {
				return reading(episode, sheet, progress, reading, merged, safety);
			}
		}
	}

	private CheckInReading reading(Episode episode, CheckInSheet sheet, Progress progress, Reading reading,
			Map<String, Object> merged, Reading safety) {
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
		CheckInReading read = new CheckInReading(episode, sheet, reading, merged, safety, List.copyOf(fresh),
				List.copyOf(known), null);
		return read.isComplete() ? read.with(ready(read, progress)) : read;
	}

	/** Whatever takes long and no rule of the follow-up decides. */
	private CheckInReading.Ready ready(CheckInReading read, Progress progress) {
		Facts facts = progress.facts(read.sheet().day(), answers(read));
		Map<String, Object> massage = this.next.withMassage(read);
		Reading cleared = this.triage.readCleared(massage);
		List<String> limits = this.next.newLimits(cleared, read.episode());
		Map<String, Answer> counted = new HashMap<>(facts.answers(!limits.isEmpty()));
		BitSet about = this.mergedFacts.holding(read.safety().answers());
		for (int i = 0; i < this.followUp.merged().size(); i++) {
			Facts.is(counted, this.followUp.merged().get(i).id(), about.get(i));
		}
		return new CheckInReading.Ready(this.rules.knowing(read.reading().answers(), counted), facts.measures(), limits,
				read.episode().complementary() ? cleared : this.triage.read(massage), asked(read.reading()));
	}

	/** Covered by a clearance, and said to be no worse. */
	private boolean isKnown(Finding finding, Episode episode, Reading reading) {
		return finding.level().mayBeCleared() && this.clearable.contains(finding.rule())
				&& episode.cleared().stream().anyMatch((cleared) -> cleared.covers(finding)) && this.situation
					.isNoWorse(reading.answers().chosen(CheckInQuestions.known(this.followUp, finding.rule())));
	}

	/**
	 * Decides.
	 * @param read a complete reading
	 * @return exactly one outcome, and all that stands behind it
	 * @throws IllegalArgumentException when the reading is not complete
	 */
	public CheckInDecision decide(CheckInReading read) {
		CheckInReading.Ready ready = read.ready();
		if (ready == null) {
			throw new IllegalArgumentException("Only a complete check-in can be decided");
		}
		BitSet holding = this.rules.holding(ready.answers(), read.fresh());
		CareRules.Rule decides = this.rules.decides(holding);
		Outcome outcome = (decides != null) ? decides.outcome() : Outcome.GO_ON;
		List<FiredCaution> cautions = this.next.cautions(ready.answers(), ready.limits());
		Assessment plan = (outcome.pauses() || outcome == Outcome.END_AND_REFER) ? null
				: this.next.plan(read.episode(), ready.massage(), cautions);
		return new CheckInDecision(outcome, (decides != null) ? this.rules.to(decides, read.episode().phase()) : null,
				lead(read.fresh()), read.fresh(), read.known(), this.rules.fired(holding), cautions, ready.measures(),
				(plan != null) ? plan.technique() : null, (plan != null) ? plan.areas() : null, ready.asked(),
				read.reading().ignored(), this.triage.version());
	}

	private @Nullable String lead(List<Finding> fresh) {
		Notices.Lead lead = this.base.notices().lead();
		boolean leads = lead != null && !fresh.isEmpty()
				&& fresh.stream()
					.map(Finding::level)
					.min(Comparator.naturalOrder())
					.filter((level) -> level == lead.level())
					.isPresent()
				&& fresh.stream()
					.anyMatch((finding) -> finding.rule().equals(lead.rule()) && finding.level() == lead.level());
		return leads ? Objects.requireNonNull(lead).service() : null;
	}

	/**
	 * The answers that count, in the shape in which they are handed in.
	 * @param read a reading
	 * @return question id to answer, of the questions that were asked
	 */
	public Map<String, Object> answers(CheckInReading read) {
		Map<String, Object> answers = new LinkedHashMap<>();
		read.reading().answers().given().forEach((id, answer) -> {
			if (!this.facts.contains(id)) {
				answers.put(id, MergedSheet.raw(this.questions.question(id), answer));
			}
		});
		return answers;
	}

	private List<String> asked(Reading reading) {
		return reading.asked()
			.stream()
			.map(Reading.AskedQuestion::id)
			.filter((id) -> !this.facts.contains(id))
			.toList();
	}

}
