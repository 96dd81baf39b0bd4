package org.backwise.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.backwise.explanation.Explanation.ExplainedRule;
import org.backwise.explanation.Explanation.LevelGroup;
import org.backwise.explanation.Explanation.Line;
import org.backwise.explanation.Explanation.OriginCount;
import org.backwise.explanation.Explanation.Signpost;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.Rules;

/** Says every rule as a sentence: when, and what we then do. */
class ExplainedRules {

	private final KnowledgeBase base;

	private final Phrases phrases;

	private final UnaryOperator<String> services;

	private final Citations citations;

	ExplainedRules(KnowledgeBase base, Phrases phrases, UnaryOperator<String> services) {
		this.base = base;
		this.phrases = phrases;
		this.services = services;
		this.citations = new Citations(base, phrases);
	}

	List<OriginCount> origins() {
		return Arrays.stream(Origin.values())
			.map((origin) -> new OriginCount(origin, this.phrases.say("origin." + origin),
					this.base.referrals().stream().filter((rule) -> rule.source() == origin).count()
							+ this.base.cautions().stream().filter((rule) -> rule.source() == origin).count()))
			.toList();
	}

	List<LevelGroup> levels() {
		return Arrays.stream(Level.values()).map(this::group).toList();
	}

	List<ExplainedRule> cautions() {
		return this.base.cautions().stream().map(this::explained).toList();
	}

	List<Signpost> signposts() {
		return this.base.signposts()
			.stream()
			.map((post) -> new Signpost(post.id(),
					this.phrases.say("when-then", when(post.when()),
							this.phrases.say("we.signpost", this.services.apply(post.text()))),
					this.citations.of(post.sources())))
			.toList();
	}

	private LevelGroup group(Level level) {
		Notices.Notice notice = this.base.notice(level);
		List<String> notes = new ArrayList<>();
		for (int number = 1; number <= notice.steps().size(); number++) {
			String step = this.services.apply(notice.steps().get(number - 1));
			notice.when(number)
				.ifPresent((when) -> notes
					.add(this.phrases.say("when-then", when(when), this.phrases.say("we.step", step))));
		}
		if (notice.letterWhen() != null) {
			notes.add(this.phrases.say("when-then", when(notice.letterWhen()), this.phrases.say("we.letter")));
		}
		if (level == Level.SEE_DOCTOR) {
			Notices.Guardian guardian = this.base.notices().guardian();
			notes.add(this.phrases.say("when-then", when(guardian.when()),
					this.phrases.say("we.guardian", this.services.apply(guardian.text()))));
		}
		return new LevelGroup(level, this.services.apply(notice.heading()), this.services.apply(notice.byWhen()),
				this.phrases.say("level." + level),
				this.base.referrals()
					.stream()
					.filter((rule) -> rule.atLevels().get(0).level() == level)
					.map(this::explained)
					.toList(),
				notes);
	}

	private ExplainedRule explained(Rules.Referral rule) {
		List<Line> lines = new ArrayList<>();
		for (Rules.AtLevel at : rule.atLevels()) {
			lines.add(new Line(at.level(), this.phrases.say(lines.isEmpty() ? "when-then" : "otherwise-when-then",
					when(at.when()), this.phrases.say("we." + at.level()))));
		}
		List<String> remarks = new ArrayList<>();
		if (rule.widens() != null) {
			remarks.add(this.phrases.say("widens", rule.widens()));
		}
		if (rule.cleared() != null) {
			remarks.add(rule.cleared().excludes().isEmpty() ? this.phrases.say("cleared.nothing")
					: this.phrases.say("cleared", names(rule.cleared().excludes())));
			leave(rule.cleared().leave()).ifPresent(remarks::add);
		}
		else if (rule.atLevels().stream().anyMatch((at) -> at.level().mayBeCleared())) {
			remarks.add(this.phrases.say("cleared.never"));
		}
		return new ExplainedRule(rule.id(), rule.title(), rule.source(), lines, rule.because(), remarks,
				this.citations.of(rule.sources()));
	}

	private ExplainedRule explained(Rules.Caution rule) {
		List<String> remarks = new ArrayList<>();
		if (rule.beginsGently()) {
			remarks.add(this.phrases.say("begins-gently"));
		}
		leave(rule.leave()).ifPresent(remarks::add);
		if (rule.keepsOffThePain()) {
			remarks.add(this.phrases.say("keeps-off"));
		}
		if (rule.givesWayTo() != null) {
			remarks.add(this.phrases.say("gives-way", rule.givesWayTo()));
		}
		if (rule.seeDoctorAdvice() != null) {
			remarks.add(this.phrases.say("advice", rule.seeDoctorAdvice()));
		}
		return new ExplainedRule(rule.id(), rule.title(), rule.source(),
				List.of(new Line(null, this.phrases.say("when-then", when(rule.when()), then(rule)))), rule.because(),
				remarks, this.citations.of(rule.sources()));
	}

	private Optional<String> leave(List<String> areas) {
		PlanGuide.Areas named = this.base.plan().areas();
		if (named == null || areas.isEmpty()) {
			return Optional.empty();
		}
		List<String> names = named.leave()
			.stream()
			.filter((area) -> areas.contains(area.id()))
			.map((area) -> this.base.inside(area.name()))
			.toList();
		return Optional.of(this.phrases.say("leave", joined(names)));
	}

	private String then(Rules.Caution rule) {
		String names = names(rule.excludes());
		if (rule.caution() == null) {
			return this.phrases.say("we.exclude", names);
		}
		return rule.excludes().isEmpty() ? this.phrases.say("we.caution", Wording.quoted(rule.caution()))
				: this.phrases.say("we.caution-and-exclude", Wording.quoted(rule.caution()), names);
	}

	private String when(Condition condition) {
		return this.base.inWords(condition);
	}

	private String names(List<String> techniques) {
		return joined(techniques.stream().map((id) -> this.base.inside(this.base.technique(id).name())).toList());
	}

	private String joined(List<String> names) {
		int last = names.size() - 1;
		return (last < 1) ? String.join("", names)
				: this.phrases.say("and", String.join(", ", names.subList(0, last)), names.get(last));
	}

}
