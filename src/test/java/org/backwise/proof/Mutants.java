package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.PlanGuide.Extra;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.Rules.Term;
import org.backwise.knowledge.TechniqueGuide.Bonus;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.knowledge.TechniqueGuide.Indication;
import org.backwise.knowledge.TechniqueGuide;
import org.jspecify.annotations.Nullable;

/** Knowledge bases with one small mistake each. */
final class Mutants {

	private final KnowledgeBase base;

	private final List<Mutant> made = new ArrayList<>();

	/**
	 * A mistake.
	 *
	 * @param what what is wrong, in a few words
	 * @param base the knowledge base that has it
	 */
	record Mutant(String what, KnowledgeBase base) {

	}

	private Mutants(KnowledgeBase base) {
		this.base = base;
	}

	/** Every mistake of every kind. */
	static List<Mutant> all(KnowledgeBase base) {
		Mutants mutants = new Mutants(base);
		base.referrals().forEach(mutants::referral);
		base.cautions().forEach(mutants::caution);
		base.terms().forEach(mutants::term);
		base.questions().forEach(mutants::question);
		mutants.techniques();
		mutants.phases();
		return List.copyOf(mutants.made);
	}

	private void add(String what, KnowledgeBase mutant) {
		long same = this.made.stream()
			.filter((other) -> other.what().equals(what) || other.what().startsWith(what + " (place "))
			.count();
		this.made.add(new Mutant((same == 0) ? what : what + " (place " + (same + 1) + ")", mutant));
	}

	private void referral(Referral rule) {
		add(rule.id() + ": deleted", without(this.base, rule.id()));
		List<AtLevel> levels = rule.atLevels();
		for (int i = 0; i < levels.size(); i++) {
			AtLevel at = levels.get(i);
			int place = i;
			String where = rule.id() + " " + at.level();
			if (levels.size() > 1) {
				List<AtLevel> fewer = new ArrayList<>(levels);
				fewer.remove(i);
				add(where + ": level deleted", with(this.base, levels(rule, fewer)));
			}
			if (at.level() != Level.WAIT) {
				Level lower = Level.values()[at.level().ordinal() + 1];
				add(where + ": lowered to " + lower,
						with(this.base, levels(rule, replaced(levels, place, new AtLevel(lower, at.when())))));
			}
			for (Turned turned : turned(at.when())) {
				add(where + ": " + turned.what(), with(this.base,
						levels(rule, replaced(levels, place, new AtLevel(at.level(), turned.condition())))));
			}
		}
	}

	private static Referral levels(Referral rule, List<AtLevel> levels) {
		return new Referral(rule.id(), rule.title(), rule.source(), rule.sources(), rule.widens(), rule.because(), null,
				null, levels, rule.cleared(), rule.warnWhen(), rule.titleForChild());
	}

	private void caution(Caution rule) {
		add(rule.id() + ": deleted", without(this.base, rule.id()));
		for (String technique : rule.excludes()) {
			List<String> fewer = rule.excludes().stream().filter((each) -> !each.equals(technique)).toList();
			add(rule.id() + ": no longer excludes " + technique, with(this.base, changed(rule, rule.when(), fewer)));
		}
		turned(rule.when()).forEach((turned) -> add(rule.id() + ": " + turned.what(),
				with(this.base, changed(rule, turned.condition(), rule.excludes()))));
	}

	private static Caution changed(Caution rule, Condition when, List<String> excludes) {
		return new Caution(rule.id(), rule.title(), rule.source(), rule.sources(), when, rule.says(), rule.caution(),
				rule.question(), rule.because(), excludes, rule.leave(), rule.keepsOff(), rule.givesWayTo(),
				rule.beginGently(), rule.seeDoctorAdvice());
	}

	private void term(Term term) {
		turned(term.when()).forEach((turned) -> add("term " + term.id() + ": " + turned.what(),
				Rewritten.with(this.base, term.id(), turned.condition())));
	}

