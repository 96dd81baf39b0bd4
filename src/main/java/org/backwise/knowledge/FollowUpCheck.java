package org.backwise.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * Checks that every id of the follow-up leads somewhere, and that no outcome is without
 * words.
 */
class FollowUpCheck {

	private static final int HIGHEST_PAIN = 10;

	private final KnowledgeBase base;

	private final FollowUp followUp;

	private final KnowledgeCheck check;

	/** What its own conditions may speak of. */
	private final KnowledgeBase asking;

	FollowUpCheck(KnowledgeBase base, FollowUp followUp, KnowledgeCheck check) {
		this.base = base;
		this.followUp = followUp;
		this.check = check;
		this.asking = CheckInQuestions.of(base, followUp);
	}

	void check() {
		borrowed();
		pages();
		Set<String> facts = KnowledgeCheck.ids(this.followUp.facts(), FollowUp.Fact::id);
		this.followUp.merged().forEach((fact) -> {
			known("fact", fact.id(), "fact", fact.id(), facts);
			this.check.condition(FollowUp.FILE, "fact", fact.id(), fact.when());
		});
		Set<String> questions = KnowledgeCheck.ids(this.base.questions(), Question::id);
		this.followUp.joined().forEach((id) -> known("key", "joined", "question", id, questions));
		this.followUp.sets().forEach((set) -> {
			known("key", "sets", "question", set.question(), questions);
			condition("key", "sets", set.when());
			if (questions.contains(set.question())) {
				known("key", "sets", "option", set.to(),
						KnowledgeCheck.ids(this.base.question(set.question()).options(), Questionnaire.Option::id));
			}
		});
		this.followUp.terms().forEach((term) -> condition("term", term.id(), term.when()));
		rules();
		cautions();
		measures();
		words();
	}

	/** A question has one place only. */
	private void pages() {
		Set<String> known = new HashSet<>();
		this.followUp.questions().forEach((question) -> known.add(question.id()));
		this.followUp.borrowed().forEach((question) -> known.add(question.id()));
		known.add(this.followUp.known().id());
		condition("key", "look-again", this.followUp.lookAgain().when());
		known("key", "look-again", "page", this.followUp.lookAgain().page(),
				KnowledgeCheck.ids(this.followUp.pages(), FollowUp.AskingPage::id));
		Set<String> parts = KnowledgeCheck.ids(this.followUp.parts(), Questionnaire.Part::id);
		Set<String> asked = new HashSet<>();
		this.followUp.pages().forEach((page) -> {
			known("page", page.id(), "part", page.part(), parts);
			page.asks().forEach((question) -> {
				known("page", page.id(), "question", question, known);
				if (!asked.add(question)) {
					this.check.problem(FollowUp.FILE, "page", page.id(), "asks " + question + " once more");
				}
			});
		});
		known.stream()
			.filter((question) -> !asked.contains(question))
			.forEach((question) -> this.check.problem(FollowUp.FILE, "question", question, "stands on no page"));
	}

	/** Every question about a warning sign is asked again, whole. */
	private void borrowed() {
		Set<String> questions = KnowledgeCheck.ids(this.base.questions(), Question::id);
		this.followUp.borrowed().forEach((question) -> {
			known("question", question.id(), "question", question.id(), questions);
			if (question.asked() != null) {
				condition("question", question.id(), question.asked());
			}
		});
		this.followUp.questions().forEach((question) -> {
			if (questions.contains(question.id())) {
				this.check.problem(FollowUp.FILE, "question", question.id(), "questions.yaml uses this id too");
			}
			question.conditions().forEach((when) -> condition("question", question.id(), when));
		});
	}

	private void rules() {
		Set<String> rules = KnowledgeCheck.ids(this.base.referrals(), Rules.Referral::id);
		Set<String> states = KnowledgeCheck.ids(this.followUp.known().options(), Questionnaire.Option::id);
		Set<String> phases = KnowledgeCheck.ids(this.base.plan().phases(), PlanGuide.Phase::id);
		for (CareRules.Rule rule : this.followUp.rules()) {
			if (rule.finding() == null && rule.worseFindings() == null && rule.when() == null) {
				this.check.problem(FollowUp.FILE, "rule", rule.id(), "needs a 'when', a 'finding' or 'worse-findings'");
			}
			if (rule.finding() != null && rule.finding() != rule.outcome().level()) {
				this.check.problem(FollowUp.FILE, "rule", rule.id(), "a finding leads to its own level");
			}
			if (rule.when() != null) {
				condition("rule", rule.id(), rule.when());
			}
			Stream.ofNullable(rule.of())
				.flatMap(List::stream)
				.forEach((id) -> known("rule", rule.id(), "rule", id, rules));
			Stream.ofNullable(rule.worseFindings())
				.flatMap(List::stream)
				.forEach((id) -> known("rule", rule.id(), "answer", id, states));
			if (rule.toPhase() != null) {
				known("rule", rule.id(), "phase", rule.toPhase(), phases);
			}
			this.check.sources(FollowUp.FILE, "rule", rule.id(), rule.source(), rule.sources());
		}
		for (Level level : Level.values()) {
			if (this.followUp.rules().stream().noneMatch((rule) -> rule.finding() == level)) {
				this.check.add("follow-up.yaml: no rule takes a new finding at the level '" + level + "'");
			}
		}
		if (this.followUp.rules()
			.stream()
			.anyMatch((rule) -> rule.overrules()
				.stream()
				.anyMatch((outcome) -> outcome.compareTo(Outcome.END_AND_REFER) <= 0))) {
			this.check
				.add("follow-up.yaml: no rule overrules a safety outcome, or the end of a plan that does not help");
		}
	}

