package org.backwise.explanation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.explanation.Explanation.ExplainedOption;
import org.backwise.explanation.Explanation.ExplainedQuestion;
import org.backwise.explanation.Explanation.Part;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.knowledge.Questionnaire.Section;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide;

/** Says why each question is asked, when, and what reads its answer. */
class ExplainedQuestions {

	private final KnowledgeBase base;

	private final Phrases phrases;

	ExplainedQuestions(KnowledgeBase base, Phrases phrases) {
		this.base = base;
		this.phrases = phrases;
	}

	List<Part> parts() {
		return this.base.questionnaire()
			.parts()
			.stream()
			.map((part) -> new Part(section(part), part.title(),
					this.base.questions()
						.stream()
						.filter((question) -> this.base.part(this.base.page(question.page())).equals(part))
						.map(this::explained)
						.toList()))
			.toList();
	}

	private String section(Questionnaire.Part part) {
		return this.base.questionnaire()
			.sections()
			.stream()
			.filter((section) -> section.id().equals(part.section()))
			.map(Section::title)
			.findFirst()
			.orElseThrow();
	}

	private ExplainedQuestion explained(Question question) {
		return new ExplainedQuestion(question.id(), question.ask(), question.why(), asked(question), options(question),
				this.base.rulesReading(question), uses(question));
	}

	private String asked(Question question) {
		String asked = whenAsked(question);
		return question.isOptional() ? asked + " " + this.phrases.say("asked.optional") : asked;
	}

	private String whenAsked(Question question) {
		if (question.choosesOneOfOffered()) {
			return this.phrases.say("asked.offered");
		}
		if (question.asked() != null) {
			return this.phrases.say("asked.when", Wording.beginning(this.base.inWords(question.asked())));
		}
		return this.phrases.say(this.base.isAboutMassage(question) ? "asked.massage" : "asked.always");
	}

	private List<ExplainedOption> options(Question question) {
		Range range = question.range();
		if (range != null) {
			return List
				.of(new ExplainedOption(this.phrases.say("range", range.from(), range.to(), range.unit()), null));
		}
		return question.options()
			.stream()
			.map((option) -> new ExplainedOption(option.label(), option.means()))
			.toList();
	}

	/** What reads an answer beside the rules. */
	private List<String> uses(Question question) {
		List<String> uses = new ArrayList<>();
		if (this.base.questions().stream().anyMatch((other) -> decidesWhetherAsked(question, other))) {
			uses.add(this.phrases.say("use.questions"));
		}
		if (choosesTechnique(question)) {
			uses.add(this.phrases.say("use.technique"));
		}
		if (this.base.plan().phases().stream().anyMatch((phase) -> reads(phase, question))) {
			uses.add(this.phrases.say("use.phases"));
		}
		PlanGuide.Areas areas = this.base.plan().areas();
		if (question.id().equals(this.base.roles().location())
				|| (areas != null && areas.work().stream().anyMatch((area) -> reads(area.when(), question)))) {
			uses.add(this.phrases.say("use.areas"));
		}
		if (question.id().equals(this.base.roles().habit())) {
			uses.add(this.phrases.say("use.habit"));
		}
		else if (question.isOptional()) {
			uses.add(this.phrases.say("use.letter"));
		}
		if (this.base.signposts().stream().map(Rules.Signpost::when).anyMatch((when) -> reads(when, question))) {
			uses.add(this.phrases.say("use.signpost"));
		}
		return uses;
	}

	private boolean decidesWhetherAsked(Question question, Question other) {
		return reads(other.asked(), question)
				|| other.options().stream().anyMatch((option) -> reads(option.offered(), question));
	}

	private boolean choosesTechnique(Question question) {
		TechniqueGuide guide = this.base.techniques();
		return isReadByChooser(question)
				|| guide.indications().stream().anyMatch((indication) -> reads(indication.when(), question))
				|| guide.bonuses().stream().anyMatch((bonus) -> reads(bonus.when(), question))
				|| reads(guide.sensitised().when(), question);
	}

	/** The questions that the way of choosing itself speaks of, not a condition in it. */
	private boolean isReadByChooser(Question question) {
		TechniqueGuide guide = this.base.techniques();
		return question.choosesOneOfOffered() || question.options()
			.stream()
			.anyMatch((option) -> guide.preference().techniques().containsKey(option.id())
					|| guide.causes().stream().anyMatch((cause) -> cause.contributors().contains(option.id())));
	}

	private boolean reads(PlanGuide.Phase phase, Question question) {
		return reads(phase.when(), question) || (phase.extra() != null && reads(phase.extra().when(), question))
				|| phase.sessions().stream().anyMatch((count) -> reads(count.when(), question));
	}

	private static boolean reads(@Nullable Condition condition, Question question) {
		return condition != null && condition.questions().contains(question.id());
	}

}
