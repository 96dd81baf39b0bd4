package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.CareRules.Caution;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.CareRules.Rule;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Term;
import org.backwise.proof.Mutants.Mutant;
import org.backwise.proof.Mutants.Turned;

/** Knowledge bases with one small mistake each in what a check-in leads to. */
final class FollowUpMutants {

	private final KnowledgeBase base;

	private final FollowUp followUp;

	private final KnowledgeBase questions;

	private final List<Mutant> made = new ArrayList<>();

	private FollowUpMutants(KnowledgeBase base) {
		this.base = base;
		this.followUp = Objects.requireNonNull(base.followUp());
		this.questions = CheckInQuestions.of(base);
	}

	/** Every mistake of every kind. */
	static List<Mutant> all(KnowledgeBase base) {
		FollowUpMutants mutants = new FollowUpMutants(base);
		for (int place = 0; place < mutants.followUp.rules().size(); place++) {
			mutants.rule(place, mutants.followUp.rules().get(place));
		}
		mutants.followUp.terms().forEach(mutants::term);
		for (int place = 0; place < mutants.followUp.cautions().size(); place++) {
			mutants.caution(place, mutants.followUp.cautions().get(place));
		}
		mutants.measures();
		mutants.merged();
		mutants.asked();
		mutants.questions();
		mutants.fresh();
		return List.copyOf(mutants.made);
	}

	private void add(String what, FollowUp changed) {
		add(what, with(this.base, changed));
	}

	private void add(String what, KnowledgeBase changed) {
		long same = this.made.stream()
			.filter((other) -> other.what().equals(what) || other.what().startsWith(what + " (place "))
			.count();
		this.made.add(new Mutant((same == 0) ? what : what + " (place " + (same + 1) + ")", changed));
	}

	private void rule(int place, Rule rule) {
		List<Rule> fewer = new ArrayList<>(this.followUp.rules());
		fewer.remove(place);
		add(rule.id() + ": deleted", with(this.base, fewer));
		if (rule.finding() != null) {
			return;
		}
		if (rule.outcome() != Outcome.FINISH) {
			rule(place, "milder",
					new Rule(rule.id(), Outcome.values()[rule.outcome().ordinal() + 1], rule.to(), rule.toPhase(), null,
							rule.worseFindings(), rule.of(), rule.when(), rule.overrules(), rule.leftToClient(),
							rule.source(), rule.sources(), rule.title(), rule.titleForClient()));
		}
		if (rule.when() != null) {
			turned(rule.when()).forEach((turned) -> rule(place, turned.what(), when(rule, turned.condition())));
		}
		if (rule.worseFindings() != null && rule.worseFindings().size() > 1) {
			rule.worseFindings()
				.forEach((state) -> rule(place, "not when " + state,
						known(rule, without(rule.worseFindings(), state), rule.of(), rule.when())));
		}
		if (rule.of() != null && rule.of().size() > 1) {
			rule.of()
				.forEach((id) -> rule(place, "not for " + id,
						known(rule, rule.worseFindings(), without(rule.of(), id), rule.when())));
		}
		if (rule.to() != null) {
			rule(place, "stays in its phase", leading(rule, null, null, rule.overrules()));
			rule(place, "leads the other way", leading(rule, -rule.to(), null, rule.overrules()));
		}
		if (rule.toPhase() != null) {
			rule(place, "leads one phase back", leading(rule, -1, null, rule.overrules()));
		}
		if (rule.isLeftToClient()) {
			rule(place, "not left to the client",
					new Rule(rule.id(), rule.outcome(), rule.to(), rule.toPhase(), rule.finding(), rule.worseFindings(),
							rule.of(), rule.when(), rule.overrules(), null, rule.source(), rule.sources(), rule.title(),
							rule.titleForClient()));
		}
		rule.overrules()
			.forEach((outcome) -> rule(place, "no longer overrules " + outcome,
					leading(rule, rule.to(), rule.toPhase(), without(rule.overrules(), outcome))));
	}

	private void rule(int place, String what, Rule rule) {
		add(rule.id() + ": " + what, with(this.base, replaced(this.followUp.rules(), place, rule)));
	}

	static Rule when(Rule rule, Condition when) {
		return known(rule, rule.worseFindings(), rule.of(), when);
	}

	private static Rule known(Rule rule, @Nullable List<String> states, @Nullable List<String> of,
			@Nullable Condition when) {
		return new Rule(rule.id(), rule.outcome(), rule.to(), rule.toPhase(), rule.finding(), states, of, when,
				rule.overrules(), rule.leftToClient(), rule.source(), rule.sources(), rule.title(),
				rule.titleForClient());
	}

