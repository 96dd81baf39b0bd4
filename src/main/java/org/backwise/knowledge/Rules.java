package org.backwise.knowledge;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the answers lead to: the content of {@code terms.yaml}, {@code red-flags.yaml} and
 * {@code cautions.yaml}, and what a practice holds less strictly. Every rule is checked,
 * the highest level wins, and order does not matter.
 */
public final class Rules {

	private Rules() {
	}

	/**
	 * A named condition that several rules use.
	 *
	 * @param id its id
	 * @param says the words used for it in a sentence
	 * @param when when it holds; uses earlier terms only
	 */
	public record Term(String id, @Sentence String says, Condition when) {
	}

	/**
	 * A rule that stops or delays massage.
	 *
	 * @param id its id in the contract, such as {@code E-07}
	 * @param title what it is about, fit to be read to a client
	 * @param source where it comes from
	 * @param sources tags of the sources, {@code doc:section} for the source document
	 * @param widens what of the source document it widens
	 * @param because why, to the client
	 * @param level its level, when it has one only
	 * @param when when it holds, when it has one level only
	 * @param levels its levels, most urgent first, when it has several
	 * @param cleared what stays excluded after a therapist recorded a clearance; null
	 * when none lifts it
	 * @param warnWhen to whom the lists of signs that stop a plan name it; null means to
	 * everybody
	 * @param titleForChild what it is about, fit to be read to a child
	 */
	public record Referral(String id, @Sentence String title, Origin source, List<String> sources,
			@Sentence @Nullable String widens, @Sentence String because, @Nullable Level level,
			@Nullable Condition when, @Nullable List<AtLevel> levels, @Nullable Cleared cleared,
			@Nullable Condition warnWhen, @Sentence @Nullable String titleForChild) {

		/**
		 * What it is about.
		 * @param child whether somebody under 16 reads it
		 * @return the title, in gentler words where there are some
		 */
		public String titleFor(boolean child) {
			return (child && this.titleForChild != null) ? this.titleForChild : this.title;
		}

		/**
		 * Its levels, most urgent first; the first that holds is the level at which the
		 * rule fires.
		 * @return at least one level
		 */
		public List<AtLevel> atLevels() {
			if (this.levels != null) {
				return this.levels;
			}
			if (this.level == null || this.when == null) {
				throw new KnowledgeException("red-flags.yaml, rule " + this.id + ": needs 'level' and 'when'");
			}
			return List.of(new AtLevel(this.level, this.when));
		}

	}

	/**
	 * One level of a rule.
	 *
	 * @param level the level
	 * @param when when it holds
	 */
	public record AtLevel(Level level, Condition when) {
	}

	/**
	 * What follows a clearance of a rule at its level see-doctor, or wait.
	 *
	 * @param excludes ids of the techniques that stay excluded
	 * @param leave ids of the areas to leave alone
	 */
	public record Cleared(List<String> excludes, @Nullable List<String> leave) {

		/**
		 * The areas to leave alone.
		 * @return ids of areas, none when nothing is said
		 */
		@Override
		public List<String> leave() {
			return (this.leave != null) ? this.leave : List.of();
		}

	}

	/**
	 * A rule that limits a plan without preventing it.
	 *
	 * @param id its id in the contract, such as {@code K-01}
	 * @param title what it is about
	 * @param source where it comes from
	 * @param sources tags of the sources
	 * @param when when it holds
	 * @param says which of {@code caution}, {@code question} and
	 * {@code see-doctor-advice} it has in every language, so that none is lost with a
	 * change of words
	 * @param caution what the therapist is to do
	 * @param question the same as a question for the therapist
	 * @param because why, to the client
	 * @param excludes ids of the techniques it leaves out
	 * @param leave ids of the areas to leave alone
	 * @param keepsOff whether every place where it hurts is no area to work on
	 * @param givesWayTo id of a referral rule; while that one fires, this one does not
	 * @param beginGently whether the first session avoids deep massage
	 * @param seeDoctorAdvice advice to see a doctor, shown without blocking
	 */
	public record Caution(String id, @Sentence String title, Origin source, List<String> sources, Condition when,
			@Nullable List<String> says, @Sentence @Nullable String caution, @Sentence @Nullable String question,
			@Sentence String because, List<String> excludes, @Nullable List<String> leave, @Nullable Boolean keepsOff,
			@Nullable String givesWayTo, @Nullable Boolean beginGently, @Sentence @Nullable String seeDoctorAdvice) {

		/**
		 * The areas to leave alone.
		 * @return ids of areas, none when nothing is said
		 */
		@Override
		public List<String> leave() {
			return (this.leave != null) ? this.leave : List.of();
		}

		/**
		 * Whether the places where it hurts are not to be worked on.
		 * @return true while an injury is fresh
		 */
		public boolean keepsOffThePain() {
			return Boolean.TRUE.equals(this.keepsOff);
		}

		/**
		 * Whether the first session is to avoid deep massage.
		 * @return true when it asks for a gentle beginning
		 */
		public boolean beginsGently() {
			return Boolean.TRUE.equals(this.beginGently);
		}

	}

	/**
	 * A kind line on where to turn.
	 *
	 * @param id its id
	 * @param when when it is shown
	 * @param text the line, with placeholders for services
	 * @param sources tags of the sources
	 */
	public record Signpost(String id, Condition when, @Sentence String text, List<String> sources) {
	}

	/**
	 * A built-in rule that a practice's own folder holds less strictly, and who answers
	 * for it: an entry of {@code loosened.yaml}. Without an entry no rule may be milder.
	 *
	 * @param rule id of the built-in rule
	 * @param what what is milder, in a sentence
	 * @param name name of the clinician who decided it
	 * @param role the clinician's profession
	 * @param date when, as {@code 2026-11-26}
	 * @param reason why
	 */
	public record Loosened(String rule, String what, String name, String role, String date, String reason) {

		/** The file; a folder that loosens nothing has none. */
		static final String FILE = "loosened.yaml";

	}

}
