package org.backwise.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.FollowUp.Outcome;

/**
 * The rules of {@code follow-up.yaml}: what a check-in leads to, and what the therapist
 * minds. Source: the contract of care over time.
 */
public final class CareRules {

	private CareRules() {
	}

	/**
	 * What a check-in leads to.
	 *
	 * @param id its id in the contract, such as {@code FD-01}
	 * @param outcome the outcome
	 * @param to how many phases on or back it leads, such as -1; null for none
	 * @param toPhase the phase it leads to, whatever the one before
	 * @param finding the level of a new finding at which it holds; then it has no other
	 * condition
	 * @param worseFindings the answers about a known finding at which it holds
	 * @param of the rules of those findings; null for every other one
	 * @param when when it holds, otherwise; with {@code worse-findings} both
	 * @param overrules the outcomes that are only reported beside it
	 * @param leftToClient whether the client chooses: the end that it proposes, or to go
	 * on in the same rhythm
	 * @param source where it comes from
	 * @param sources tags of the sources
	 * @param title what it is about, to the therapist
	 * @param titleForClient the same to the client, null where one title fits both
	 */
	public record Rule(String id, Outcome outcome, @Nullable Integer to, @Nullable String toPhase,
			@Nullable Level finding, @Nullable List<String> worseFindings, @Nullable List<String> of,
			@Nullable Condition when, @Nullable List<Outcome> overrules, @Nullable Boolean leftToClient, Origin source,
			List<String> sources, @Sentence String title, @Sentence @Nullable String titleForClient) {

		/**
		 * What it is about, as the client reads it.
		 * @return words to the client
		 */
		public String toClient() {
			return (this.titleForClient != null) ? this.titleForClient : this.title;
		}

		/**
		 * The outcomes that are only reported beside it.
		 * @return none for almost every rule
		 */
		@Override
		public List<Outcome> overrules() {
			return Objects.requireNonNullElse(this.overrules, List.of());
		}

		/**
		 * Whether the client chooses to finish or to go on.
		 * @return true for the end by success
		 */
		public boolean isLeftToClient() {
			return Boolean.TRUE.equals(this.leftToClient);
		}

	}

	/** What a caution offers to change in a plan. */
	public enum Offer {

		/** The technique that suits as well and was not used last. */
		TECHNIQUE,
		/** Another small habit. */
		HABIT;

		/** The id used in the files. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What the therapist minds at the next session.
	 *
	 * @param id its id in the contract, such as {@code FK-02}
	 * @param when when it holds
	 * @param confirm whether the therapist ticks it before a session can be kept
	 * @param excludes ids of the techniques that are left out
	 * @param as id of a caution whose techniques are left out
	 * @param signpost id of a kind line that the client reads
	 * @param offers what the therapist is offered to change in the plan, null for nothing
	 * @param cause id of the cause whose habits are offered, null for the habit that the
	 * client chose
	 * @param decidedIn the phases in which to go on waits for a therapist's decision
	 * @param source where it comes from
	 * @param sources tags of the sources
	 * @param says what the therapist reads
	 */
	public record Caution(String id, Condition when, @Nullable Boolean confirm, @Nullable List<String> excludes,
			@Nullable String as, @Nullable String signpost, @Nullable Offer offers, @Nullable String cause,
			@Nullable List<String> decidedIn, Origin source, List<String> sources, @Sentence String says) {

		/**
		 * The phases in which to go on waits for a therapist's decision.
		 * @return ids, none for almost every caution
		 */
		@Override
		public List<String> decidedIn() {
			return Objects.requireNonNullElse(this.decidedIn, List.of());
		}

		/**
		 * Whether the therapist ticks it.
		 * @return true where a session waits for it
		 */
		public boolean isConfirmed() {
			return Boolean.TRUE.equals(this.confirm);
		}

		/**
		 * The techniques that are left out.
		 * @return ids, maybe none
		 */
		@Override
		public List<String> excludes() {
			return Objects.requireNonNullElse(this.excludes, List.of());
		}

	}

	/**
	 * What the client reads first after sending.
	 *
	 * @param id id of an outcome that does not pause the plan
	 * @param otherwise id of the rule by which it comes out when no other rule holds,
	 * such as {@code FG-01}; null for every outcome but one
	 * @param source where that rule comes from
	 * @param sources tags of its sources
	 * @param title what that rule is about, to the therapist
	 * @param text one or two sentences
	 */
	public record OutcomeWords(String id, @Nullable String otherwise, @Nullable Origin source,
			@Nullable List<String> sources, @Sentence @Nullable String title, @Sentence String text) {
	}

}
