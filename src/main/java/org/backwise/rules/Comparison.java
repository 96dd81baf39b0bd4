package org.backwise.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;
import org.backwise.rules.Change.Direction;
import org.backwise.rules.Change.Point;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.Assessment;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;

/** Lays two decisions on the same answers side by side. Words of reasons do not count. */
class Comparison {

	private final List<Point> points = new ArrayList<>();

	private boolean looser;

	private boolean tighter;

	private Comparison() {
	}

	static Change between(Assessment before, Assessment after) {
		Comparison comparison = new Comparison();
		comparison.compare(before, after);
		return comparison.change();
	}

	/** A referral for which the rules find no reason any more. */
	static Change noLongerReferred(Assessment before) {
		return new Change(Direction.LOOSER, List.of(new Point("level", id(before.level()), "plan"),
				new Point("rules", String.join(", ", lost(levels(before.findings()), Map.of())), "")));
	}

	/** What the rules would ask before they decide. */
	static Change undecided(Reading reading) {
		Set<String> questions = new TreeSet<>(reading.missing());
		reading.problems().stream().map(Problem::question).filter(Objects::nonNull).forEach(questions::add);
		return new Change(Direction.UNDECIDED, List.of(new Point("asks", "", String.join(", ", questions))));
	}

	/**
	 * The same where a rule fires already: what is not answered yet can only add to it.
	 */
	static Change undecided(Assessment before, Reading reading, List<Finding> certain) {
		Change asked = undecided(reading);
		Level least = reading.level();
		if (least == null || rank(least) >= rank(before.level())) {
			return asked;
		}
		List<Point> points = new ArrayList<>();
		points.add(new Point("at-least", id(before.level()), id(least)));
		points.add(new Point("certain", "", String.join(", ", lost(levels(certain), levels(before.findings())))));
		points.addAll(asked.points());
		return new Change(Direction.TIGHTER, List.copyOf(points));
	}

	private Change change() {
		if (this.points.isEmpty()) {
			return new Change(Direction.SAME, List.of());
		}
		Direction direction = this.looser ? Direction.LOOSER : (this.tighter ? Direction.TIGHTER : Direction.OTHER);
		return new Change(direction, List.copyOf(this.points));
	}

	private void compare(Assessment before, Assessment after) {
		if (before.level() != after.level()) {
			add("level", id(before.level()), id(after.level()));
			boolean lower = rank(after.level()) > rank(before.level());
			this.looser |= lower;
			this.tighter |= !lower;
		}
		Map<String, Level> here = levels(before.findings());
		Map<String, Level> there = levels(after.findings());
		protection("rules", lost(here, there), lost(there, here), before.level() == after.level());
		if (before.hasCarePlan() && after.hasCarePlan()) {
			protection("cautions", limiting(before), limiting(after), true);
			comparePlans(Objects.requireNonNull(before.technique()), Objects.requireNonNull(after.technique()));
			unordered("sessions", phases(before), phases(after));
		}
	}

	/**
	 * What limits a plan; what a clearance lifted stood among the cautions in old rounds.
	 */
	private static List<String> limiting(Assessment decided) {
		return Stream
			.concat(decided.cautions().stream().map(Caution::rule), decided.cleared().stream().map(Cleared::rule))
			.toList();
	}

	private void comparePlans(TechniqueChoice before, TechniqueChoice after) {
		protection("excluded", before.excluded().keySet(), after.excluded().keySet(), true);
		unordered("technique", before.primary(), after.primary());
		unordered("alternative", Objects.requireNonNullElse(before.alternative(), ""),
				Objects.requireNonNullElse(after.alternative(), ""));
	}

	/** Fewer of these protect less, more of them more. */
	private void protection(String kind, Collection<String> before, Collection<String> after, boolean counts) {
		Set<String> gone = new TreeSet<>(before);
		gone.removeAll(after);
		Set<String> added = new TreeSet<>(after);
		added.removeAll(before);
		if (!gone.isEmpty() || !added.isEmpty()) {
			add(kind, String.join(", ", gone), String.join(", ", added));
			this.looser |= counts && !gone.isEmpty();
			this.tighter |= counts && !added.isEmpty();
		}
	}

	private void unordered(String kind, String before, String after) {
		if (!before.equals(after)) {
			add(kind, before, after);
		}
	}

	private void add(String kind, String from, String to) {
		this.points.add(new Point(kind, from, to));
	}

	private static Map<String, Level> levels(List<Finding> findings) {
		Map<String, Level> levels = new TreeMap<>();
		findings.forEach((finding) -> levels.merge(finding.rule(), finding.level(),
				(one, other) -> one.isMoreUrgentThan(other) ? one : other));
		return levels;
	}

	/** Rules that fire in one and in the other not at all, or at a less urgent level. */
	private static List<String> lost(Map<String, Level> one, Map<String, Level> other) {
		return one.entrySet()
			.stream()
			.filter((rule) -> other.get(rule.getKey()) == null
					|| rule.getValue().isMoreUrgentThan(other.get(rule.getKey())))
			.map((rule) -> rule.getKey() + " (" + rule.getValue() + ")")
			.toList();
	}

	private static String phases(Assessment assessment) {
		return assessment.phases().stream().map(Comparison::phase).collect(Collectors.joining(", "));
	}

	private static String phase(PlannedPhase phase) {
		return phase.sessions() + " × " + phase.everyDays();
	}

	private static String id(@Nullable Level level) {
		return (level != null) ? level.toString() : "plan";
	}

	private static int rank(@Nullable Level level) {
		return (level != null) ? level.ordinal() : Level.values().length;
	}

}
