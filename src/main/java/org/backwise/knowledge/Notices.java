package org.backwise.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a client is told: the content of {@code notices.yaml}. Texts hold placeholders for
 * the services of the practice.
 *
 * @param notices one for each level
 * @param planNotice the heading of a plan
 * @param guardian what is said when the client is a child
 * @param lead who leads a notice when a rule fired; null in files from before there was
 * one
 * @param again the rule that only time lifts; null in files from before there was one
 * @param letterSays ids of the questions that every letter says first, when they were
 * asked; null in files from before there were any
 */
public record Notices(List<Notice> notices, @Sentence PlanNotice planNotice, Guardian guardian, @Nullable Lead lead,
		@Nullable Again again, @Nullable List<String> letterSays) {

	public Notices {
		letterSays = (letterSays != null) ? List.copyOf(letterSays) : List.of();
	}

	/**
	 * The questions that every letter says first, when they were asked.
	 * @return ids in the order of the letter
	 */
	@Override
	public List<String> letterSays() {
		return (this.letterSays != null) ? this.letterSays : List.of();
	}

	/** Every condition by which a notice says something to some clients only. */
	Stream<Condition> conditions() {
		Stream<Condition> ofNotices = this.notices.stream()
			.flatMap((notice) -> Stream.concat(
					Stream.ofNullable(notice.stepsWhen()).flatMap(List::stream).map(StepWhen::when),
					Stream.ofNullable(notice.letterWhen())));
		return Stream.concat(Stream.of(this.guardian.when()), ofNotices);
	}

	/**
	 * What may stand in braces in a text of the knowledge files: names and numbers that a
	 * practice fills in. A text of {@code techniques.yaml} may name a technique too.
	 */
	public static final List<String> PLACEHOLDERS = List.of("emergency-number", "emergency-department",
			"urgent-service", "urgent-number", "doctor", "maternity-service", "practice", "practice-phone",
			"crisis-service", "crisis-line");

	/**
	 * A referral notice.
	 *
	 * @param level its level
	 * @param prefix the urgency in words, for screen readers
	 * @param heading the action
	 * @param byWhen the deadline
	 * @param steps what to do now
	 * @param doNot what not to do
	 * @param say what to say on the phone
	 * @param massageLater whether and how massage may follow
	 * @param worse what to do when it gets worse
	 * @param letter the words around the doctor's letter
	 * @param stepsWhen steps that are shown to some clients only; null when all are shown
	 * to everybody
	 * @param letterWhen when a letter is offered; null for always
	 */
	public record Notice(Level level, @Sentence String prefix, @Sentence String heading, @Sentence String byWhen,
			@Sentence List<String> steps, @Sentence List<String> doNot, @Sentence String say,
			@Sentence @Nullable String massageLater, @Sentence String worse, @Sentence Letter letter,
			@Nullable List<StepWhen> stepsWhen, @Nullable Condition letterWhen) {

		/**
		 * When a step is shown.
		 * @param number its place, from 1
		 * @return empty when it is shown to everybody
		 */
		public Optional<Condition> when(int number) {
			return (this.stepsWhen == null) ? Optional.empty()
					: this.stepsWhen.stream().filter((step) -> step.step() == number).map(StepWhen::when).findFirst();
		}

	}

	/**
	 * A step that is shown only when its condition holds, or could hold: where an answer
	 * is not known, it is shown.
	 *
	 * @param step its place among the steps, from 1
	 * @param when when it is shown
	 */
	public record StepWhen(int step, Condition when) {
	}

	/**
	 * The words around a letter.
	 *
	 * @param opening who wrote it and why
	 * @param ask what is asked of the doctor
	 * @param closing the end
	 */
	public record Letter(String opening, String ask, String closing) {
	}

	/**
	 * What is said when the client is a child.
	 *
	 * @param when when it is said
	 * @param text the words
	 */
	public record Guardian(Condition when, @Sentence String text) {
	}

	/**
	 * Who leads a notice.
	 *
	 * @param rule id of the rule that makes it so
	 * @param level the level of the notice
	 * @param service the placeholder of the service that leads
	 * @param heading the action
	 * @param step the first step
	 */
	public record Lead(String rule, Level level, String service, @Sentence String heading, @Sentence String step) {
	}

	/**
	 * What only time lifts: the questions open again by themselves.
	 *
	 * @param rule id of the rule
	 * @param afterHours hours from sending the answers
	 * @param text when to come back
	 * @param open what is said once the time has passed
	 */
	public record Again(String rule, int afterHours, @Sentence String text, @Sentence String open) {
	}

	/**
	 * The head of a plan.
	 *
	 * @param heading the heading
	 * @param prefix the outcome in words, for screen readers
	 * @param worse what to do when it gets worse
	 */
	public record PlanNotice(String heading, @Nullable String prefix, List<String> worse) {
	}

}
