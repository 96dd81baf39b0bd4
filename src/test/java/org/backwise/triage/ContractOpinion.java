package org.backwise.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.backwise.knowledge.Level;

/**
 * A decision in one line: by the engine, and by the contract's rules as the tests write
 * them out. The same line means the same decision.
 */
public final class ContractOpinion {

	private ContractOpinion() {
	}

	/**
	 * What the contract says.
	 * @param answers a whole sheet without answers that were not asked for
	 * @return the decision in one line
	 */
	public static String of(Map<String, Object> answers) {
		return inOneLine(Contract.BUILT_IN.assess(new AnswerSheet(answers)));
	}

	/**
	 * What the engine says.
	 * @param triage the engine
	 * @param answers a sheet
	 * @return the decision in one line; what is amiss, when the sheet is not whole
	 */
	public static String of(Triage triage, Map<String, Object> answers) {
		Reading reading = triage.read(answers);
		if (!reading.isComplete() || !reading.ignored().isEmpty()) {
			return "not a whole sheet: missing " + reading.missing() + ", not asked " + reading.ignored()
					+ ", problems " + reading.problems().size();
		}
		return inOneLine(triage.assess(reading));
	}

	private static String inOneLine(Assessment assessment) {
		Assessment.TechniqueChoice technique = assessment.technique();
		if (technique == null) {
			Map<String, Level> fired = new TreeMap<>();
			assessment.findings().forEach((finding) -> fired.put(finding.rule(), finding.level()));
			return "refers by " + fired + ((assessment.lead() != null) ? ", led by " + assessment.lead() : "");
		}
		Map<String, TreeSet<String>> excludes = new TreeMap<>();
		assessment.cautions().forEach((rule) -> excludes.put(rule.rule(), new TreeSet<>(rule.excludes())));
		Map<String, Integer> phases = new LinkedHashMap<>();
		assessment.phases().forEach((phase) -> phases.put(phase.phase(), phase.sessions()));
		String alternative = technique.alternative();
		return "plans "
				+ ((alternative != null) ? List.of(technique.primary(), alternative) : List.of(technique.primary()))
				+ " with points " + Contract.TECHNIQUES.stream().map(technique.scores()::get).toList() + ", cautions "
				+ excludes + ", phases " + phases + ", " + assessment.areas() + ", " + assessment.habit()
				+ (assessment.sensitised() ? ", on high alert" : "");
	}

	/** The engine's own chooser, made once. */
	public static final class Chooser {

		private final TechniqueChooser chooser;

		/**
		 * Makes it.
		 * @param triage the engine
		 */
		public Chooser(Triage triage) {
			this.chooser = new TechniqueChooser(triage.knowledge(), new AnswerCode(triage.knowledge()));
		}

	}

	/**
	 * Compares the engine's choice of technique with the contract's, for one sheet and
	 * any exclusions.
	 * @param chooser the engine's chooser
	 * @param triage the engine
	 * @param answers a whole sheet
	 * @param exclusions what is excluded, one choice for each
	 * @return how many choices were compared; none when the sheet gets no plan
	 */
	public static int compare(Chooser chooser, Triage triage, Map<String, Object> answers,
			List<List<String>> exclusions) {
		Reading reading = triage.read(answers);
		if (!triage.assess(reading).hasCarePlan()) {
			return 0;
		}
		ContractSheet sheet = new ContractSheet(new AnswerSheet(answers));
		for (List<String> excluded : exclusions) {
			compare(chooser.chooser, reading, sheet, excluded);
		}
		return exclusions.size();
	}

	private static void compare(TechniqueChooser chooser, Reading reading, ContractSheet sheet, List<String> excluded) {
		Map<String, List<String>> because = new LinkedHashMap<>();
		excluded.forEach((technique) -> because.put(technique, List.of("a rule")));
		Assessment.TechniqueChoice choice = chooser.choose(reading.answers().bits(), chooser.set(excluded), because);
		Assessment.TechniqueChoice contract = Contract.BUILT_IN.choose(sheet, because);
		if (!Contract.comparable(choice).equals(contract) || excluded.contains(choice.primary())) {
			throw new AssertionError("On " + reading.answers().given() + " without " + excluded + "\n  the engine:   "
					+ choice + "\n  the contract: " + contract);
		}
	}

	/**
	 * Why a vignette is not decided as written.
	 * @param triage the engine
	 * @param vignettes the vignettes
	 * @param vignette one of them
	 * @return true when it is decided otherwise
	 */
	public static boolean breaks(Triage triage, Vignettes vignettes, Vignettes.Vignette vignette) {
		Reading reading = triage.read(vignettes.sheet(vignette).answers());
		if (!reading.isComplete() || !reading.missing().isEmpty()) {
			return true;
		}
		Assessment assessment = triage.assess(reading);
		TreeSet<String> fired = new TreeSet<>();
		assessment.findings().forEach((finding) -> fired.add(finding.rule() + " " + finding.level()));
		assessment.cautions().forEach((caution) -> fired.add(caution.rule()));
		TreeSet<String> expected = new TreeSet<>(vignette.fires());
		expected.removeIf((rule) -> rule.startsWith("S-"));
		return !fired.equals(expected) || !vignette.more(assessment).equals(vignette.more())
				|| breaksPlan(assessment, vignette);
	}

	private static boolean breaksPlan(Assessment assessment, Vignettes.Vignette vignette) {
		Vignettes.Technique expected = vignette.technique();
		Assessment.TechniqueChoice chosen = assessment.technique();
		if (expected != null && (chosen == null || !expected.primary().equals(chosen.primary())
				|| !java.util.Objects.equals(expected.alternative(), chosen.alternative())
				|| !sorted(expected.excluded()).equals(sorted(chosen.excluded())))) {
			return true;
		}
		if (vignette.phases() == null) {
			return false;
		}
		Map<String, Integer> phases = new LinkedHashMap<>();
		assessment.phases().forEach((phase) -> phases.put(phase.phase(), phase.sessions()));
		return !phases.equals(vignette.phases());
	}

	private static Map<String, TreeSet<String>> sorted(
			@org.jspecify.annotations.Nullable Map<String, List<String>> excluded) {
		Map<String, TreeSet<String>> sorted = new TreeMap<>();
		if (excluded != null) {
			excluded.forEach((technique, rules) -> sorted.put(technique, new TreeSet<>(rules)));
		}
		return sorted;
	}

}