	private static Rule leading(Rule rule, @Nullable Integer to, @Nullable String phase, List<Outcome> overrules) {
		return new Rule(rule.id(), rule.outcome(), to, phase, rule.finding(), rule.worseFindings(), rule.of(),
				rule.when(), overrules, rule.leftToClient(), rule.source(), rule.sources(), rule.title(),
				rule.titleForClient());
	}

	private void term(Term term) {
		turned(term.when()).forEach((turned) -> add("term " + term.id() + ": " + turned.what(),
				Rewritten.with(this.base, term.id(), turned.condition())));
	}

	private void caution(int place, Caution caution) {
		List<Caution> fewer = new ArrayList<>(this.followUp.cautions());
		fewer.remove(place);
		add(caution.id() + ": deleted", cautions(fewer));
		turned(caution.when()).forEach((turned) -> caution(place, turned.what(),
				new Caution(caution.id(), turned.condition(), caution.confirm(), caution.excludes(), caution.as(),
						caution.signpost(), caution.offers(), caution.cause(), caution.decidedIn(), caution.source(),
						caution.sources(), caution.says())));
		if (caution.isConfirmed()) {
			caution(place, "not confirmed",
					new Caution(caution.id(), caution.when(), null, caution.excludes(), caution.as(),
							caution.signpost(), caution.offers(), caution.cause(), caution.decidedIn(),
							caution.source(), caution.sources(), caution.says()));
		}
		caution.excludes()
			.forEach((technique) -> caution(place, "no longer excludes " + technique,
					new Caution(caution.id(), caution.when(), caution.confirm(), without(caution.excludes(), technique),
							caution.as(), caution.signpost(), caution.offers(), caution.cause(), caution.decidedIn(),
							caution.source(), caution.sources(), caution.says())));
		if (caution.as() != null) {
			caution(place, "excludes nothing",
					new Caution(caution.id(), caution.when(), caution.confirm(), caution.excludes(), null,
							caution.signpost(), caution.offers(), caution.cause(), caution.decidedIn(),
							caution.source(), caution.sources(), caution.says()));
		}
		atTheDesk(place, caution);
	}

	/** What it leads to at the desk, and decides nothing. */
	private void atTheDesk(int place, Caution caution) {
		caution.decidedIn()
			.forEach((phase) -> caution(place, "not decided in " + phase,
					new Caution(caution.id(), caution.when(), caution.confirm(), caution.excludes(), caution.as(),
							caution.signpost(), caution.offers(), caution.cause(), without(caution.decidedIn(), phase),
							caution.source(), caution.sources(), caution.says())));
		if (caution.offers() != null) {
			caution(place, "offers nothing",
					new Caution(caution.id(), caution.when(), caution.confirm(), caution.excludes(), caution.as(),
							caution.signpost(), null, null, caution.decidedIn(), caution.source(), caution.sources(),
							caution.says()));
		}
		if (caution.signpost() != null) {
			caution(place, "no signpost",
					new Caution(caution.id(), caution.when(), caution.confirm(), caution.excludes(), caution.as(), null,
							caution.offers(), caution.cause(), caution.decidedIn(), caution.source(), caution.sources(),
							caution.says()));
		}
	}

	private void caution(int place, String what, Caution caution) {
		add(caution.id() + ": " + what, cautions(replaced(this.followUp.cautions(), place, caution)));
	}

	private void measures() {
		FollowUp.Measures sizes = this.followUp.measures();
		for (int pain = 1; pain < sizes.need().size(); pain++) {
			for (int by : new int[] { -1, 1 }) {
				List<Integer> need = replaced(sizes.need(), pain, sizes.need().get(pain) + by);
				add("need " + pain + " by " + by, sizes(need, sizes, new int[11], sizes.felt()));
			}
		}
		String[] names = { "worse", "activity-each", "activity-single", "settled-pain", "settled-above-best",
				"settled-activity", "well-pain", "well-activity", "flare-pain", "flare-above-best" };
		for (int i = 0; i < names.length; i++) {
			for (int by : new int[] { -1, 1 }) {
				int[] changes = new int[names.length];
				changes[i] = by;
				add(names[i] + " by " + by, sizes(sizes.need(), sizes, changes, sizes.felt()));
			}
		}
		sizes.felt()
			.forEach((change, meaning) -> sizes.felt()
				.values()
				.stream()
				.distinct()
				.filter((other) -> !other.equals(meaning))
				.forEach((other) -> {
					Map<String, String> felt = new LinkedHashMap<>(sizes.felt());
					felt.put(change, other);
					add(change + " means " + other, sizes(sizes.need(), sizes, new int[11], felt));
				}));
		FollowUp.Roles roles = this.followUp.roles();
		add("slow-habit by -1", roles(roles, roles.slowHabit() - 1, roles.badReactions(), roles.longLasting()));
		add("slow-habit by 1", roles(roles, roles.slowHabit() + 1, roles.badReactions(), roles.longLasting()));
		roles.badReactions()
			.forEach((bad) -> add(bad + " is no bad reaction",
					roles(roles, roles.slowHabit(), without(roles.badReactions(), bad), roles.longLasting())));
		roles.longLasting().forEach((duration, days) -> {
			for (int by : (days > 0) ? new int[] { -1, 1 } : new int[] { 1 }) {
				Map<String, Integer> longLasting = new LinkedHashMap<>(roles.longLasting());
				longLasting.put(duration, days + by);
				add(duration + " is long after " + (days + by) + " days",
						roles(roles, roles.slowHabit(), roles.badReactions(), longLasting));
			}
		});
	}

