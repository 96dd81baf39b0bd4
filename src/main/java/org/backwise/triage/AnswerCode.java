package org.backwise.triage;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * Gives every option, every comparison of a number and every term a bit, so that a
 * condition becomes a few tests of bits. The bits of one question stand in one word.
 */
class AnswerCode {

	private final KnowledgeBase base;

	private final Map<String, Place> places = new LinkedHashMap<>();

	private final List<Place> ordered;

	private final Map<Condition.Within, Bit> comparisons = new HashMap<>();

	private int word;

	private int used;

	/** A place in the words: one bit, or several of the same word. */
	record Bit(int word, long mask) {

	}

	/**
	 * Where a question stands.
	 *
	 * @param question the question
	 * @param number its place among the questions
	 * @param word its word
	 * @param given the bits of its options, or the one that says a number was given
	 * @param signs the bits of its signs
	 * @param options option to its bit
	 * @param single for each bit of the word the answer that is this option only
	 * @param ids for each bit of the word the option
	 * @param values the bits that each number, or each count of signs, sets
	 */
	record Place(Question question, int number, int word, long given, long signs, Map<String, Long> options,
			Answer[] single, String[] ids, long[] values) {

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
		this.ordered = List.copyOf(this.places.values());
	}

	private void layOut(Question question, List<Condition.Within> comparisons) {
		room(question.options().size() + comparisons.size() + 1);
		Map<String, Long> options = new HashMap<>();
		Answer[] single = new Answer[Long.SIZE];
		String[] ids = new String[Long.SIZE];
		long given = 0;
		long signs = 0;
		for (Option option : question.options()) {
			long bit = next();
			options.put(option.id(), bit);
			single[Long.numberOfTrailingZeros(bit)] = new Answer.Choice(List.of(option.id()));
			ids[Long.numberOfTrailingZeros(bit)] = option.id();
			given |= bit;
			signs |= option.isSign() ? bit : 0;
		}
		if (question.kind() == Kind.NUMBER) {
			given = next();
		}
		int highest = (question.range() != null) ? question.range().to() : question.signs().size();
		long[] values = new long[highest + 1];
		for (Condition.Within within : comparisons) {
			long bit = next();
			this.comparisons.put(within, new Bit(this.word, bit));
			for (int value = within.from(); value <= Math.min(highest, within.to()); value++) {
				values[value] |= bit;
			}
		}
		this.places.put(question.id(),
				new Place(question, this.places.size(), this.word, given, signs, options, single, ids, values));
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

	private long next() {
		return 1L << this.used++;
	}

	/** The place of a question. */
	Place place(String question) {
		return this.places.get(question);
	}

	/** How many questions there are. */
	int questions() {
		return this.ordered.size();
	}

	/** How many words the answers need. */
	int words() {
		return this.word + 1;
	}

	/** Sets the bits of one answer. */
	void add(long[] bits, String question, Answer answer) {
		Place place = this.places.get(question);
		long set = 0;
		if (answer instanceof Answer.Amount amount) {
			set = place.given() | place.values()[amount.value()];
		}
		else if (answer instanceof Answer.Choice choice) {
			for (String option : choice.options()) {
				set |= place.options().get(option);
			}
			if (place.question().kind() == Kind.MULTI) {
				set |= place.values()[Long.bitCount(set & place.signs())];
			}
		}
		bits[place.word()] |= set;
	}

	/** The questions that a test can show, in their order. */
	List<Place> places(BitTest test) {
		long[] all = test.canShow(words());
		return this.ordered.stream().filter((place) -> (all[place.word()] & place.given()) != 0).toList();
	}

	/**
	 * The answers that some bits stand for. What counts as answered without having been
	 * given is not shown.
	 * @param shown the bits
	 * @param places the questions that may be shown
	 * @param answers the answers
	 * @return the part of each question's answer that is shown, null for none
	 */
	static @Nullable Answer[] parts(long[] shown, Place[] places, Answers answers) {
		@Nullable Answer[] parts = new Answer[places.length];
		for (int i = 0; i < places.length; i++) {
			Place place = places[i];
			long part = shown[place.word()] & place.given();
			Answer whole = (part != 0) ? answers.at(place.number()) : null;
			if (whole != null) {
				boolean isWhole = part == (answers.bits()[place.word()] & place.given());
				parts[i] = isWhole ? whole : part(place, part);
			}
		}
		return parts;
	}

	private static Answer part(Place place, long part) {
		if (Long.bitCount(part) == 1) {
			return place.single()[Long.numberOfTrailingZeros(part)];
		}
		String[] options = new String[Long.bitCount(part)];
		int next = 0;
		for (long rest = part; rest != 0; rest &= rest - 1) {
			options[next++] = place.ids()[Long.numberOfTrailingZeros(rest)];
		}
		return new Answer.Choice(List.of(options));
	}

	/**
	 * The only answer that a test can show.
	 * @param test a test
	 * @return null when it can show several
	 */
	@Nullable Map<String, Answer> onlyAnswer(BitTest test) {
		long[] shown = test.canShow(words());
		List<Place> places = places(test);
		if (places.size() != 1 || places.get(0).question().unansweredCountsAs() != null) {
			return null;
		}
		Place place = places.get(0);
		long part = shown[place.word()];
		boolean isOneOption = Long.bitCount(part) == 1 && place.options().containsValue(part);
		return isOneOption ? Map.of(place.question().id(), part(place, part)) : null;
	}

	/** A condition as tests of bits. */
	BitTest test(Condition condition) {
		Condition plain = withoutTerms(condition);
		if (plain instanceof Condition.AllOf all) {
			return BitTest.all(all.parts().stream().map(this::test).toList());
		}
		if (plain instanceof Condition.AnyOf any) {
			return BitTest.any(any.parts().stream().map(this::test).toList());
		}
		if (plain instanceof Condition.Within within) {
			Bit bit = this.comparisons.get(within);
			Place place = this.places.get(within.question());
			return BitTest.of(new BitTest.Bits(bit.word(), bit.mask(),
					(place.question().kind() == Kind.NUMBER) ? place.given() : place.signs()));
		}
		Bit bit = (plain instanceof Condition.Chose chose) ? bit(chose.question(), chose.options())
				: signs(((Condition.AnySign) plain).question());
		return BitTest.of(new BitTest.Bits(bit.word(), bit.mask(), bit.mask()));
	}

	/** The bits of some options of a question. */
	Bit bit(String question, List<String> options) {
		Place place = this.places.get(question);
		return new Bit(place.word(), options.stream().mapToLong(place.options()::get).reduce(0, (a, b) -> a | b));
	}

	private Bit signs(String question) {
		Place place = this.places.get(question);
		return new Bit(place.word(), place.signs());
	}

	/** The parts of a condition, with its terms written out. */
	private Condition withoutTerms(Condition condition) {
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