	private void question(Question question) {
		if (question.asked() != null) {
			turned(question.asked()).forEach((turned) -> question(question, "asked, " + turned.what(),
					turned.condition(), question.unansweredCountsAs(), question.options()));
		}
		for (int i = 0; i < question.options().size(); i++) {
			Option option = question.options().get(i);
			int place = i;
			if (option.offered() != null) {
				turned(option.offered()).forEach((turned) -> question(question,
						option.id() + " offered, " + turned.what(), question.asked(), question.unansweredCountsAs(),
						replaced(question.options(), place,
								new Option(option.id(), option.label(), option.means(), option.alone(), option.gate(),
										turned.condition(), option.heading(), option.labelForChild(),
										option.meansForChild()))));
			}
		}
	}

	private void question(Question question, String what, @Nullable Condition asked, @Nullable String counts,
			List<Option> options) {
		Question changed = new Question(question.id(), question.page(), question.kind(), question.ask(),
				question.shortName(), question.hint(), question.why(), asked, question.onlyIf(), counts,
				question.mayStayBlank(), question.chooseOneOfOffered(), question.range(), question.missing(), options,
				question.drawing());
		Questionnaire all = this.base.questionnaire();
		add(question.id() + " " + what,
				with(this.base,
						new Questionnaire(all.retired(), all.sections(), all.parts(), all.pages(),
								replaced(all.questions(), all.questions().indexOf(question), changed)),
						this.base.terms(), this.base.techniques(), this.base.plan()));
	}

	private void techniques() {
		TechniqueGuide guide = this.base.techniques();
		guide.points().forEach((row, points) -> points.forEach((technique, number) -> {
			for (int step : (number > 0) ? new int[] { -1, 1 } : new int[] { 1 }) {
				Map<String, Map<String, Integer>> changed = new LinkedHashMap<>(guide.points());
				Map<String, Integer> own = new LinkedHashMap<>(points);
				own.put(technique, number + step);
				changed.put(row, own);
				technique("points of " + row + " for " + technique + ": " + (number + step), guide.causes(),
						guide.indications(), changed, guide.bonuses(), guide.mainCounts(), guide.preference(),
						guide.gentlerFirst(), guide.sensitised());
			}
		}));
		for (Cause cause : guide.causes()) {
			for (String option : cause.contributors()) {
				technique(cause.id() + ": without " + option,
						replaced(guide.causes(), guide.causes().indexOf(cause),
								new Cause(cause.id(), cause.code(), cause.name(), cause.clientName(),
										cause.contributors().stream().filter((each) -> !each.equals(option)).toList(),
										cause.mechanism(), cause.goal(), cause.goalShort(), cause.sources())),
						guide.indications(), guide.points(), guide.bonuses(), guide.mainCounts(), guide.preference(),
						guide.gentlerFirst(), guide.sensitised());
			}
		}
		for (Indication indication : guide.indications()) {
			turned(indication.when())
				.forEach((turned) -> technique(indication.id() + ": " + turned.what(), guide.causes(),
						replaced(guide.indications(), guide.indications().indexOf(indication),
								new Indication(indication.id(), indication.code(), indication.name(),
										turned.condition())),
						guide.points(), guide.bonuses(), guide.mainCounts(), guide.preference(), guide.gentlerFirst(),
						guide.sensitised()));
		}
		for (Bonus bonus : guide.bonuses()) {
			List<Bonus> others = new ArrayList<>(guide.bonuses());
			others.remove(bonus);
			bonuses("bonus for " + bonus.technique() + ": deleted", others);
			int place = guide.bonuses().indexOf(bonus);
			bonuses("bonus for " + bonus.technique() + ": one more",
					replaced(guide.bonuses(), place, new Bonus(bonus.id(), bonus.technique(), bonus.points() + 1,
							bonus.when(), bonus.because(), bonus.source())));
			turned(bonus.when()).forEach((turned) -> bonuses("bonus for " + bonus.technique() + ": " + turned.what(),
					replaced(guide.bonuses(), place, new Bonus(bonus.id(), bonus.technique(), bonus.points(),
							turned.condition(), bonus.because(), bonus.source()))));
		}
		for (int step : new int[] { -1, 1 }) {
			technique("main ones count " + (guide.mainCounts() + step), guide.causes(), guide.indications(),
					guide.points(), guide.bonuses(), guide.mainCounts() + step, guide.preference(),
					guide.gentlerFirst(), guide.sensitised());
			technique("preference within " + (guide.preference().within() + step), guide.causes(), guide.indications(),
					guide.points(), guide.bonuses(), guide.mainCounts(),
					new TechniqueGuide.Preference(guide.preference().within() + step, guide.preference().techniques(),
							guide.preference().because()),
					guide.gentlerFirst(), guide.sensitised());
		}
		guide.preference().techniques().keySet().forEach((option) -> {
			Map<String, String> fewer = new LinkedHashMap<>(guide.preference().techniques());
			fewer.remove(option);
			technique("preference " + option + ": means nothing", guide.causes(), guide.indications(), guide.points(),
					guide.bonuses(), guide.mainCounts(),
					new TechniqueGuide.Preference(guide.preference().within(), fewer, guide.preference().because()),
					guide.gentlerFirst(), guide.sensitised());
		});
		for (int i = 0; i + 1 < guide.gentlerFirst().size(); i++) {
			List<String> order = new ArrayList<>(guide.gentlerFirst());
			java.util.Collections.swap(order, i, i + 1);
			technique("gentler first: " + order, guide.causes(), guide.indications(), guide.points(), guide.bonuses(),
					guide.mainCounts(), guide.preference(), order, guide.sensitised());
		}
		for (String other : guide.gentlerFirst()) {
			if (!other.equals(guide.sensitised().primary())) {
				technique("high alert leads to " + other, guide.causes(), guide.indications(), guide.points(),
						guide.bonuses(), guide.mainCounts(), guide.preference(), guide.gentlerFirst(),
						new TechniqueGuide.Sensitised(guide.sensitised().when(), other, guide.sensitised().forClient(),
								guide.sensitised().forTherapist(), guide.sensitised().sources()));
			}
		}
	}