	private void cautions() {
		Set<String> limits = KnowledgeCheck.ids(this.base.cautions(), Rules.Caution::id);
		Set<String> phases = KnowledgeCheck.ids(this.base.plan().phases(), PlanGuide.Phase::id);
		Set<String> signposts = KnowledgeCheck.ids(this.base.signposts(), Rules.Signpost::id);
		Set<String> causes = KnowledgeCheck.ids(this.base.techniques().causes(), TechniqueGuide.Cause::id);
		for (CareRules.Caution caution : this.followUp.cautions()) {
			condition("caution", caution.id(), caution.when());
			this.check.techniques(FollowUp.FILE, caution.id(), caution.excludes());
			if (caution.as() != null) {
				known("caution", caution.id(), "caution", caution.as(), limits);
			}
			caution.decidedIn().forEach((phase) -> known("caution", caution.id(), "phase", phase, phases));
			if (caution.signpost() != null) {
				known("caution", caution.id(), "signpost", caution.signpost(), signposts);
			}
			if (caution.cause() != null) {
				known("caution", caution.id(), "cause", caution.cause(), causes);
			}
			if (caution.cause() != null && caution.offers() != CareRules.Offer.HABIT) {
				this.check.problem(FollowUp.FILE, "caution", caution.id(), "a cause belongs to an offered habit");
			}
			this.check.sources(FollowUp.FILE, "caution", caution.id(), caution.source(), caution.sources());
		}
	}

	private void measures() {
		FollowUp.Measures measures = this.followUp.measures();
		List<Integer> need = measures.need();
		boolean grows = true;
		for (int i = 1; i < need.size(); i++) {
			grows &= need.get(i) >= need.get(i - 1) && need.get(i) <= i;
		}
		if (need.size() != HIGHEST_PAIN + 1 || need.get(0) != 0 || need.get(1) < 1 || !grows) {
			this.check.add("follow-up.yaml, measures: 'need' has a whole number for each pain from 0 to 10: 0 for 0,"
					+ " then at least 1, never falling and never more than the pain");
		}
		FollowUp.Roles roles = this.followUp.roles();
		Stream
			.concat(Stream.of(roles.pain(), roles.change(), roles.tension(), roles.movement(), roles.reaction(),
					roles.habitDays(), roles.doctorSeen(), roles.duration()),
					Stream.of(roles.activities(), roles.health()).flatMap(List::stream))
			.filter((id) -> !this.asking.hasQuestion(id))
			.forEach((id) -> this.check.add("follow-up.yaml, roles: there is no question '" + id + "'"));
		if (this.asking.hasQuestion(roles.change())) {
			Set<String> options = KnowledgeCheck.ids(this.asking.question(roles.change()).options(),
					Questionnaire.Option::id);
			if (!options.equals(measures.felt().keySet())) {
				this.check.add("follow-up.yaml, measures: 'felt' says what each answer about the change means");
			}
		}
	}

	private void words() {
		Set<String> said = KnowledgeCheck.ids(this.followUp.outcomes(), CareRules.OutcomeWords::id);
		Arrays.stream(Outcome.values())
			.filter((outcome) -> !outcome.pauses() && !said.contains(outcome.toString()))
			.forEach((outcome) -> this.check.add("follow-up.yaml: the outcome '" + outcome + "' has no words"));
		this.followUp.outcomes().stream().filter((words) -> words.otherwise() != null).forEach(this::otherwise);
		FollowUp.Timing timing = this.followUp.timing();
		for (PlanGuide.Phase phase : this.base.plan().phases()) {
			for (Map<String, ?> by : List.of(timing.reviews(), timing.lapses())) {
				if (!by.containsKey(phase.id())) {
					this.check.add("follow-up.yaml, timing: nothing is said of the phase '" + phase.id() + "'");
				}
			}
		}
	}

	private void otherwise(CareRules.OutcomeWords words) {
		if (Outcome.parse(words.id()).orElse(null) != Outcome.GO_ON) {
			this.check.problem(FollowUp.FILE, "outcome", words.id(), "only to go on comes out when nothing else holds");
		}
		if (words.source() == null || words.title() == null) {
			this.check.problem(FollowUp.FILE, "outcome", words.id(), "its rule needs a 'source' and a 'title'");
		}
		else {
			this.check.sources(FollowUp.FILE, "outcome", words.id(), words.source(),
					Objects.requireNonNullElse(words.sources(), List.of()));
		}
	}

	private void condition(String entry, String id, Condition when) {
		when.fold(new ConditionCheck(this.asking))
			.forEach((text) -> this.check.problem(FollowUp.FILE, entry, id, text));
	}

	private void known(String entry, String id, String what, String value, Set<String> allowed) {
		this.check.known(FollowUp.FILE, entry, id, what, value, allowed);
	}

}
