package org.backwise.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.explanation.Explanation.CareOverTime;
import org.backwise.explanation.Explanation.CareRule;
import org.backwise.explanation.Explanation.Named;
import org.backwise.explanation.Explanation.OutcomeGroup;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Rules;

/** Says what a check-in leads to, how change is measured, and what else goes for it. */
class ExplainedCare {

	private static final List<String> INSTRUMENTS = List.of("pain", "matters", "change", "own", "start-back",
			"not-used", "optional");

	private final KnowledgeBase base;

	private final FollowUp followUp;

	/** What a check-in asks, with the names of all that is known beside it. */
	private final KnowledgeBase checkIn;

	private final Phrases phrases;

	private final UnaryOperator<String> services;

	private final Citations citations;

	private ExplainedCare(KnowledgeBase base, FollowUp followUp, Phrases phrases, UnaryOperator<String> services) {
		this.base = base;
		this.followUp = followUp;
		this.checkIn = CheckInQuestions.of(base);
		this.phrases = phrases;
		this.services = services;
		this.citations = new Citations(base, phrases);
	}

	/** Null for knowledge from before there were check-ins. */
	static @Nullable CareOverTime explain(KnowledgeBase base, Phrases phrases, UnaryOperator<String> services) {
		FollowUp followUp = base.followUp();
		return (followUp != null) ? new ExplainedCare(base, followUp, phrases, services).explain() : null;
	}

	private CareOverTime explain() {
		return new CareOverTime(Arrays.stream(Outcome.values()).map(this::group).toList(),
				this.followUp.cautions().stream().map(this::caution).toList(), measures(), missing(),
				INSTRUMENTS.stream()
					.map((one) -> new Named(say("instrument." + one), say("instrument." + one + ".use")))
					.toList());
	}

	private OutcomeGroup group(Outcome outcome) {
		Map<String, List<CareRules.Rule>> rules = this.followUp.rules()
			.stream()
			.filter((rule) -> rule.outcome() == outcome)
			.collect(Collectors.groupingBy(CareRules.Rule::id, java.util.LinkedHashMap::new, Collectors.toList()));
		return new OutcomeGroup(outcome.toString(), say("outcome." + outcome),
				(outcome.level() != null) ? this.services.apply(this.base.notice(outcome.level()).heading())
						: this.services.apply(this.followUp.words(outcome)),
				Stream
					.concat(rules.values().stream().map(this::rule),
							this.followUp.otherwise()
								.filter((rule) -> rule.outcome() == outcome)
								.map(this::otherwise)
								.stream())
					.toList());
	}

	private CareRule otherwise(CareRules.Rule rule) {
		return new CareRule(rule.id(), rule.title(), rule.source(), List.of(say("otherwise")), List.of(),
				this.citations.of(rule.sources()));
	}

	/** One that holds in two ways has a sentence for each. */
	private CareRule rule(List<CareRules.Rule> ways) {
		CareRules.Rule first = ways.get(0);
		List<String> remarks = new ArrayList<>();
		if (!first.overrules().isEmpty()) {
			remarks.add(say("overrules",
					first.overrules()
						.stream()
						.map((outcome) -> say("outcome." + outcome))
						.collect(Collectors.joining(", "))));
		}
		if (first.isLeftToClient()) {
			remarks.add(say("left-to-client", this.followUp.timing().mostMonthly()));
		}
		return new CareRule(first.id(), first.title(), first.source(), ways.stream().map(this::when).toList(), remarks,
				this.citations.of(first.sources()));
	}

