package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Referral;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** What is promised of every check-in. */
class FollowUpProofs {

	private final CarePromises promises = Promises.kept().care();

	private final FollowUpWork work;

	private final FollowUpRules rules;

	private final FormulaFactory f;

	private final KnowledgeBase base;

	private @Nullable FollowUpPair pair;

	FollowUpProofs(KnowledgeBase base) {
		this.work = new FollowUpWork(base);
		this.rules = this.work.rules();
		this.f = this.work.f();
		this.base = base;
	}

	FollowUpWork work() {
		return this.work;
	}

	/** Every claim with its proof, what may hurt most first. */
	Map<String, Supplier<Optional<Failure>>> all() {
		Map<String, Supplier<Optional<Failure>>> proofs = alone();
		proofs.put("F-sign", () -> pair().sign().or(this::unsure));
		proofs.put("F-pain", () -> pair().part(0));
		proofs.put("F-activities", () -> pair().part(1));
		proofs.put("F-change", () -> pair().part(2));
		proofs.put("F-stiffness", () -> pair().part(3));
		proofs.put("F-reaction", this::reaction);
		proofs.put("F-no-matter", () -> pair().noMatter(this.promises.noMatter()));
		return proofs;
	}

	/** Those that need no second check-in beside the first. */
	Map<String, Supplier<Optional<Failure>>> alone() {
		FollowUpReach reach = new FollowUpReach(this.work);
		Map<String, Supplier<Optional<Failure>>> proofs = new LinkedHashMap<>();
		proofs.put("F-finding", this::findings);
		this.promises.least().keySet().forEach((id) -> proofs.put(id, () -> situation(id)));
		proofs.put("F-known", this::known);
		proofs.put("F-never-overruled", this::neverOverruled);
		proofs.put("F-asked-again", new AskedAgainProofs(this.work)::askedAgain);
		proofs.put("F-answers", this::answers);
		proofs.put("F-one", this::one);
		proofs.put("F-way-out", reach::wayOut);
		proofs.put("F-every-rule", reach::everyRule);
		return proofs;
	}

	private FollowUpPair pair() {
		if (this.pair == null) {
			this.pair = new FollowUpPair(this.work);
		}
		return this.pair;
	}

