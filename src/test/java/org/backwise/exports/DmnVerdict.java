package org.backwise.exports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;
import org.backwise.triage.Assessment;

/** What our engine and the exported file have to agree on. */
record DmnVerdict(@Nullable String level, Map<String, List<String>> findings, List<String> cautions,
		@Nullable String technique, @Nullable String alternative, Map<String, Integer> scores,
		Map<String, List<String>> excluded, List<List<Object>> phases) {

	static DmnVerdict of(Assessment assessment) {
		Map<String, List<String>> findings = new TreeMap<>();
		for (Level level : Level.values()) {
			findings.put(level.toString(),
					assessment.findings()
						.stream()
						.filter((finding) -> finding.level() == level)
						.map(Assessment.Finding::rule)
						.sorted()
						.toList());
		}
		Assessment.TechniqueChoice technique = assessment.technique();
		return new DmnVerdict((assessment.level() != null) ? assessment.level().toString() : null, findings,
				assessment.cautions().stream().map(Assessment.Caution::rule).sorted().toList(),
				(technique != null) ? technique.primary() : null, (technique != null) ? technique.alternative() : null,
				(technique != null) ? technique.scores() : Map.of(),
				(technique != null) ? sorted(technique.excluded()) : Map.of(),
				assessment.phases()
					.stream()
					.map((phase) -> List.<Object>of(phase.phase(), phase.sessions(), phase.everyDays()))
					.toList());
	}

	/** Of what the decision {@code triage} says; points and exclusions are for plans. */
	@SuppressWarnings("unchecked")
	static DmnVerdict of(Map<String, Object> triage) {
		String level = (String) triage.get("level");
		Map<String, List<String>> excluded = ids((Map<String, List<String>>) triage.get("excluded"));
		excluded.values().removeIf(List::isEmpty);
		return new DmnVerdict(level, ids((Map<String, List<String>>) triage.get("findings")),
				sorted((List<String>) triage.get("cautions")), (String) triage.get("technique"),
				(String) triage.get("alternative"),
				(level != null) ? Map.of() : points((Map<String, Number>) triage.get("scores")),
				(level != null) ? Map.of() : excluded, phases((List<Map<String, Object>>) triage.get("phases")));
	}

	private static List<List<Object>> phases(List<Map<String, Object>> phases) {
		return phases.stream()
			.map((phase) -> List.<Object>of(phase.get("phase"), ((Number) phase.get("sessions")).intValue(),
					((Number) phase.get("every_days")).intValue()))
			.toList();
	}

	private static Map<String, Integer> points(Map<String, Number> points) {
		return points.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> id(entry.getKey()), (entry) -> entry.getValue().intValue()));
	}

	private static Map<String, List<String>> ids(Map<String, List<String>> lists) {
		return lists.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> id(entry.getKey()), (entry) -> sorted(entry.getValue())));
	}

	private static Map<String, List<String>> sorted(Map<String, List<String>> lists) {
		return lists.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> sorted(entry.getValue())));
	}

	private static List<String> sorted(List<String> values) {
		return values.stream().sorted().toList();
	}

	private static String id(String name) {
		return name.replace('_', '-');
	}

}
