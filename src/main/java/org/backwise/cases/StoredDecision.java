package org.backwise.cases;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.CountedRow;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.Habit;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Left;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * A decision as it lies in its column, in a shape with a number of its own: neither what
 * the rules hand out nor what the API answers. Outcome, level and the fingerprints of
 * rules and words are columns of their own. A new shape gets the next number, and a way
 * to read the ones before in {@link #read}.
 *
 * @param lead who leads the notice
 * @param findings the rules that refer
 * @param cautions the rules that limit a plan
 * @param complementary whether the plan follows a clearance
 * @param cleared the findings that were lifted
 * @param technique the choice of technique, null for a referral
 * @param phases the phases of the plan
 * @param areas where to work and where not
 * @param habit the small habit
 * @param sensitised whether the sensitised pattern holds
 * @param ignored ids of questions that were answered but not asked
 * @param rules the version of the rules
 */
record StoredDecision(@Nullable String lead, List<Found> findings, List<Limit> cautions, boolean complementary,
		List<Lifted> cleared, @Nullable Choice technique, List<Phase> phases, @Nullable Where areas,
		@Nullable Small habit, boolean sensitised, List<String> ignored, String rules) {

	StoredDecision {
		cleared = Objects.requireNonNullElse(cleared, List.of());
	}

	/** The shape that is written today. */
	static final int SCHEMA = 4;

	/**
	 * Until this one it was the domain's own object; the first one lacked the counted
	 * rows.
	 */
	private static final int LAST_WITH_OUTCOME = 2;

	/**
	 * Until this one a plan had no forecast and said nothing of what a clearance lifted.
	 */
	private static final int WITH_FORECAST = 4;

	/** A rule that refers. */
	record Found(String rule, Level level, Origin source, String because, Map<String, Answer> answers) {
	}

	/** A rule that limits a plan. */
	record Limit(String rule, Origin source, @Nullable String caution, List<String> excludes) {
	}

	/** The choice of technique; the rows that counted are empty in the first shape. */
	record Choice(String primary, @Nullable String alternative, Map<String, Integer> scores,
			Map<String, List<String>> excluded, List<Counted> counted) {

		Choice {
			counted = Objects.requireNonNullElse(counted, List.of());
		}

	}

	/** A row that counted. */
	record Counted(CountedRow.Kind kind, String id, boolean main, Map<String, Integer> points, String why) {
	}

	/** A phase of the plan; before the fourth shape every phase was certain. */
	record Phase(String phase, int sessions, int everyDays, boolean forecast) {
	}

	/** A finding that was lifted; before the fourth shape it stood among the limits. */
	record Lifted(String rule, Level level, List<String> excludes) {
	}

	/** Where to work and where not. */
	record Where(List<String> work, List<Leave> leave) {
	}

	/** An area to leave alone. */
	record Leave(String area, String rule) {
	}

	/** The small habit. */
	record Small(String habit, Habit.ChosenBy chosenBy) {
	}

	static StoredDecision of(Assessment decided) {
		TechniqueChoice choice = decided.technique();
		Areas areas = decided.areas();
		Habit habit = decided.habit();
		return new StoredDecision(decided.lead(),
				decided.findings()
					.stream()
					.map((of) -> new Found(of.rule(), of.level(), of.source(), of.because(), of.answers()))
					.toList(),
				decided.cautions()
					.stream()
					.map((of) -> new Limit(of.rule(), of.source(), of.caution(), of.excludes()))
					.toList(),
				decided.complementary(),
				decided.cleared().stream().map((of) -> new Lifted(of.rule(), of.level(), of.excludes())).toList(),
				choice(choice),
				decided.phases()
					.stream()
					.map((of) -> new Phase(of.phase(), of.sessions(), of.everyDays(), of.forecast()))
					.toList(),
				where(areas), (habit != null) ? new Small(habit.habit(), habit.chosenBy()) : null, decided.sensitised(),
				decided.ignored(), decided.knowledge().version());
	}

	static @Nullable Choice choice(@Nullable TechniqueChoice choice) {
		return (choice == null) ? null
				: new Choice(choice.primary(), choice.alternative(), choice.scores(), choice.excluded(),
						choice.counted()
							.stream()
							.map((of) -> new Counted(of.kind(), of.id(), of.main(), of.points(), of.why()))
							.toList());
	}

	/**
	 * Reads what was written in any shape so far.
	 * @throws IllegalStateException when a later version wrote it
	 */
	static StoredDecision read(String text, int schema, JsonMapper json) {
		if (schema < 1 || schema > SCHEMA) {
			throw new IllegalStateException("A decision is stored in a shape of a later version: " + schema);
		}
		ObjectNode tree = (ObjectNode) json.readTree(text);
		if (schema <= LAST_WITH_OUTCOME) {
			tree.set("rules", tree.required("knowledge").required("version"));
		}
		if (schema < WITH_FORECAST) {
			tree.put("complementary", false);
			tree.withArray("phases").forEach((phase) -> ((ObjectNode) phase).put("forecast", false));
		}
		return json.treeToValue(tree, StoredDecision.class);
	}

	/** The decision, together with what lies in columns beside it. */
	Assessment decided(Outcome outcome, @Nullable Level level, String sha256, @Nullable String words) {
		return new Assessment(outcome, level, this.lead,
				this.findings.stream()
					.map((of) -> new Finding(of.rule(), of.level(), of.source(), of.because(), of.answers()))
					.toList(),
				this.cautions.stream()
					.map((of) -> new Caution(of.rule(), of.source(), of.caution(), of.excludes()))
					.toList(),
				this.complementary,
				this.cleared.stream().map((of) -> new Cleared(of.rule(), of.level(), of.excludes())).toList(),
				choice(this.technique),
				this.phases.stream()
					.map((of) -> new PlannedPhase(of.phase(), of.sessions(), of.everyDays(), of.forecast()))
					.toList(),
				where(this.areas), (this.habit != null) ? new Habit(this.habit.habit(), this.habit.chosenBy()) : null,
				this.sensitised, this.ignored, new KnowledgeVersion(this.rules, sha256, words));
	}

	static @Nullable Where where(@Nullable Areas areas) {
		return (areas == null) ? null
				: new Where(areas.work(), areas.leave().stream().map((of) -> new Leave(of.area(), of.rule())).toList());
	}

	static @Nullable Areas where(@Nullable Where areas) {
		return (areas == null) ? null
				: new Areas(areas.work(), areas.leave().stream().map((of) -> new Left(of.area(), of.rule())).toList());
	}

	static @Nullable TechniqueChoice choice(@Nullable Choice choice) {
		return (choice == null) ? null
				: new TechniqueChoice(choice.primary(), choice.alternative(), choice.scores(), choice.excluded(),
						choice.counted()
							.stream()
							.map((of) -> new CountedRow(of.kind(), of.id(), of.main(), of.points(), of.why()))
							.toList());
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "a stored decision";
	}

}