	private void bonuses(String what, List<Bonus> bonuses) {
		TechniqueGuide guide = this.base.techniques();
		technique(what, guide.causes(), guide.indications(), guide.points(), bonuses, guide.mainCounts(),
				guide.preference(), guide.gentlerFirst(), guide.sensitised());
	}

	private void technique(String what, List<Cause> causes, List<Indication> indications,
			Map<String, Map<String, Integer>> points, List<Bonus> bonuses, int mainCounts,
			TechniqueGuide.Preference preference, List<String> gentlerFirst, TechniqueGuide.Sensitised sensitised) {
		TechniqueGuide guide = this.base.techniques();
		add(what,
				with(this.base, this.base.questionnaire(), this.base.terms(),
						new TechniqueGuide(guide.techniques(), guide.levelsOfAction(), guide.allTouch(), causes,
								guide.generalGoal(), indications, points, bonuses, mainCounts, preference, gentlerFirst,
								sensitised, guide.complementary(), guide.beginGently(), guide.judgement(),
								guide.noWinner(), guide.choiceView()),
						this.base.plan()));
	}

	private void phases() {
		for (Phase phase : this.base.plan().phases()) {
			if (phase.when() != null) {
				turned(phase.when()).forEach(
						(turned) -> phase(phase, turned.what(), turned.condition(), phase.sessions(), phase.extra()));
			}
			for (int i = 0; i < phase.sessions().size(); i++) {
				Count count = phase.sessions().get(i);
				int place = i;
				for (int step : new int[] { -1, 1 }) {
					phase(phase, "sessions " + (count.sessions() + step), phase.when(),
							replaced(phase.sessions(), place, new Count(count.sessions() + step, count.when())),
							phase.extra());
				}
				if (count.when() != null) {
					turned(count.when()).forEach((turned) -> phase(phase, "sessions, " + turned.what(), phase.when(),
							replaced(phase.sessions(), place, new Count(count.sessions(), turned.condition())),
							phase.extra()));
				}
			}
			Extra extra = phase.extra();
			if (extra != null) {
				phase(phase, "no extra sessions", phase.when(), phase.sessions(), null);
				for (int step : new int[] { -1, 1 }) {
					phase(phase, "extra at most " + (extra.atMost() + step), phase.when(), phase.sessions(),
							new Extra(extra.sessions(), extra.atMost() + step, extra.when()));
				}
				phase(phase, "one more extra session", phase.when(), phase.sessions(),
						new Extra(extra.sessions() + 1, extra.atMost(), extra.when()));
				turned(extra.when()).forEach((turned) -> phase(phase, "extra, " + turned.what(), phase.when(),
						phase.sessions(), new Extra(extra.sessions(), extra.atMost(), turned.condition())));
			}
		}
	}