	private FollowUp sizes(List<Integer> need, FollowUp.Measures sizes, int[] by, Map<String, String> felt) {
		FollowUp own = this.followUp;
		return new FollowUp(own.parts(), own.pages(), own.facts(), own.questions(), own.borrowed(), own.known(),
				own.lookAgain(), own.merged(), own.joined(), own.sets(),
				new FollowUp.Measures(need, sizes.worse() + by[0], sizes.activityEach() + by[1],
						sizes.activitySingle() + by[2], sizes.settledPain() + by[3], sizes.settledAboveBest() + by[4],
						sizes.settledActivity() + by[5], sizes.wellPain() + by[6], sizes.wellActivity() + by[7],
						sizes.flarePain() + by[8], sizes.flareAboveBest() + by[9], felt),
				own.roles(), own.terms(), own.rules(), own.cautions(), own.outcomes(), own.timing());
	}

	private FollowUp roles(FollowUp.Roles r, int slowHabit, List<String> bad, Map<String, Integer> longLasting) {
		FollowUp own = this.followUp;
		return new FollowUp(own.parts(), own.pages(), own.facts(), own.questions(), own.borrowed(), own.known(),
				own.lookAgain(), own.merged(), own.joined(), own.sets(), own.measures(),
				new FollowUp.Roles(r.pain(), r.activities(), r.change(), r.tension(), r.tight(), r.movement(),
						r.stiff(), r.reaction(), bad, r.habitDays(), slowHabit, r.doctorSeen(), r.seen(), r.duration(),
						longLasting, r.warm(), r.health()),
				own.terms(), own.rules(), own.cautions(), own.outcomes(), own.timing());
	}

	private void merged() {
		FollowUp own = this.followUp;
		for (int i = 0; i < own.merged().size(); i++) {
			FollowUp.MergedFact fact = own.merged().get(i);
			for (Turned turned : Mutants.turned(this.base, fact.when())) {
				add(fact.id() + ": " + turned.what(),
						safety(own.borrowed(), own.questions(),
								replaced(own.merged(), i, new FollowUp.MergedFact(fact.id(), turned.condition())),
								own.joined(), own.sets()));
			}
		}
		own.joined()
			.forEach((id) -> add(id + ": not joined",
					safety(own.borrowed(), own.questions(), own.merged(), without(own.joined(), id), own.sets())));
		for (int i = 0; i < own.sets().size(); i++) {
			FollowUp.Sets set = own.sets().get(i);
			List<FollowUp.Sets> fewer = new ArrayList<>(own.sets());
			fewer.remove(i);
			add("sets " + set.to() + ": deleted",
					safety(own.borrowed(), own.questions(), own.merged(), own.joined(), fewer));
			for (Turned turned : turned(set.when())) {
				add("sets " + set.to() + ": " + turned.what(), safety(own.borrowed(), own.questions(), own.merged(),
						own.joined(),
						replaced(own.sets(), i, new FollowUp.Sets(turned.condition(), set.question(), set.to()))));
			}
		}
	}

	/** When the lists of warning signs are asked again. */
	private void asked() {
		FollowUp own = this.followUp;
		for (int i = 0; i < own.borrowed().size(); i++) {
			FollowUp.Borrowed list = own.borrowed().get(i);
			if (list.asked() != null) {
				for (Turned turned : turned(list.asked())) {
					add(list.id() + " asked, " + turned.what(),
							safety(replaced(own.borrowed(), i,
									new FollowUp.Borrowed(list.id(), turned.condition(), list.ask())), own.questions(),
									own.merged(), own.joined(), own.sets()));
				}
			}
		}
	}

