package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.ProofReport.Counts;
import org.backwise.proof.ProofReport.RuleProof;
import org.backwise.proof.ProofReport.StillPlanned;
import org.backwise.proof.ProofReport.Witness;
import org.jspecify.annotations.Nullable;

/**
 * The report as a person reads it. Numbers that the build made are null, or missing, when
 * they are not of these rules.
 */
record ProofPage(String version, String sha256, String seconds, @Nullable String sheets, String sheetsRoughly,
		@Nullable String sheetsByBands, String combinations, List<Share> outcomes, List<Share> techniques,
		List<Property> safety, List<Property> care, List<Property> reach, List<Property> broken, List<Shown> rules,
		List<StillPlanned> stillPlanned, List<String> covered, List<Shown> witnesses, List<Shown> people,
		@Nullable RuleChanges changes, @Nullable RuleChanges careChanges, @Nullable Courses courses,
		List<String> leftOut) {

	/** How many lead to a level or a technique, and of how many that is a part. */
	record Share(String id, String name, String count, String share) {
	}

	/** How many courses of care were gone through, and how long that took. */
	record Courses(String states, String steps, long seconds) {

		static Courses of(CourseNumbers found) {
			return new Courses(Numbers.grouped(BigInteger.valueOf(found.states())),
					Numbers.grouped(BigInteger.valueOf(found.steps())), found.seconds());
		}

	}

	/** An example beside what it shows; the lines are the answers that stand out. */
	record Shown(String id, @Nullable String level, String title, List<String> lines) {
	}

	static ProofPage of(ProofReport report, KnowledgeBase base) {
		Counts counts = report.counts();
		return new ProofPage(report.version(), report.sha256(),
				String.format(java.util.Locale.ROOT, "%.1f", report.took().toMillis() / 1000.0),
				(counts != null) ? Numbers.grouped(counts.sheets()) : null,
				Numbers.roughly((counts != null) ? counts.sheets() : BigInteger.ZERO),
				(counts != null) ? Numbers.grouped(counts.sheetsByBands()) : null,
				Numbers.grouped(BigInteger.valueOf((counts != null) ? counts.combinations() : 0)),
				(counts != null) ? outcomes(counts) : List.of(),
				(counts != null) ? techniques(counts, base) : List.of(),
				proved(report, Property.Kind.SAFETY).stream().filter((found) -> !isAboutCare(found)).toList(),
				proved(report, Property.Kind.SAFETY).stream().filter(ProofPage::isAboutCare).toList(),
				proved(report, Property.Kind.REACH), report.broken(),
				report.rules().stream().map(ProofPage::shown).toList(), report.stillPlanned(),
				report.covered().stream().map(ProofPage::covered).toList(),
				report.witnesses().stream().map(ProofPage::shown).toList(),
				report.care().stream().map(ProofPage::shown).toList(), RuleChanges.of(report.sha256()).orElse(null),
				RuleChanges.ofCare(report.sha256()).orElse(null),
				CourseNumbers.of(report.sha256()).map(Courses::of).orElse(null), report.leftOut());
	}

	private static boolean isAboutCare(Property property) {
		return Promises.kept().care().claims(property.id());
	}

	private static List<Property> proved(ProofReport report, Property.Kind kind) {
		return report.properties().stream().filter(Property::holds).filter((found) -> found.kind() == kind).toList();
	}

	private static List<Share> outcomes(Counts counts) {
		List<Share> found = new ArrayList<>();
		counts.byOutcome()
			.forEach((outcome, count) -> found.add(new Share(outcome, outcome.replace('-', ' '), Numbers.grouped(count),
					Numbers.share(count, counts.sheets()))));
		return found;
	}

	private static List<Share> techniques(Counts counts, KnowledgeBase base) {
		BigInteger plans = counts.byTechnique().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
		List<Share> found = new ArrayList<>();
		for (Map.Entry<String, BigInteger> technique : counts.byTechnique().entrySet()) {
			String name = technique.getKey().equals("none") ? "none" : base.technique(technique.getKey()).name();
			found.add(new Share(technique.getKey(), name, Numbers.grouped(technique.getValue()),
					Numbers.share(technique.getValue(), plans)));
		}
		return found;
	}

	private static Shown shown(RuleProof rule) {
		return new Shown(rule.rule(), (rule.level() != null) ? rule.level().toString() : null, rule.title(),
				lines(rule.example()));
	}

	private static Shown shown(Witness witness) {
		return new Shown(witness.what(), null, witness.what(), lines(witness.example()));
	}

	private static List<String> lines(@Nullable Example example) {
		if (example == null) {
			return List.of("Never");
		}
		return example.lines().isEmpty() ? List.of("No sign at all") : example.lines();
	}

	private static String covered(RuleProof rule) {
		String by = rule.coveredBy().isEmpty() ? "some other rule" : "rule " + String.join(", ", rule.coveredBy());
		String level = (rule.level() != null) ? " at " + rule.level() : "";
		return rule.rule() + level + " (" + rule.title() + ") never decides alone: whenever it fires, " + by
				+ " says at least as much.";
	}

}