	private void phase(Phase phase, String what, @Nullable Condition when, List<Count> sessions,
			@Nullable Extra extra) {
		PlanGuide plan = this.base.plan();
		List<Phase> phases = replaced(plan.phases(), plan.phases().indexOf(phase), new Phase(phase.id(), phase.name(),
				phase.everyDays(), when, sessions, extra, phase.purpose(), phase.goals(), phase.step()));
		add("phase " + phase.id() + ": " + what,
				with(this.base, this.base.questionnaire(), this.base.terms(), this.base.techniques(),
						new PlanGuide(plan.sessionMinutes(), phases, plan.review(), plan.consistency(), plan.benefits(),
								plan.evidence(), plan.sessionLengthEvidence(), plan.stop(), plan.therapistChecks(),
								plan.suggestion(), plan.story(), plan.areas(), plan.habits())));
	}

	/** A condition with one mistake. */
	record Turned(String what, Condition condition) {

	}

	/** The same for a condition of another questionnaire. */
	static List<Turned> turned(KnowledgeBase base, Condition condition) {
		return new Mutants(base).turned(condition);
	}

	/** Every way of getting a condition wrong in one place. */
	private List<Turned> turned(Condition condition) {
		List<Turned> found = new ArrayList<>();
		if (condition instanceof Condition.AllOf all) {
			found.add(new Turned("any instead of all", new Condition.AnyOf(all.parts())));
			parts(all.parts(), found, Condition.AllOf::new);
		}
		else if (condition instanceof Condition.AnyOf any) {
			found.add(new Turned("all instead of any", new Condition.AllOf(any.parts())));
			parts(any.parts(), found, Condition.AnyOf::new);
		}
		else if (condition instanceof Condition.Chose chose) {
			chose(chose, found);
		}
		else if (condition instanceof Condition.AnySign sign) {
			Question question = this.base.question(sign.question());
			found.add(new Turned(sign.question() + " without a sign", new Condition.Chose(sign.question(),
					question.options().stream().filter((option) -> !option.isSign()).map(Option::id).toList())));
			question.signs()
				.forEach((option) -> found.add(new Turned(sign.question() + " without " + option.id(),
						new Condition.Chose(sign.question(),
								question.signs()
									.stream()
									.map(Option::id)
									.filter((id) -> !id.equals(option.id()))
									.toList()))));
		}
		else if (condition instanceof Condition.Within within) {
			within(within, found);
		}
		return found;
	}

