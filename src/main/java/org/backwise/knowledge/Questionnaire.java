package org.backwise.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the client is asked: the content of {@code questions.yaml}.
 *
 * @param sections safety first, then massage
 * @param parts the parts of a section named in the progress line, in order
 * @param pages one screen each, in order
 * @param retired ids that are never used again
 * @param questions in the order in which they are asked
 */
public record Questionnaire(@Nullable List<String> retired, List<Section> sections, List<Part> parts, List<Page> pages,
		List<Question> questions) {

	/**
	 * Ids that are never used again.
	 * @return ids of questions, options and rules, none when nothing is said
	 */
	@Override
	public List<String> retired() {
		return (this.retired != null) ? this.retired : List.of();
	}

	/** Id of the option that says the client does not know; never the same as no. */
	public static final String NOT_SURE = "not-sure";

	/** Id of the section that decides whether massage is right at all. */
	public static final String SAFETY = "safety";

	/** Id of the section asked only when the safety section leaves a plan possible. */
	public static final String MASSAGE = "massage";

	/**
	 * A section of the questionnaire.
	 *
	 * @param id {@link #SAFETY} or {@link #MASSAGE}
	 * @param title what it is called to the client
	 */
	public record Section(String id, @Sentence String title) {
	}

	/**
	 * A part of a section, for the progress line.
	 *
	 * @param id its id
	 * @param section id of the section it belongs to
	 * @param title what it is called to the client
	 */
	public record Part(String id, String section, @Sentence String title) {
	}

	/**
	 * One screen: a single question, or questions that belong together.
	 *
	 * @param id its id, also the last piece of its address
	 * @param part id of the part it belongs to
	 * @param title the heading of a page with several questions
	 * @param intro a sentence under that heading
	 */
	public record Page(String id, String part, @Sentence @Nullable String title, @Sentence @Nullable String intro) {
	}

	/** How a question is answered. */
	public enum Kind {

		/** One option. */
		SINGLE,
		/** One or more options. */
		MULTI,
		/** A whole number. */
		NUMBER;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Drawings of which the options of a question are parts. */
	public enum Drawing {

		/** A back, seen from behind. */
		BACK;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A question.
	 *
	 * @param id its id in the contract; never reused
	 * @param page id of the page it stands on
	 * @param kind how it is answered
	 * @param ask the question as the client reads it
	 * @param shortName two to five words that name it in lists
	 * @param hint one short sentence beside it
	 * @param why why it is asked
	 * @param asked when it is asked; null means always (in its section)
	 * @param onlyIf a sentence shown when it stands on the page of the question it
	 * depends on
	 * @param unansweredCountsAs the option a decision assumes while it is unanswered
	 * @param mayStayBlank whether nothing is missing without an answer; only for what
	 * decides no level and no technique
	 * @param chooseOneOfOffered whether it is asked when two or more of its options are
	 * offered
	 * @param range the numbers allowed, for a number question
	 * @param missing what the error says when it is left blank
	 * @param options its options in order, empty for a number
	 * @param drawing the drawing that stands beside its options, each a part of it
	 */
	public record Question(String id, String page, Kind kind, @Sentence String ask, @Sentence String shortName,
			@Sentence @Nullable String hint, @Sentence String why, @Nullable Condition asked,
			@Sentence @Nullable String onlyIf, @Nullable String unansweredCountsAs, @Nullable Boolean mayStayBlank,
			@Nullable Boolean chooseOneOfOffered, @Nullable Range range, @Sentence String missing,
			@Nullable List<Option> options, @Nullable Drawing drawing) {

		public Question {
			options = (options != null) ? List.copyOf(options) : List.of();
		}

		/**
		 * The options in order.
		 * @return the options, empty for a number question
		 */
		@Override
		public List<Option> options() {
			return (this.options != null) ? this.options : List.of();
		}

		/**
		 * The same question with other options.
		 * @param others the options
		 * @return the question
		 */
		public Question with(List<Option> others) {
			return new Question(this.id, this.page, this.kind, this.ask, this.shortName, this.hint, this.why,
					this.asked, this.onlyIf, this.unansweredCountsAs, this.mayStayBlank, this.chooseOneOfOffered,
					this.range, this.missing, others, this.drawing);
		}

		/**
		 * The same question as somebody under 16 reads it.
		 * @return the question, with gentler words where there are some
		 */
		public Question forChild() {
			return with(options().stream().map(Option::forChild).toList());
		}

		/**
		 * Whether it may be left blank.
		 * @return true for what decides no level and no technique
		 */
		public boolean isOptional() {
			return Boolean.TRUE.equals(this.mayStayBlank);
		}

		/**
		 * Whether its options come from earlier answers and it is asked when two or more
		 * are offered.
		 * @return true for the "which of these most" questions
		 */
		public boolean choosesOneOfOffered() {
			return Boolean.TRUE.equals(this.chooseOneOfOffered);
		}

		/**
		 * The option with this id.
		 * @param id an option id
		 * @return the option
		 * @throws KnowledgeException when there is none
		 */
		public Option option(String id) {
			return options().stream()
				.filter((option) -> option.id().equals(id))
				.findFirst()
				.orElseThrow(() -> new KnowledgeException("questions.yaml, question " + this.id + ": no such option"));
		}

		/**
		 * When it is asked, and when its options are offered.
		 * @return the conditions there are
		 */
		public Stream<Condition> conditions() {
			return Stream.concat(Stream.ofNullable(this.asked),
					options().stream().flatMap((option) -> Stream.ofNullable(option.offered())));
		}

		/**
		 * The signs: every option but the excluding ones, the gates and {@code not-sure}.
		 * @return the signs in order
		 */
		public List<Option> signs() {
			return options().stream().filter(Option::isSign).toList();
		}

	}

	/**
	 * One answer to choose.
	 *
	 * @param id its id in the contract; never reused
	 * @param label what the client reads
	 * @param means one plain definition
	 * @param alone whether it excludes every other option of its question
	 * @param gate whether it only opens a rule and is never counted as a sign
	 * @param offered when it is offered, for questions that choose among earlier answers
	 * @param heading the words over it and the options that follow
	 * @param labelForChild what a child reads instead
	 * @param meansForChild the definition for a child
	 */
	public record Option(String id, @Sentence String label, @Sentence @Nullable String means, @Nullable Boolean alone,
			@Nullable Boolean gate, @Nullable Condition offered, @Sentence @Nullable String heading,
			@Sentence @Nullable String labelForChild, @Sentence @Nullable String meansForChild) {

		/**
		 * Whether choosing it excludes every other option.
		 * @return true for "none of these"
		 */
		public boolean excludesOthers() {
			return Boolean.TRUE.equals(this.alone);
		}

		/**
		 * Whether it counts as a sign.
		 * @return false for excluding options, for gates and for {@code not-sure}
		 */
		public boolean isSign() {
			return !standsApart() && !Boolean.TRUE.equals(this.gate);
		}

		/**
		 * The same option as somebody under 16 reads it.
		 * @return the option, with gentler words where there are some
		 */
		public Option forChild() {
			return new Option(this.id, (this.labelForChild != null) ? this.labelForChild : this.label,
					(this.meansForChild != null) ? this.meansForChild : this.means, this.alone, this.gate, this.offered,
					this.heading, null, null);
		}

		/**
		 * The same option in other words, which need no definition.
		 * @param words what the client reads
		 * @return the option
		 */
		public Option saying(String words) {
			return new Option(this.id, words, null, this.alone, this.gate, this.offered, this.heading, null, null);
		}

		/**
		 * Whether it stands apart from the list, after it.
		 * @return true for excluding options and for {@code not-sure}
		 */
		public boolean standsApart() {
			return excludesOthers() || NOT_SURE.equals(this.id);
		}

	}

	/**
	 * The numbers a number question allows.
	 *
	 * @param from lowest, inclusive
	 * @param to highest, inclusive
	 * @param unit what is counted, such as years
	 * @param words words shown beside some of the numbers
	 */
	public record Range(int from, int to, @Sentence String unit, @Sentence @Nullable Map<Integer, String> words) {
	}

}