	private Optional<Failure> findings() {
		return Stream.of(Level.values())
			.map((level) -> this.work.milder(this.rules.finding(level), Outcome.of(level),
					"A new finding at " + level + " leads to less."))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<Failure> situation(String id) {
		CarePromises.Situation situation = Objects.requireNonNull(this.promises.least().get(id));
		Formula unless = this.work.space()
			.promised(this.promises.unless().getOrDefault(id, org.backwise.knowledge.Condition.NEVER));
		return situation.least()
			.entrySet()
			.stream()
			.map((least) -> this.work.milder(
					this.f.and(this.work.space().promised(least.getValue()), this.f.not(unless)), least.getKey(),
					"This leads to less than " + least.getKey() + "."))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<Failure> known() {
		for (Referral rule : this.base.referrals()) {
			if (rule.cleared() != null) {
				String question = CheckInQuestions.known(this.work.followUp(), rule.id());
				Formula worse = this.f.or(this.promises.knownWorse()
					.stream()
					.map((option) -> this.work.space().chosen(question, option))
					.toList());
				Optional<Failure> failure = this.work
					.milder(worse, Outcome.SEE_DOCTOR, "The known finding " + rule.id() + " is passed over.")
					.or(() -> this.work
						.smallest(this.f.and(this.work.space().chosen(CheckInQuestions.CLEARED, rule.id()),
								this.f.not(this.work.space().answered(question))), Set.of())
						.map((found) -> new Failure(rule.id(), "Nothing is asked of " + rule.id() + ".",
								List.of(found))));
				if (failure.isPresent()) {
					return failure;
				}
			}
		}
		return Optional.empty();
	}

	/** No rule at all sets aside one that is stricter than a step back. */
	private Optional<Failure> neverOverruled() {
		return this.rules.rules()
			.stream()
			.filter((rule) -> rule.outcome().compareTo(Outcome.END_AND_REFER) <= 0)
			.map((rule) -> this.work.milder(this.rules.holds(rule), rule.outcome(),
					"Rule " + rule.id() + " is set aside."))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<Failure> answers() {
		FollowUp.Roles roles = this.work.followUp().roles();
		FollowUpSpace space = this.work.space();
		List<Formula> needed = new ArrayList<>();
		Stream.of(roles.pain(), roles.change(), roles.tension(), roles.movement())
			.forEach((question) -> needed.add(space.answered(question)));
		int last = this.work.measures().parts().get(1).cases().size();
		for (int place = 0; place < last; place++) {
			if (this.work.measures().parts().get(1).cases().get(place).answers().isEmpty() && isNamed(place)) {
				needed.add(this.f.not(space.is(1, place)));
			}
		}
		Formula byWish = this.f.or(this.rules.rules()
			.stream()
			.filter((rule) -> !rule.overrules().isEmpty())
			.map(this.rules::holds)
			.toList());
		return this.work
			.smallest(this.f.and(this.f.or(this.rules.outcome(Outcome.STEP_DOWN), this.rules.outcome(Outcome.FINISH)),
					this.f.not(byWish), this.f.not(this.f.and(needed))), Set.of())
			.map((found) -> new Failure(null, "An answer is missing.", List.of(found)));
	}

	/** Somebody named activities; those who did not have nothing to answer. */
	private boolean isNamed(int place) {
		return this.work.measures()
			.parts()
			.get(1)
			.cases()
			.get(place)
			.facts()
			.values()
			.stream()
			.noneMatch((answer) -> answer instanceof org.backwise.triage.Answer.Amount amount && amount.value() == 0);
	}

	/** Exactly one outcome, and where two rules decide, one place to go. */
	private Optional<Failure> one() {
		List<Formula> outcomes = Stream.of(Outcome.values()).map(this.rules::outcome).toList();
		List<Formula> wrong = new ArrayList<>();
		wrong.add(this.f.not(this.f.or(outcomes)));
		for (int i = 0; i < outcomes.size(); i++) {
			for (int j = i + 1; j < outcomes.size(); j++) {
				wrong.add(this.f.and(outcomes.get(i), outcomes.get(j)));
			}
		}
		List<CareRules.Rule> all = this.rules.rules();
		for (int i = 0; i < all.size(); i++) {
			for (int j = i + 1; j < all.size(); j++) {
				if (isApart(all.get(i), all.get(j))) {
					wrong.add(this.f.and(this.rules.decides(all.get(i)), this.rules.decides(all.get(j))));
				}
			}
		}
		return this.work.smallest(this.f.or(wrong), Set.of())
			.map((found) -> new Failure(null, "There is no outcome, or there are two.", List.of(found)));
	}

	/** Of two that lead back the one that names a phase goes first. */
	private static boolean isApart(CareRules.Rule one, CareRules.Rule other) {
		return one.outcome() == other.outcome() && (one.toPhase() == null) == (other.toPhase() == null)
				&& !(Objects.equals(one.to(), other.to()) && Objects.equals(one.toPhase(), other.toPhase()));
	}

	private Optional<Failure> reaction() {
		String question = this.work.followUp().roles().reaction();
		List<String> order = this.promises.reactions();
		List<FollowUpPair.Change> changes = new ArrayList<>();
		for (int i = 1; i < order.size(); i++) {
			changes.add(new FollowUpPair.Change(question, order.get(i - 1), order.get(i)));
		}
		changes.add(new FollowUpPair.Change(question, order.get(0), Questionnaire.NOT_SURE));
		return pair().answers(changes);
	}

	/** "Not sure" for nothing, in every list and question about signs. */
	private Optional<Failure> unsure() {
		List<FollowUpPair.Change> changes = new ArrayList<>();
		for (Question question : this.work.space().questions()) {
			if (!question.page().equals(FollowUp.FACTS)
					&& question.options().stream().anyMatch((option) -> option.id().equals(Questionnaire.NOT_SURE))) {
				question.options()
					.stream()
					.filter((option) -> option.excludesOthers() || this.promises.instead().contains(option.id()))
					.forEach((option) -> changes
						.add(new FollowUpPair.Change(question.id(), option.id(), Questionnaire.NOT_SURE)));
			}
		}
		return pair().answers(changes);
	}

}