	private String when(CareRules.Rule rule) {
		if (rule.finding() != null) {
			return say("when-finding", this.base.inside(this.phrases.say("care.outcome." + rule.outcome())));
		}
		List<String> worse = rule.worseFindings();
		if (worse == null) {
			return say("when", this.checkIn.inWords(CheckInQuestions.when(rule, this.base)));
		}
		String answers = this.followUp.known()
			.options()
			.stream()
			.filter((option) -> worse.contains(option.id()))
			.map(Option::label)
			.collect(Collectors.joining(say("or")));
		List<String> of = rule.of();
		String known = (of != null) ? say("when-known-of", answers, String.join(", ", clearable(of)))
				: say("when-known", answers);
		Condition more = rule.when();
		return (more != null) ? say("and-when", known, this.checkIn.inWords(more)) : say("whole", known);
	}

	/** Of the rules of the questionnaire those that a clearance can lift. */
	private List<String> clearable(List<String> rules) {
		return this.base.referrals()
			.stream()
			.filter((rule) -> rule.cleared() != null && rules.contains(rule.id()))
			.map(Rules.Referral::id)
			.toList();
	}

	private CareRule caution(CareRules.Caution caution) {
		List<String> remarks = new ArrayList<>();
		List<String> excludes = Stream
			.concat(caution.excludes().stream(),
					(caution.as() != null) ? this.base.caution(caution.as()).excludes().stream() : Stream.<String>of())
			.distinct()
			.map((id) -> this.base.inside(this.base.technique(id).name()))
			.toList();
		if (!excludes.isEmpty()) {
			remarks.add(say("excludes", String.join(", ", excludes)));
		}
		if (caution.isConfirmed()) {
			remarks.add(say("confirmed"));
		}
		if (!caution.decidedIn().isEmpty()) {
			remarks.add(say("decided-in",
					caution.decidedIn()
						.stream()
						.map((phase) -> this.base.phase(phase).name())
						.collect(Collectors.joining(", "))));
		}
		return new CareRule(caution.id(), caution.says(), caution.source(),
				List.of(say("when", this.checkIn.inWords(caution.when()))), remarks,
				this.citations.of(caution.sources()));
	}

	private List<Named> measures() {
		FollowUp.Measures sizes = this.followUp.measures();
		return List.of(named("pain-better", needs(sizes.need())),
				named("activity-better", sizes.activityEach(), sizes.activitySingle()), named("felt-better"),
				named("worse", sizes.worse(), sizes.activityEach(), sizes.activitySingle()), named("responds"),
				named("a-little"),
				named("settled", sizes.settledPain(), sizes.settledAboveBest(), sizes.settledActivity()),
				named("well", sizes.wellPain(), sizes.wellActivity()), named("flare", sizes.flarePain(),
						sizes.flareAboveBest(), sizes.activityEach(), sizes.activitySingle()));
	}

	private Named named(String measure, Object... sizes) {
		return new Named(say("measure." + measure), say("measure." + measure + ".size", sizes));
	}

	/** Starts with the same size stand together. */
	private String needs(List<Integer> need) {
		return need.stream().distinct().filter((size) -> size > 0).map((size) -> {
			int[] starts = IntStream.range(0, need.size()).filter((start) -> need.get(start).equals(size)).toArray();
			return say("need", size, starts[0], starts[starts.length - 1]);
		}).collect(Collectors.joining(", "));
	}

	private List<String> missing() {
		FollowUp.Timing timing = this.followUp.timing();
		String lapses = this.base.plan()
			.phases()
			.stream()
			.filter((phase) -> timing.lapses().containsKey(phase.id()))
			.map((phase) -> say("lapse", Objects.requireNonNull(timing.lapses().get(phase.id())), name(phase)))
			.collect(Collectors.joining(", "));
		return List.of(say("missing.hold", timing.holdsHours()), say("missing.aloud"), say("missing.review"),
				say("missing.lapse", lapses, timing.longestPause()), say("missing.pause", timing.longestPause()),
				say("missing.doctor"), say("missing.wait", timing.waitHours()),
				say("missing.again", timing.wholeAgain()));
	}

	private String name(PlanGuide.Phase phase) {
		return this.base.inside(phase.name());
	}

	private String say(String key, Object... arguments) {
		return this.phrases.say("care." + key, arguments);
	}

}
