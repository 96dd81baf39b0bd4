package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Nothing is asked in fewer cases than by the rules that come with Backwise. */
class AskedProofs {

	private final ProofWork work;

	private final KnowledgeBase base;

	private final FormulaFactory f;

	AskedProofs(ProofWork work, KnowledgeBase base) {
		this.work = work;
		this.base = base;
		this.f = work.f();
	}

	Optional<Failure> asked() {
		KnowledgeBase builtIn = Promises.builtIn();
		return builtIn.questions()
			.stream()
			.map((question) -> asked(question, builtIn.isAboutMassage(question)))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<Failure> asked(Question question, boolean aboutMassage) {
		if (!this.base.hasQuestion(question.id())) {
			return Optional.of(Failure.missing(question.id()));
		}
		Question own = this.base.question(question.id());
		String changed = changed(question, own);
		if (changed != null) {
			return Failure.of(null, "The question " + question.id() + changed + ".", List.of());
		}
		if (question.isOptional()) {
			return Optional.empty();
		}
		Formula open = aboutMassage ? this.work.space().planPossible() : this.f.verum();
		return fewer(this.f.and(open, promised(question)), this.work.space().view().asked(question.id()), question.id())
			.or(() -> question.options()
				.stream()
				.map((option) -> fewer(this.f.and(this.work.space().view().asked(question.id()), promised(option)),
						this.work.space().view().offers(question.id(), option.id()),
						question.id() + ", option " + option.id() + ","))
				.flatMap(Optional::stream)
				.findFirst());
	}

	private Formula promised(Question question) {
		List<Formula> parts = new ArrayList<>();
		if (question.asked() != null) {
			parts.add(this.work.promised(question.asked()));
		}
		if (question.choosesOneOfOffered()) {
			parts.add(this.work.space()
				.conditions()
				.atLeast(2, question.options().stream().map(this::promised).toList()));
		}
		return this.f.and(parts);
	}

	private Formula promised(Option option) {
		return (option.offered() != null) ? this.work.promised(option.offered()) : this.f.verum();
	}

	private Optional<Failure> fewer(Formula here, Formula there, String what) {
		return this.work.smallest(this.f.and(here, this.f.not(there)))
			.map((example) -> new Failure(null, what + " is asked in fewer cases.", List.of(example)));
	}

	/** What is answered in another way than it was; null when nothing is. */
	private static @org.jspecify.annotations.Nullable String changed(Question question, Question own) {
		if (own.kind() != question.kind() || own.choosesOneOfOffered() != question.choosesOneOfOffered()) {
			return " is answered in another way";
		}
		if (own.isOptional() && !question.isOptional()) {
			return " may not stay blank";
		}
		if (!Objects.equals(own.unansweredCountsAs(), question.unansweredCountsAs())) {
			return " counts as something else while it is not answered";
		}
		Range range = question.range();
		if (range != null
				&& (own.range() == null || own.range().from() > range.from() || own.range().to() < range.to())) {
			return " takes fewer numbers";
		}
		for (Option option : question.options()) {
			if (own.options().stream().noneMatch((other) -> isSame(option, other))) {
				return " lacks the option " + option.id() + " as it was";
			}
		}
		return null;
	}

	private static boolean isSame(Option option, Option other) {
		return option.id().equals(other.id()) && option.isSign() == other.isSign()
				&& option.excludesOthers() == other.excludesOthers();
	}

}
