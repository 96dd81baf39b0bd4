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
 */
public record PlanGuide(int sessionMinutes, List<Phase> phases, @Sentence String review, @Sentence String consistency,
		@Sentence List<String> benefits, List<Evidence> evidence, @Sentence String sessionLengthEvidence,
		@Sentence String stop, @Sentence String therapistChecks, @Sentence String suggestion, List<Story> story) {

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
	 * @param sources tags of the sources
	 */
	public record Evidence(String id, @Sentence String text, List<String> sources) {
	}

	/**
	 * Something the source document explains, in our words.
	 *
	 * @param id its id
	 * @param title its title
	 * @param text the text
	 * @param document id of the document's section
	 */
	public record Story(String id, @Sentence String title, @Sentence String text, String document) {
	}

}
