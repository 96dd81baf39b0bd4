package org.backwise.triage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * Gives every option, every comparison of a number and every term a bit, so that a
 * condition becomes a few tests of bits. The bits of one question stand in one word.
 */
class AnswerCode implements Condition.Fold<BitTest> {

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
		List<Condition.Within> withins = comparisons(base);
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
		return condition.fold(this);
	}

	@Override
	public BitTest all(List<BitTest> parts) {
		return BitTest.all(parts);
	}

	@Override
	public BitTest any(List<BitTest> parts) {
		return BitTest.any(parts);
	}

	@Override
	public BitTest chose(Condition.Chose chose) {
		return anyOf(bit(chose.question(), chose.options()));
	}

	@Override
	public BitTest anySign(Condition.AnySign sign) {
		Place place = this.places.get(sign.question());
		return anyOf(new Bit(place.word(), place.signs()));
	}

	@Override
	public BitTest within(Condition.Within within) {
		Bit bit = this.comparisons.get(within);
		Place place = this.places.get(within.question());
		return BitTest.of(new BitTest.Bits(bit.word(), bit.mask(),
				(place.question().kind() == Kind.NUMBER) ? place.given() : place.signs()));
	}

	private static BitTest anyOf(Bit bit) {
		return BitTest.of(new BitTest.Bits(bit.word(), bit.mask(), bit.mask()));
	}

	/** The bits of some options of a question. */
	private Bit bit(String question, List<String> options) {
		Place place = this.places.get(question);
		return new Bit(place.word(), options.stream().mapToLong(place.options()::get).reduce(0, (a, b) -> a | b));
	}

	/** Every comparison of a number that any condition of the knowledge base makes. */
	private static List<Condition.Within> comparisons(KnowledgeBase base) {
		return base.conditions()
			.stream()
			.flatMap(Condition::atoms)
			.filter(Condition.Within.class::isInstance)
			.map(Condition.Within.class::cast)
			.distinct()
			.toList();
	}

}
