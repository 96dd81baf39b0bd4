package org.backwise.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.explanation.Explanation.Choice;
import org.backwise.explanation.Explanation.Evidence;
import org.backwise.explanation.Explanation.ExplainedCause;
import org.backwise.explanation.Explanation.ExplainedPhase;
import org.backwise.explanation.Explanation.ExplainedTechnique;
import org.backwise.explanation.Explanation.PointCell;
import org.backwise.explanation.Explanation.PointRow;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;

/** Says how the kind of massage is chosen and how the sessions are planned. */
class ExplainedPlan {

	private final KnowledgeBase base;

	private final TechniqueGuide guide;

	private final Phrases phrases;

	private final Citations citations;

	ExplainedPlan(KnowledgeBase base, Phrases phrases) {
		this.base = base;
		this.guide = base.techniques();
		this.phrases = phrases;
		this.citations = new Citations(base, phrases);
	}

	Choice choice() {
		return new Choice(this.guide.techniques().stream().map(this::technique).toList(),
				this.guide.causes().stream().map(this::cause).toList(), table(), steps());
	}

	List<ExplainedPhase> phases() {
		return this.base.plan().phases().stream().map(this::phase).toList();
	}

	List<Evidence> evidence() {
		return this.base.plan()
			.evidence()
			.stream()
			.map((line) -> new Evidence(line.text(), this.citations.of(line.sources())))
			.toList();
	}

	private ExplainedTechnique technique(Technique technique) {
		return new ExplainedTechnique(technique.code(), technique.name(), technique.what(), technique.suits(),
				technique.actsOn().stream().map(this::levelOfAction).toList(), technique.evidence(),
				this.citations.of(technique.sources()));
	}

	private String levelOfAction(String id) {
		return this.guide.levelsOfAction()
			.stream()
			.filter((level) -> level.id().equals(id))
			.map((level) -> this.base.inside(level.title()))
			.findFirst()
			.orElseThrow();
	}

	private ExplainedCause cause(Cause cause) {
		return new ExplainedCause(cause.code(), cause.clientName(), cause.name(),
				cause.contributors().stream().map(this::label).toList(), cause.mechanism(), cause.goal());
	}

	/** The label of an option that only one question has. */
	private String label(String option) {
		return this.base.questions()
			.stream()
			.map(Question::options)
			.flatMap(List::stream)
			.filter((candidate) -> candidate.id().equals(option))
			.map(Option::label)
			.findFirst()
			.orElseThrow();
	}

	private List<PointRow> table() {
		List<PointRow> rows = new ArrayList<>();
		this.guide.causes().forEach((cause) -> rows.add(row(cause.id(), cause.code(), cause.clientName())));
		this.guide.indications()
			.forEach((indication) -> rows.add(row(indication.id(), indication.code(), indication.name())));
		return rows;
	}

	private PointRow row(String id, String code, String name) {
		Map<String, Integer> points = this.guide.points().getOrDefault(id, Map.of());
		return new PointRow(code, name,
				this.guide.techniques()
					.stream()
					.map((technique) -> points.getOrDefault(technique.id(), 0))
					.map((value) -> new PointCell(value, value == TechniqueGuide.OWN_MATCH))
					.toList());
	}

	private List<String> steps() {
		List<String> steps = new ArrayList<>();
		steps.add(this.phrases.say("step.sum", this.guide.mainCounts()));
		this.guide.bonuses()
			.forEach((bonus) -> steps.add(this.phrases.say("step.bonus", when(bonus.when()), bonus.points(),
					name(bonus.technique()), this.phrases.say("step.bonus." + bonus.source()))));
		steps.add(this.phrases.say("step.exclude"));
		steps.add(this.phrases.say("step.best"));
		steps.add(this.phrases.say("step.tie",
				this.guide.gentlerFirst().stream().map(this::name).collect(Collectors.joining(", "))));
		steps.add(this.phrases.say("step.preference", preferences(), this.guide.preference().within()));
		steps.add(this.phrases.say("step.sensitised", when(this.guide.sensitised().when()),
				name(this.guide.sensitised().primary())));
		steps.add(this.phrases.say("step.complementary", name(this.guide.complementary().primary())));
		return steps;
	}

	private String preferences() {
		return this.guide.preference()
			.techniques()
			.entrySet()
			.stream()
			.map((entry) -> this.phrases.say("step.preference.one", label(entry.getKey()), name(entry.getValue())))
			.collect(Collectors.joining("; "));
	}

	private ExplainedPhase phase(PlanGuide.Phase phase) {
		List<String> counts = new ArrayList<>();
		boolean only = phase.sessions().size() == 1;
		phase.sessions().forEach((count) -> counts.add(count(count, only)));
		PlanGuide.Extra extra = phase.extra();
		if (extra != null) {
			counts.add(this.phrases.say("count.extra", extra.sessions(), extra.atMost(), when(extra.when())));
		}
		return new ExplainedPhase(phase.name(), phase.everyDays(), inPlan(phase.when()), counts, phase.purpose(),
				phase.goals(), phase.step());
	}

	private String count(PlanGuide.Count count, boolean only) {
		Condition when = count.when();
		if (when != null) {
			return this.phrases.say("count.when", count.sessions(), when(when));
		}
		return this.phrases.say(only ? "count.always" : "count.otherwise", count.sessions());
	}

	private String inPlan(@Nullable Condition when) {
		return (when != null) ? this.phrases.say("phase.when", Wording.beginning(when(when)))
				: this.phrases.say("phase.always");
	}

	private String name(String technique) {
		return this.base.inside(this.base.technique(technique).name());
	}

	private String when(Condition condition) {
		return this.base.inWords(condition);
	}

}