	private void parts(List<Condition> parts, List<Turned> found, Function<List<Condition>, Condition> join) {
		for (int i = 0; i < parts.size(); i++) {
			int place = i;
			List<Condition> fewer = new ArrayList<>(parts);
			fewer.remove(i);
			found.add(new Turned("without “" + this.base.inWords(parts.get(i)) + "”",
					(fewer.size() == 1) ? fewer.get(0) : join.apply(fewer)));
			for (Turned turned : turned(parts.get(i))) {
				found.add(new Turned(turned.what(), join.apply(replaced(parts, place, turned.condition()))));
			}
		}
	}

	private void chose(Condition.Chose chose, List<Turned> found) {
		List<String> others = this.base.question(chose.question())
			.options()
			.stream()
			.map(Option::id)
			.filter((id) -> !chose.options().contains(id))
			.toList();
		if (!others.isEmpty()) {
			found.add(new Turned("not " + chose.question() + " " + chose.options(),
					new Condition.Chose(chose.question(), others)));
		}
		if (chose.options().size() > 1) {
			chose.options()
				.forEach((option) -> found
					.add(new Turned(chose.question() + " without " + option, new Condition.Chose(chose.question(),
							chose.options().stream().filter((id) -> !id.equals(option)).toList()))));
		}
	}

	private void within(Condition.Within within, List<Turned> found) {
		Question question = this.base.question(within.question());
		boolean number = question.kind() == Kind.NUMBER;
		boolean open = within.to() == Integer.MAX_VALUE;
		int lowest = number ? 0 : 1;
		if (within.from() > lowest) {
			found.add(new Turned(within.question() + " from " + (within.from() - 1),
					new Condition.Within(within.question(), within.from() - 1, within.to())));
			found.add(new Turned(within.question() + " below " + within.from(),
					new Condition.Within(within.question(), lowest, within.from() - 1)));
		}
		if (within.from() > 0) {
			found.add(new Turned(within.question() + " from " + (within.from() + 1),
					new Condition.Within(within.question(), within.from() + 1, within.to())));
		}
		if (!open) {
			found.add(new Turned(within.question() + " to " + (within.to() + 1),
					new Condition.Within(within.question(), within.from(), within.to() + 1)));
			found.add(new Turned(within.question() + " above " + within.to(),
					new Condition.Within(within.question(), within.to() + 1, Integer.MAX_VALUE)));
			if (within.to() > within.from()) {
				found.add(new Turned(within.question() + " to " + (within.to() - 1),
						new Condition.Within(within.question(), within.from(), within.to() - 1)));
			}
		}
	}

	static KnowledgeBase without(KnowledgeBase base, String rule) {
		return with(base, base.referrals().stream().filter((each) -> !each.id().equals(rule)).toList(),
				base.cautions().stream().filter((each) -> !each.id().equals(rule)).toList());
	}

	static KnowledgeBase with(KnowledgeBase base, Referral rule) {
		return with(base, replaced(base.referrals(), (each) -> each.id().equals(rule.id()) ? rule : each),
				base.cautions());
	}

	static KnowledgeBase with(KnowledgeBase base, Caution rule) {
		return with(base, base.referrals(),
				replaced(base.cautions(), (each) -> each.id().equals(rule.id()) ? rule : each));
	}

	private static KnowledgeBase with(KnowledgeBase base, List<Referral> referrals, List<Caution> cautions) {
		return base.with(base.questionnaire(), referrals, cautions);
	}

	private static KnowledgeBase with(KnowledgeBase base, Questionnaire questionnaire, List<Term> terms,
			TechniqueGuide techniques, PlanGuide plan) {
		return new KnowledgeBase(base.about(), questionnaire, terms, base.referrals(), base.cautions(),
				base.signposts(), techniques, plan, base.notices(), base.sources(), base.roles(), base.followUp(),
				base.loosened(), base.sha256(), base.language());
	}

	private static <T> List<T> replaced(List<T> list, UnaryOperator<T> change) {
		return list.stream().map(change).toList();
	}

	private static <T> List<T> replaced(List<T> list, int place, T item) {
		List<T> changed = new ArrayList<>(list);
		changed.set(place, item);
		return changed;
	}

}
