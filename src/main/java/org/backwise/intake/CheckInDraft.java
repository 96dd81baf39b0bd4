package org.backwise.intake;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.ChangedAnswer;
import org.backwise.followup.CheckInReading;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Page;

/**
 * A check-in on its way.
 *
 * @param moment when it is made
 * @param questions what a check-in asks
 * @param reading the answers so far
 * @param journey the way through the pages
 * @param named the things that matter, null until they are named
 * @param about the page that asks how well they go
 * @param changes answers altered so far
 */
record CheckInDraft(Moment moment, KnowledgeBase questions, CheckInReading reading, Journey journey,
		@Nullable List<String> named, Page about, List<ChangedAnswer> changes) {

	/** The step in which the things that matter are named. */
	static final String NAMING = "things";

	static CheckInDraft of(Moment moment, KnowledgeBase questions, CheckInReading reading, @Nullable List<String> named,
			Page about, List<ChangedAnswer> changes) {
		return new CheckInDraft(moment, questions, reading, new Journey(questions, reading.reading()), named, about,
				List.copyOf(changes));
	}

	List<String> activities() {
		return (this.named != null) ? this.named : List.of();
	}

	/** Whether the things that matter belong to it. */
	boolean names() {
		return this.moment == Moment.START && this.journey.contains(this.about);
	}

	/** Whether they are to be named now, before how well they go is asked. */
	boolean mayName() {
		return names() && this.journey.firstPageMissing().filter((page) -> isBefore(page, this.about)).isEmpty();
	}

	boolean mayShow(Page page) {
		boolean early = names() && this.named == null && !isBefore(page, this.about);
		return this.journey.mayShow(page) && !early;
	}

	boolean isComplete() {
		return this.reading.isComplete() && (this.named != null || !names() || this.reading.isEmergency());
	}

	/** Whether everything else is answered, so that this step is the last one. */
	boolean isLast(String step) {
		List<String> open = steps().stream().filter(this::isOpen).filter((one) -> !one.equals(step)).toList();
		return open.isEmpty();
	}

	private boolean isOpen(String step) {
		return step.equals(NAMING) ? this.named == null
				: this.journey.pages()
					.stream()
					.filter((page) -> page.id().equals(step))
					.anyMatch(this.journey::isMissing);
	}

	/** All steps in order, by the last piece of their addresses. */
	List<String> steps() {
		return this.journey.pages()
			.stream()
			.flatMap((page) -> (names() && page.equals(this.about)) ? java.util.stream.Stream.of(NAMING, page.id())
					: java.util.stream.Stream.of(page.id()))
			.toList();
	}

	/** The first step that is not done. */
	Optional<String> next() {
		return steps().stream().filter(this::isOpen).findFirst();
	}

	/** The step after one, answered or not; else the first that is not done. */
	Optional<String> after(String step) {
		List<String> steps = steps();
		int at = steps.indexOf(step);
		String open = next().orElse(null);
		boolean onward = at >= 0 && at + 1 < steps.size() && (open == null || steps.indexOf(open) >= at + 1);
		return onward ? Optional.of(steps.get(at + 1)) : Optional.ofNullable(open);
	}

	Optional<String> before(String step) {
		int at = steps().indexOf(step);
		return (at > 0) ? Optional.of(steps().get(at - 1)) : Optional.empty();
	}

	private boolean isBefore(Page page, Page other) {
		List<Page> pages = this.questions.questionnaire().pages();
		return pages.indexOf(page) < pages.indexOf(other);
	}

	@Override
	public String toString() {
		return "a check-in on its way";
	}

}
