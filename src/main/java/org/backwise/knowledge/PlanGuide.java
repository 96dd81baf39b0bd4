package org.backwise.knowledge;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How a plan is built and explained: the content of {@code plan.yaml}.
 *
 * @param sessionMinutes length of a session in minutes
 * @param phases the phases in order
 * @param review what follows the last session
 * @param consistency why one session is not enough
 * @param benefits what consistency may bring
 * @param evidence honest evidence lines, the first one leads
 * @param sessionLengthEvidence what stands behind the length
 * @param stop the words before the signs that stop a plan
 * @param therapistChecks that a therapist will check it
 * @param suggestion that a date is a suggestion until it is booked
 * @param story what the source document explains
 * @param areas where to work and where not; null in files from before there were areas
 * @param habits one small habit for each contributor; null in files from before
 */
public record PlanGuide(int sessionMinutes, List<Phase> phases, @Sentence String review, @Sentence String consistency,
		@Sentence List<String> benefits, List<Evidence> evidence, @Sentence String sessionLengthEvidence,
		@Sentence String stop, @Sentence String therapistChecks, @Sentence String suggestion, List<Story> story,
		@Nullable Areas areas, @Nullable List<Habit> habits) {

	/** The conditions there are, in the order of the file. */
	Stream<Condition> conditions() {
		Stream<Condition> working = (this.areas != null) ? this.areas.work().stream().map(WorkArea::when)
				: Stream.empty();
		return Stream.concat(this.phases.stream().flatMap(Phase::conditions), working);
	}

	/**
	 * A phase.
	 *
	 * @param id its id in the contract
	 * @param name what it is called
	 * @param everyDays days between its sessions
	 * @param when when it is part of a plan; null means always
	 * @param sessions how many sessions: the first line that holds
	 * @param extra more sessions
	 * @param purpose what it is for
	 * @param goals what to reach
	 * @param step when to move on
	 */
	public record Phase(String id, @Sentence String name, int everyDays, @Nullable Condition when, List<Count> sessions,
			@Nullable Extra extra, @Sentence String purpose, @Sentence List<String> goals, @Sentence String step) {

		/**
		 * When it is part of a plan and how many sessions it has.
		 * @return the conditions there are
		 */
		public Stream<Condition> conditions() {
			return Stream
				.of(Stream.ofNullable(this.when),
						this.sessions.stream().flatMap((count) -> Stream.ofNullable(count.when())),
						Stream.ofNullable(this.extra).map(Extra::when))
				.flatMap((conditions) -> conditions);
		}

	}

	/**
	 * A number of sessions.
	 *
	 * @param sessions how many
	 * @param when when; null means otherwise
	 */
	public record Count(int sessions, @Nullable Condition when) {
	}

	/**
	 * Sessions on top.
	 *
	 * @param sessions how many more
	 * @param atMost the most there can be
	 * @param when when
	 */
	public record Extra(int sessions, int atMost, Condition when) {
	}

	/**
	 * An evidence line.
	 *
	 * @param id its id
	 * @param text what was found, with its strength
	 * @param leads whether everybody reads it, unfolded
	 * @param sources tags of the sources
	 */
	public record Evidence(String id, @Sentence String text, @Nullable Boolean leads, List<String> sources) {

		/**
		 * Whether everybody reads it.
		 * @return true for the lines that are not folded
		 */
		public boolean isLeading() {
			return Boolean.TRUE.equals(this.leads);
		}

	}

	/**
	 * Where to work: every place where it hurts, and more; and where to leave alone.
	 *
	 * @param work areas beside the places where it hurts, in order
	 * @param whole the area when nothing else is left
	 * @param elsewhere the area when nothing is left because an injury is kept off
	 * @param leave areas that rules say to leave alone
	 */
	public record Areas(List<WorkArea> work, Area whole, Area elsewhere, List<Area> leave) {

		/**
		 * Every area with its name.
		 * @return those to work on, then those to leave alone
		 */
		public Stream<Area> all() {
			return Stream
				.of(this.work.stream().map((area) -> new Area(area.id(), area.name())),
						Stream.of(this.whole, this.elsewhere), this.leave.stream())
				.flatMap((areas) -> areas);
		}

	}

	/**
	 * A part of the body.
	 *
	 * @param id its id in the contract
	 * @param name what it is called, fit to stand in a list
	 */
	public record Area(String id, @Sentence String name) {
	}

	/**
	 * An area to work on beside the places where it hurts.
	 *
	 * @param id its id; that of a place where it can hurt stands for that place
	 * @param when when it is one
	 * @param unless ids of places; when it hurts in one of them, this area is left out
	 * @param name what it is called
	 */
	public record WorkArea(String id, Condition when, @Nullable List<String> unless, @Sentence String name) {

		/**
		 * The places that stand for it.
		 * @return ids of places, none when nothing is said
		 */
		@Override
		public List<String> unless() {
			return (this.unless != null) ? this.unless : List.of();
		}

	}

	/**
	 * A small habit.
	 *
	 * @param id id of the contributor that it answers
	 * @param target the days of seven that it aims at
	 * @param otherwise whether it is for whom no other one is
	 * @param name what it is called
	 * @param text what to do and how often
	 */
	public record Habit(String id, int target, @Nullable Boolean otherwise, @Sentence String name,
			@Sentence String text) {

		/**
		 * Whether it is for whom no other one is.
		 * @return true for one habit
		 */
		public boolean isOtherwise() {
			return Boolean.TRUE.equals(this.otherwise);
		}

	}

	/**
	 * Something the source document explains, in our words.
	 *
	 * @param id its id
	 * @param title its title
	 * @param text the text
	 * @param document id of the document's section
	 * @param nothingTicked whether it stands in the place of a cause when none was ticked
	 */
	public record Story(String id, @Sentence String title, @Sentence String text, String document,
			@Nullable Boolean nothingTicked) {

		/**
		 * Whether it stands in the place of a cause when none was ticked.
		 * @return true for one story at most
		 */
		public boolean isForNothingTicked() {
			return Boolean.TRUE.equals(this.nothingTicked);
		}

	}

}
