package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Every list of warning signs is asked again: at every check-in, or when one of the
 * groups is ticked that open it, whole.
 */
class AskedAgainProofs {

	private static final String WAITED_FOR = "waited-for";

	private final CarePromises.AskedAgain promised = Promises.kept().care().askedAgain();

	private final FollowUpWork work;

	private final FormulaFactory f;

	AskedAgainProofs(FollowUpWork work) {
		this.work = work;
		this.f = work.f();
	}

	Optional<Failure> askedAgain() {
		return forgotten().or(this::unasked).or(this::notWaitedFor).or(this::inParts);
	}

	/** A list of signs of the questionnaire that no promise speaks of. */
	private Optional<Failure> forgotten() {
		KnowledgeBase base = this.work.base();
		return base.questions()
			.stream()
			.filter((question) -> question.kind() == Kind.MULTI && !base.isAboutMassage(question))
			.filter((question) -> question.options().stream().anyMatch(Questionnaire.Option::isSign))
			.map(Question::id)
			.filter((id) -> !this.promised.always().contains(id) && !this.promised.openedBy().containsKey(id)
					&& !this.promised.once().contains(id))
			.findFirst()
			.map((id) -> new Failure(null, "The signs of “" + id + "” are not asked again.", List.of()));
	}

	private Optional<Failure> unasked() {
		FollowUpSpace space = this.work.space();
		List<Formula> wrong = new ArrayList<>();
		this.promised.always().forEach((list) -> wrong.add(this.f.not(space.answered(list))));
		this.promised.openedBy().forEach((list, groups) -> {
			List<String> open = new ArrayList<>(groups);
			open.add(Questionnaire.NOT_SURE);
			open.forEach((group) -> wrong.add(this.f.and(space.chosen(this.promised.groups(), group), mayBeAsked(list),
					this.f.not(space.answered(list)))));
		});
		wrong.add(this.f.not(space.answered(this.promised.groups())));
		return this.work.smallest(this.f.or(wrong), Set.of())
			.map((found) -> new Failure(null, "A list is not opened.", List.of(found)));
	}

	/**
	 * Before the care goes on after a wait, the questions that made it wait are asked
	 * whole.
	 */
	private Optional<Failure> notWaitedFor() {
		FollowUpSpace space = this.work.space();
		KnowledgeBase base = this.work.base();
		List<String> known = this.work.followUp()
			.facts()
			.stream()
			.filter((fact) -> fact.id().equals(WAITED_FOR))
			.flatMap((fact) -> fact.options().stream())
			.map(FollowUp.FactOption::id)
			.toList();
		for (Referral rule : base.referrals()) {
			for (String question : waitsFor(rule)) {
				Failure failure = new Failure(rule.id(), "Before the care goes on after a wait, “" + question
						+ "” is not asked whole: see “waited-for” in follow-up.yaml.", List.of());
				if (!known.contains(question) || this.work.isPossible(this.f.and(space.chosen(WAITED_FOR, question),
						mayBeAsked(question), this.f.not(space.answered(question))))) {
					return Optional.of(failure);
				}
			}
		}
		return Optional.empty();
	}

	private List<String> waitsFor(Referral rule) {
		KnowledgeBase base = this.work.base();
		return rule.atLevels()
			.stream()
			.filter((at) -> at.level() == Level.WAIT)
			.flatMap((at) -> at.when().questions().stream())
			.filter((question) -> !base.isAboutMassage(base.question(question)))
			.distinct()
			.toList();
	}

	/** Some lists of the questionnaire are for some people only. */
	private Formula mayBeAsked(String list) {
		KnowledgeBase base = this.work.base();
		Condition asked = base.hasQuestion(list) ? base.question(list).asked() : null;
		return (asked != null) ? this.work.space().of(asked) : this.f.verum();
	}

	/** Each option of a list can be chosen, and each group opens something. */
	private Optional<Failure> inParts() {
		for (Map.Entry<String, List<String>> list : this.promised.openedBy().entrySet()) {
			for (String group : list.getValue()) {
				if (!this.work.isPossible(this.work.space().chosen(this.promised.groups(), group))) {
					return Failure.of(null, "The group “" + group + "” cannot be ticked.", List.of());
				}
			}
		}
		KnowledgeBase base = this.work.base();
		List<String> lists = new ArrayList<>(this.promised.always());
		lists.addAll(this.promised.openedBy().keySet());
		for (String list : lists) {
			if (base.hasQuestion(list)) {
				for (Questionnaire.Option option : base.question(list).options()) {
					if (!this.work.isPossible(this.work.space().chosen(list, option.id()))) {
						return Failure.of(null, "“" + option.id() + "” cannot be ticked again.", List.of());
					}
				}
			}
		}
		return Optional.empty();
	}

}
