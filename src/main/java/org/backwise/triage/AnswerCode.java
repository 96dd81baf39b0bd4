package org.backwise.triage;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide;

/**
 * Gives every option, every comparison of a number and every term a bit, so that a
 * condition becomes a few tests of bits. The bits of one question stand in one word.
 */
class AnswerCode {

	private final KnowledgeBase base;

	private final Map<String, Map<String, Bit>> options = new HashMap<>();

	private final Map<String, Numbers> numbers = new HashMap<>();

	private final Map<Condition.Within, Bit> comparisons = new HashMap<>();

	private int word;

	private int used;

	/** A place in the words: one bit, or several of the same word. */
	record Bit(int word, long mask) {

	}

	/** The bits that each value of a number, or each count of signs, sets. */
	private record Numbers(int word, long[] masks) {

	}

	AnswerCode(KnowledgeBase base) {
		this.base = base;
		Set<Condition.Within> withins = comparisons(base);
		for (Question question : base.questions()) {
			List<Condition.Within> own = withins.stream()
				.filter((within) -> within.question().equals(question.id()))
				.toList();
			layOut(question, own);
		}
	}

	private void layOut(Question question, List<Condition.Within> comparisons) {
		room(question.options().size() + comparisons.size());
		Map<String, Bit> bits = new HashMap<>();
		for (Option option : question.options()) {
			bits.put(option.id(), next());
		}
		this.options.put(question.id(), bits);
		int highest = (question.range() != null) ? question.range().to() : question.signs().size();
		long[] masks = new long[highest + 1];
		for (Condition.Within within : comparisons) {
			Bit bit = next();
			this.comparisons.put(within, bit);
			for (int value = within.from(); value <= Math.min(highest, within.to()); value++) {
				masks[value] |= bit.mask();
			}
		}
		this.numbers.put(question.id(), new Numbers(this.word, masks));
	}

	private void room(int wanted) {
		if (wanted > Long.SIZE) {
			throw new IllegalArgumentException("A question has more than 64 options and comparisons");
		}
		if (this.used + wanted > Long.SIZE) {
			this.word++;
			this.used = 0;
		}
	}

	private Bit next() {
		return new Bit(this.word, 1L << this.used++);
	}

	/** The bits of a set of answers. */
	long[] encode(Map<String, Answer> given, Map<String, Answer> assumed) {
		long[] bits = new long[this.word + 1];
		given.forEach((question, answer) -> add(bits, question, answer));
		assumed.forEach((question, answer) -> add(bits, question, answer));
		return bits;
	}

	/** Sets the bits of one more answer. */
	void add(long[] bits, String id, Answer answer) {
		Map<String, Bit> places = this.options.get(id);
		Numbers values = this.numbers.get(id);
		if (answer instanceof Answer.Amount amount) {
			bits[values.word()] |= values.masks()[amount.value()];
			return;
		}
		Question question = this.base.question(id);
		int signs = 0;
		for (String option : ((Answer.Choice) answer).options()) {
			Bit bit = places.get(option);
			bits[bit.word()] |= bit.mask();
			signs += question.option(option).isSign() ? 1 : 0;
		}
		if (question.kind() == Kind.MULTI) {
			bits[values.word()] |= values.masks()[signs];
		}
	}

	/** The bits that an atom tests; it holds when any of them is set. */
	Bit bit(Condition atom) {
		if (atom instanceof Condition.Within within) {
			return this.comparisons.get(within);
		}
		if (atom instanceof Condition.Chose chose) {
			return any(chose.question(), chose.options());
		}
		Condition.AnySign sign = (Condition.AnySign) atom;
		return any(sign.question(), this.base.question(sign.question()).signs().stream().map(Option::id).toList());
	}

	/** The parts of a condition, with its terms written out. */
	Condition withoutTerms(Condition condition) {
		if (condition instanceof Condition.Is is) {
			return withoutTerms(this.base.term(is.term()).when());
		}
		if (condition instanceof Condition.AllOf all) {
			return new Condition.AllOf(all.parts().stream().map(this::withoutTerms).toList());
		}
		if (condition instanceof Condition.AnyOf any) {
			return new Condition.AnyOf(any.parts()
				.stream()
				.map(this::withoutTerms)
				.flatMap((part) -> (part instanceof Condition.AnyOf inner) ? inner.parts().stream() : Stream.of(part))
				.toList());
		}
		return condition;
	}

	private Bit any(String question, List<String> chosen) {
		Map<String, Bit> places = this.options.get(question);
		long mask = chosen.stream().mapToLong((option) -> places.get(option).mask()).reduce(0, (a, b) -> a | b);
		return new Bit(places.get(chosen.get(0)).word(), mask);
	}

	/** Every comparison of a number that any condition of the knowledge base makes. */
	private static Set<Condition.Within> comparisons(KnowledgeBase base) {
		Set<Condition.Within> found = new LinkedHashSet<>();
		TechniqueGuide guide = base.techniques();
		PlanGuide plan = base.plan();
		Stream
			.of(base.terms().stream().map(Rules.Term::when), base.questions().stream().map(Question::asked),
					base.questions().stream().flatMap((question) -> question.options().stream()).map(Option::offered),
					base.referrals().stream().flatMap((rule) -> rule.atLevels().stream()).map(Rules.AtLevel::when),
					base.cautions().stream().map(Rules.Caution::when),
					base.signposts().stream().map(Rules.Signpost::when),
					guide.indications().stream().map(TechniqueGuide.Indication::when),
					guide.bonuses().stream().map(TechniqueGuide.Bonus::when),
					Stream.of(guide.sensitised().when(), base.notices().guardian().when()),
					plan.phases().stream().map(PlanGuide.Phase::when),
					plan.phases().stream().flatMap((phase) -> phase.sessions().stream()).map(PlanGuide.Count::when),
					plan.phases()
						.stream()
						.map(PlanGuide.Phase::extra)
						.map((extra) -> (extra != null) ? extra.when() : null))
			.flatMap((conditions) -> conditions)
			.forEach((condition) -> {
				if (condition != null) {
					collect(condition, found);
				}
			});
		return found;
	}

	private static void collect(Condition condition, Set<Condition.Within> found) {
		if (condition instanceof Condition.AllOf all) {
			all.parts().forEach((part) -> collect(part, found));
		}
		else if (condition instanceof Condition.AnyOf any) {
			any.parts().forEach((part) -> collect(part, found));
		}
		else if (condition instanceof Condition.Within within) {
			found.add(within);
		}
	}

}
