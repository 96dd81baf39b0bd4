package org.backwise.triage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What a set of answers means. The shape of the JSON door's answer and of the stored
 * record.
 *
 * @param outcome a referral or a care plan
 * @param level the level of a referral, null for a care plan
 * @param lead placeholder of the service that leads the notice, null for the usual one
 * @param findings every rule that stops or delays massage, by family and number; empty
 * for a care plan
 * @param cautions every rule that limits a plan, by family and number; empty for a
 * referral
 * @param complementary whether the plan follows a clearance
 * @param cleared the findings that a therapist's clearance lifted
 * @param technique the choice of technique, null for a referral
 * @param phases the phases of the plan in order, empty for a referral
 * @param areas where to work and where not; null for a referral, and for a decision from
 * before there were areas
 * @param habit the small habit between the sessions; null as for the areas
 * @param sensitised whether the sensitised pattern holds, a prompt for the therapist
 * @param ignored ids of questions that were answered but not asked
 * @param knowledge the knowledge base that decided
 */
public record Assessment(Outcome outcome, @Nullable Level level, @Nullable String lead, List<Finding> findings,
		List<Caution> cautions, boolean complementary, List<Cleared> cleared, @Nullable TechniqueChoice technique,
		List<PlannedPhase> phases, @Nullable Areas areas, @Nullable Habit habit, boolean sensitised,
		List<String> ignored, KnowledgeVersion knowledge) {

	/** What a set of answers leads to. */
	public enum Outcome {

		/** Somebody else should look first. */
		REFERRAL,
		/** Massage may be planned. */
		CARE_PLAN;

		/** The id used in the JSON door and the records. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A rule that stops or delays massage, and why it fired.
	 *
	 * @param rule id of the rule
	 * @param level the level at which it fired
	 * @param source where the rule comes from
	 * @param because why, to the client
	 * @param answers the answers that made it fire
	 */
	public record Finding(String rule, Level level, Origin source, String because, Map<String, Answer> answers) {
	}

	/**
	 * A rule that limits a plan.
	 *
	 * @param rule id of the rule
	 * @param source where the rule comes from
	 * @param caution what the therapist is to do, null when it only excludes
	 * @param excludes ids of the techniques it leaves out
	 */
	public record Caution(String rule, Origin source, @Nullable String caution, List<String> excludes) {
	}

	/**
	 * A finding that a therapist's clearance lifted.
	 *
	 * @param rule id of the rule
	 * @param level the level at which it fired
	 * @param excludes ids of the techniques that it leaves out all the same
	 */
	public record Cleared(String rule, Level level, List<String> excludes) {
	}

	/**
	 * Where to work and where to leave alone, for the therapist to confirm by hand.
	 *
	 * @param work ids of areas, at least one
	 * @param leave areas to leave alone, each with the rule that says so
	 */
	public record Areas(List<String> work, List<Left> leave) {
	}

	/**
	 * An area to leave alone.
	 *
	 * @param area id of the area
	 * @param rule id of the rule that says so
	 */
	public record Left(String area, String rule) {
	}

	/**
	 * The small habit between the sessions.
	 *
	 * @param habit its id
	 * @param chosenBy who chose it
	 */
	public record Habit(String habit, ChosenBy chosenBy) {

		/** Who chose a habit. */
		public enum ChosenBy {

			/** The client. */
			CLIENT,
			/** The rule, because the client left it open. */
			RULE;

			/** The id used in the JSON API and the records. */
			@Override
			public String toString() {
				return name().toLowerCase(Locale.ROOT);
			}

		}

	}

	/**
	 * The choice of technique.
	 *
	 * @param primary id of the technique to begin with
	 * @param alternative id of the one that may be chosen instead, null when none is left
	 * @param scores technique to points, raw and for all of them
	 * @param excluded technique to the rules that leave it out
	 * @param counted what the points come from: indications, causes, bonuses, then the
	 * client's wish where the technique fulfils it; empty too in a decision that was
	 * stored before it was kept
	 */
	public record TechniqueChoice(String primary, @Nullable String alternative, Map<String, Integer> scores,
			Map<String, List<String>> excluded, List<CountedRow> counted) {

		public TechniqueChoice {
			counted = Objects.requireNonNullElse(counted, List.of());
		}

		/**
		 * What counted of one kind.
		 * @param kind a kind
		 * @return the rows in the order of the guide
		 */
		public Stream<CountedRow> counted(CountedRow.Kind kind) {
			return this.counted.stream().filter((row) -> row.kind() == kind);
		}

	}

	/**
	 * Something in the answers that speaks for techniques.
	 *
	 * @param kind what it is
	 * @param id id of the cause or indication; of a bonus its technique; of a wish the
	 * option chosen
	 * @param main whether it is the main cause or complaint, whose points count more than
	 * once
	 * @param points technique to points, counted once; a wish has none to give
	 * @param why what it is, to the client
	 */
	public record CountedRow(Kind kind, String id, boolean main, Map<String, Integer> points, String why) {

		/** Kinds of rows. */
		public enum Kind {

			/** Something that massage may suit. */
			INDICATION,
			/** A cause of the pain. */
			CAUSE,
			/** Extra points for one technique. */
			BONUS,
			/** The kind of massage that the client would like, and gets. */
			WISH;

			/** The id used in the JSON API and the records. */
			@Override
			public String toString() {
				return name().toLowerCase(Locale.ROOT);
			}

		}

		/**
		 * The points for a technique.
		 * @param technique id of a technique
		 * @return 0 when it does not speak for it
		 */
		public int pointsFor(String technique) {
			return this.points.getOrDefault(technique, 0);
		}

	}

	/**
	 * A phase of the plan.
	 *
	 * @param phase id of the phase
	 * @param sessions how many sessions
	 * @param everyDays days between its sessions
	 * @param forecast whether it is only what is to be expected: true for all but the
	 * first phase of a plan
	 */
	public record PlannedPhase(String phase, int sessions, int everyDays, boolean forecast) {
	}

	/**
	 * The knowledge base that decided.
	 *
	 * @param version its version
	 * @param sha256 the fingerprint of its rules
	 * @param words the fingerprint of the words that were read; null in decisions from
	 * before rules and words lay apart, where that of the rules stands for both
	 */
	public record KnowledgeVersion(String version, String sha256, @Nullable String words) {
	}

	/**
	 * Whether massage may be planned.
	 * @return true for a care plan
	 */
	public boolean hasCarePlan() {
		return this.outcome == Outcome.CARE_PLAN;
	}

}