	/** When the follow-up's own questions are asked, and which options they have. */
	private void questions() {
		for (Question question : this.followUp.questions()) {
			if (question.asked() != null) {
				for (Turned turned : turned(question.asked())) {
					question(question, "asked, " + turned.what(), turned.condition(), question.options());
				}
			}
			for (int i = 0; i < question.options().size(); i++) {
				Option option = question.options().get(i);
				if (option.offered() != null) {
					for (Turned turned : turned(option.offered())) {
						question(question, option.id() + " offered, " + turned.what(), question.asked(),
								replaced(question.options(), i,
										new Option(option.id(), option.label(), option.means(), option.alone(),
												option.gate(), turned.condition(), option.heading(),
												option.labelForChild(), option.meansForChild())));
					}
				}
			}
		}
	}

	private void question(Question question, String what, @Nullable Condition asked, List<Option> options) {
		FollowUp own = this.followUp;
		Question changed = new Question(question.id(), question.page(), question.kind(), question.ask(),
				question.shortName(), question.hint(), question.why(), asked, question.onlyIf(),
				question.unansweredCountsAs(), question.mayStayBlank(), question.chooseOneOfOffered(), question.range(),
				question.missing(), options, question.drawing());
		add(question.id() + " " + what,
				safety(own.borrowed(), replaced(own.questions(), own.questions().indexOf(question), changed),
						own.merged(), own.joined(), own.sets()));
	}

	/**
	 * The one time that the engine knows; all others are pinned, and tried with a clock.
	 */
	private void fresh() {
		FollowUp own = this.followUp;
		FollowUp.Timing t = own.timing();
		for (int by : new int[] { -1, 1 }) {
			FollowUp.Timing changed = new FollowUp.Timing(t.opensHours(), t.holdsHours(), t.freshQuestionnaire() + by,
					t.reviews(), t.lapses(), t.longestPause(), t.wholeAgain(), t.waitHours(), t.block(),
					t.stepBackDays(), t.mostMonthly(), t.after());
			add("fresh-questionnaire by " + by,
					new FollowUp(own.parts(), own.pages(), own.facts(), own.questions(), own.borrowed(), own.known(),
							own.lookAgain(), own.merged(), own.joined(), own.sets(), own.measures(), own.roles(),
							own.terms(), own.rules(), own.cautions(), own.outcomes(), changed));
		}
	}

	private FollowUp safety(List<FollowUp.Borrowed> borrowed, List<Question> questions,
			List<FollowUp.MergedFact> merged, List<String> joined, List<FollowUp.Sets> sets) {
		FollowUp own = this.followUp;
		return new FollowUp(own.parts(), own.pages(), own.facts(), questions, borrowed, own.known(), own.lookAgain(),
				merged, joined, sets, own.measures(), own.roles(), own.terms(), own.rules(), own.cautions(),
				own.outcomes(), own.timing());
	}

	private FollowUp cautions(List<Caution> cautions) {
		FollowUp own = this.followUp;
		return new FollowUp(own.parts(), own.pages(), own.facts(), own.questions(), own.borrowed(), own.known(),
				own.lookAgain(), own.merged(), own.joined(), own.sets(), own.measures(), own.roles(), own.terms(),
				own.rules(), cautions, own.outcomes(), own.timing());
	}

	private List<Turned> turned(Condition condition) {
		return Mutants.turned(this.questions, condition);
	}

	static KnowledgeBase with(KnowledgeBase base, List<Rule> rules) {
		FollowUp own = Objects.requireNonNull(base.followUp());
		return with(base,
				new FollowUp(own.parts(), own.pages(), own.facts(), own.questions(), own.borrowed(), own.known(),
						own.lookAgain(), own.merged(), own.joined(), own.sets(), own.measures(), own.roles(),
						own.terms(), rules, own.cautions(), own.outcomes(), own.timing()));
	}

	static KnowledgeBase with(KnowledgeBase base, FollowUp followUp) {
		return new KnowledgeBase(base.about(), base.questionnaire(), base.terms(), base.referrals(), base.cautions(),
				base.signposts(), base.techniques(), base.plan(), base.notices(), base.sources(), base.roles(),
				followUp, base.loosened(), base.sha256(), base.language());
	}

	/** A condition without the parts that read a question. */
	static Condition without(Condition condition, String question) {
		List<Condition> parts = ((Condition.AllOf) condition).parts();
		return new Condition.AllOf(
				parts.stream().filter((part) -> !part.questions().equals(java.util.Set.of(question))).toList());
	}

	private static <T> List<T> without(List<T> list, T item) {
		return list.stream().filter((each) -> !each.equals(item)).toList();
	}

	private static <T> List<T> replaced(List<T> list, int place, T item) {
		List<T> changed = new ArrayList<>(list);
		changed.set(place, item);
		return changed;
	}

}
