package org.backwise.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Question;

/**
 * What a client is asked during the care, and what each answer leads to: the content of
 * {@code follow-up.yaml}. The warning signs are those of the questionnaire; nothing of
 * them is said twice. Source: the contract of care over time.
 *
 * @param parts the parts named in the progress line, in order
 * @param pages one screen each, in order
 * @param facts what is known beside the answers, so that rules can speak of it
 * @param questions the questions that only a check-in asks
 * @param borrowed the questions of the questionnaire that a check-in asks again
 * @param known the question about each finding that a clearance lifted
 * @param lookAgain the page to which an answer leads back
 * @param merged facts about the answers of the questionnaire with those of the check-in
 * put in their place
 * @param joined ids of questions whose earlier signs stay
 * @param sets what an answer of the check-in says about the questionnaire
 * @param measures the sizes of a real change
 * @param roles the questions that the measures read
 * @param terms named conditions
 * @param rules what a check-in leads to; every rule is checked
 * @param cautions what the therapist minds, in a fixed order
 * @param outcomes what the client reads first
 * @param timing when things happen
 */
public record FollowUp(List<Questionnaire.Part> parts, List<AskingPage> pages, List<Fact> facts,
		List<Question> questions, List<Borrowed> borrowed, Question known, LookAgain lookAgain, List<MergedFact> merged,
		List<String> joined, List<Sets> sets, Measures measures, Roles roles, List<Rules.Term> terms,
		List<CareRules.Rule> rules, List<CareRules.Caution> cautions, List<CareRules.OutcomeWords> outcomes,
		Timing timing) {

	/** What the pages fill into its sentences. */
	static final Set<String> PLACEHOLDERS = Set.of("date", "told", "activity", "habit", "title");

	/** The page of what is known beside the answers; nobody sees it. */
	public static final String FACTS = "facts";

	/** The file. */
	static final String FILE = "follow-up.yaml";

	/** What a check-in leads to, from strict to mild. */
	public enum Outcome {

		/** Call the emergency number or go to the emergency department now. */
		EMERGENCY(Level.EMERGENCY),
		/** See somebody the same day. */
		URGENT(Level.URGENT),
		/** A doctor before any more massage. */
		SEE_DOCTOR(Level.SEE_DOCTOR),
		/** No massage until something has passed. */
		WAIT(Level.WAIT),
		/** The plan ends; another kind of care may suit better. */
		END_AND_REFER(null),
		/** Sessions closer together again. */
		STEP_BACK(null),
		/** The same rhythm for longer. */
		HOLD(null),
		/** As planned. */
		GO_ON(null),
		/** Sessions further apart. */
		STEP_DOWN(null),
		/** The care is over, by success or by wish. */
		FINISH(null);

		private final @Nullable Level level;

		Outcome(@Nullable Level level) {
			this.level = level;
		}

		/**
		 * The level at which it refers.
		 * @return null for everything that does not pause a plan
		 */
		public @Nullable Level level() {
			return this.level;
		}

		/**
		 * Whether it pauses the plan at once.
		 * @return true for the four safety outcomes
		 */
		public boolean pauses() {
			return this.level != null;
		}

		/**
		 * Whether it comes before another one.
		 * @param other the outcome to compare with
		 * @return true when this one is stricter
		 */
		public boolean isStricterThan(Outcome other) {
			return compareTo(other) < 0;
		}

		/**
		 * The outcome of a level.
		 * @param level a level
		 * @return one of the four safety outcomes
		 */
		public static Outcome of(Level level) {
			return Stream.of(values()).filter((outcome) -> outcome.level == level).findFirst().orElseThrow();
		}

		/**
		 * The outcome with an id.
		 * @param id as it stands in records
		 * @return empty when there is none
		 */
		public static Optional<Outcome> parse(@Nullable String id) {
			return Stream.of(values()).filter((outcome) -> outcome.toString().equals(id)).findFirst();
		}

		/** The id used in the files, the JSON API and the records. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** When a check-in is made. */
	public enum Moment {

		/** Before the first session; it sets the baseline. */
		START,
		/** Before a session. */
		SESSION,
		/** Before a session at which the rhythm may change. */
		REVIEW,
		/** Something has changed between two sessions. */
		BETWEEN,
		/** Before the first session after a pause. */
		RETURN,
		/** Four weeks after the end of the care. */
		AFTER_4_WEEKS,
		/** Twelve weeks after the end of the care. */
		AFTER_12_WEEKS;

		/**
		 * The moment with an id.
		 * @param id as it stands in records
		 * @return empty when there is none
		 */
		public static Optional<Moment> parse(@Nullable String id) {
			return Stream.of(values()).filter((moment) -> moment.toString().equals(id)).findFirst();
		}

		/** The id used in the files, the JSON API and the records. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replaceAll("_(?=\\d|W)", "-").replace('_', '-');
		}

	}

	/**
	 * One screen of a check-in.
	 *
	 * @param id its id, also the last piece of its address
	 * @param part id of the part it belongs to
	 * @param asks ids of the questions on it, in order
	 * @param title the heading of a page with several questions
	 * @param intro a sentence under that heading
	 */
	public record AskingPage(String id, String part, List<String> asks, @Sentence @Nullable String title,
			@Sentence @Nullable String intro) {
	}

	/**
	 * Something that is known beside the answers.
	 *
	 * @param id its id
	 * @param shortName two to five words that name it
	 * @param range the numbers it can be, for a number
	 * @param options what it can be, otherwise
	 * @param several whether it can be several of them
	 * @param counted whether it comes from the answers of the check-in itself, so that it
	 * is known only when they are read
	 */
	public record Fact(String id, @Sentence String shortName, @Nullable FactRange range,
			@Nullable List<FactOption> options, @Nullable Boolean several, @Nullable Boolean counted) {

		/**
		 * What it can be.
		 * @return the options, none for a number
		 */
		@Override
		public List<FactOption> options() {
			return Objects.requireNonNullElse(this.options, List.of());
		}

		/**
		 * Whether it is known only when the answers are read.
		 * @return true for a measure
		 */
		public boolean isCounted() {
			return Boolean.TRUE.equals(this.counted);
		}

	}

	/**
	 * The numbers that a fact can be.
	 *
	 * @param from lowest, inclusive
	 * @param to highest, inclusive
	 */
	public record FactRange(int from, int to) {
	}

	/**
	 * What a fact can be.
	 *
	 * @param id its id
	 * @param label what it is called
	 */
	public record FactOption(String id, @Sentence String label) {
	}

	/**
	 * A question of the questionnaire that a check-in asks again.
	 *
	 * @param id its id
	 * @param asked when it is asked; null for as in the questionnaire
	 * @param ask the question as it reads in a check-in, null for the same words
	 */
	public record Borrowed(String id, @Nullable Condition asked, @Sentence @Nullable String ask) {
	}

	/**
	 * What is offered to be read once more.
	 *
	 * @param when when, over the check-in
	 * @param page id of the page
	 */
	public record LookAgain(Condition when, String page) {
	}

	/**
	 * A fact about the merged sheet.
	 *
	 * @param id id of a fact with the options yes and no
	 * @param when when it holds, over the questionnaire
	 */
	public record MergedFact(String id, Condition when) {
	}

	/**
	 * What an answer of the check-in says about the questionnaire.
	 *
	 * @param when when, over the check-in
	 * @param question id of a question of the questionnaire
	 * @param to the option it becomes, or that is added to a question with several
	 */
	public record Sets(Condition when, String question, String to) {
	}

	/**
	 * The sizes of a real change, all in whole numbers.
	 *
	 * @param need by the pain at the start, from 0 to 10, how much less it has to be; 0
	 * for never
	 * @param worse how much more pain is worse
	 * @param activityEach how much each activity has to change, of 10
	 * @param activitySingle how much when there is only one
	 * @param settledPain the most pain that is settled
	 * @param settledAboveBest how far above the best
	 * @param settledActivity how much each activity is then, at least
	 * @param wellPain the most pain of somebody who is well
	 * @param wellActivity how much each activity is then, at least
	 * @param flarePain the least pain of a flare
	 * @param flareAboveBest how far above the best
	 * @param felt what the answers about the change mean, by their ids
	 */
	public record Measures(List<Integer> need, int worse, int activityEach, int activitySingle, int settledPain,
			int settledAboveBest, int settledActivity, int wellPain, int wellActivity, int flarePain,
			int flareAboveBest, Map<String, String> felt) {
	}

	/**
	 * The questions that the measures read, and the answers that mean something to them.
	 *
	 * @param pain how bad the pain is
	 * @param activities how well each activity goes
	 * @param change how it is since the plan began
	 * @param tension whether the muscles feel tight
	 * @param tight the answer that says all the time
	 * @param movement how free the movement is
	 * @param stiff the answer that says much less
	 * @param reaction how it was after the last massage
	 * @param badReactions the answers that are no usual soreness
	 * @param habitDays on how many days the habit was done
	 * @param slowHabit at how many days the habit is too big
	 * @param doctorSeen whether a doctor has seen it again since the plan began
	 * @param seen the answer that says yes
	 * @param duration how long the pain has lasted
	 * @param longLasting the answers that say over six weeks, each with the days after
	 * which it is so at the latest
	 * @param warm the technique that is about warmth
	 * @param health the questions about the health that the client is reminded of
	 */
	public record Roles(String pain, List<String> activities, String change, String tension, String tight,
			String movement, String stiff, String reaction, List<String> badReactions, String habitDays, int slowHabit,
			String doctorSeen, String seen, String duration, Map<String, Integer> longLasting, String warm,
			List<String> health) {
	}

	/**
	 * When things happen, in days unless they say otherwise.
	 *
	 * @param opensHours hours before a session at which its check-in opens
	 * @param holdsHours hours for which a sheet holds
	 * @param freshQuestionnaire how old a questionnaire may be to give the pain at the
	 * start
	 * @param reviews the kept sessions of a phase before which there is a review, by
	 * phase; the last planned one of a block always has one
	 * @param lapses days without a session after which a plan has lapsed, by phase
	 * @param longestPause the longest pause, and the longest lapse without a fresh
	 * questionnaire
	 * @param wholeAgain weeks after which the whole questionnaire is answered afresh
	 * @param waitHours hours for which a wait lasts at least
	 * @param block how many sessions a block after a step back has
	 * @param stepBackDays days for which a step back counts
	 * @param mostMonthly the most sessions of the last phase
	 * @param after the days after the end at which there is a check-in
	 */
	public record Timing(int opensHours, int holdsHours, int freshQuestionnaire, Map<String, List<Integer>> reviews,
			Map<String, Integer> lapses, int longestPause, int wholeAgain, int waitHours, int block, int stepBackDays,
			int mostMonthly, List<Integer> after) {
	}

	/**
	 * The rule by which a plan goes on when no other rule holds.
	 * @return a rule without a condition; empty in files from before it had an id
	 */
	public Optional<CareRules.Rule> otherwise() {
		return this.outcomes.stream()
			.filter((words) -> words.otherwise() != null)
			.findFirst()
			.map((words) -> new CareRules.Rule(Objects.requireNonNull(words.otherwise()),
					Outcome.parse(words.id()).orElseThrow(), null, null, null, null, null, null, null, null,
					Objects.requireNonNull(words.source()), Objects.requireNonNullElse(words.sources(), List.of()),
					Objects.requireNonNull(words.title()), null));
	}

	/**
	 * What the client reads first.
	 * @param outcome an outcome that does not pause the plan
	 * @return one or two sentences
	 */
	public String words(Outcome outcome) {
		return this.outcomes.stream()
			.filter((words) -> words.id().equals(outcome.toString()))
			.map(CareRules.OutcomeWords::text)
			.findFirst()
			.orElseThrow(() -> new KnowledgeException("follow-up.yaml, outcomes: no words for that outcome"));
	}

}
