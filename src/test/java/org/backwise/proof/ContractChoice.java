package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The choice of technique as the contract words it, written down plainly from the
 * contract's own tables. Judges the engine; never used by it.
 */
final class ContractChoice {

	private static final List<String> TECHNIQUES = List.of("myofascial-release", "deep-therapeutic", "relaxation",
			"heat");

	private static final Map<String, List<Integer>> POINTS = new LinkedHashMap<>();

	private static final Map<String, Set<String>> CAUSES = new LinkedHashMap<>();

	static {
		POINTS.put("muscle-tension", List.of(1, 3, 2, 2));
		POINTS.put("myofascial", List.of(3, 2, 0, 1));
		POINTS.put("overload", List.of(1, 3, 1, 2));
		POINTS.put("nervous-system", List.of(0, 0, 3, 2));
		POINTS.put("tension", List.of(1, 3, 1, 2));
		POINTS.put("stiffness", List.of(3, 1, 1, 2));
		POINTS.put("stress-pain", List.of(0, 1, 3, 2));
		POINTS.put("heaviness", List.of(0, 1, 2, 3));
		POINTS.put("trigger-points", List.of(3, 2, 0, 1));
		POINTS.put("movement", List.of(3, 1, 0, 1));
		CAUSES.put("muscle-tension", Set.of("poor-posture", "long-sitting", "continuous-stress"));
		CAUSES.put("myofascial", Set.of("restricted-areas", "pain-felt-elsewhere"));
		CAUSES.put("overload", Set.of("repetitive-movement", "unguided-exercise", "heavy-physical-work"));
		CAUSES.put("nervous-system", Set.of("stress", "anxiety", "always-alert"));
	}

	private ContractChoice() {
	}

	/** Primary, alternative and points for a sheet, given what is excluded. */
	static String of(Map<String, Object> sheet, Set<String> excluded) {
		List<String> contributors = list(sheet, "contributors");
		List<String> causes = CAUSES.entrySet()
			.stream()
			.filter((cause) -> contributors.stream().anyMatch(cause.getValue()::contains))
			.map(Map.Entry::getKey)
			.toList();
		List<String> indications = new ArrayList<>(list(sheet, "complaints"));
		indications.remove("none");
		if (!"free".equals(sheet.get("movement"))) {
			indications.add("movement");
		}
		String mainCause = (causes.size() == 1) ? causes.get(0) : (String) sheet.get("main-cause");
		String mainComplaint = (indications.size() == 1) ? indications.get(0) : (String) sheet.get("main-complaint");
		Map<String, Integer> scores = new LinkedHashMap<>();
		TECHNIQUES.forEach((technique) -> scores.put(technique, 0));
		List<String> rows = new ArrayList<>(causes);
		rows.addAll(indications);
		for (String row : rows) {
			int times = (row.equals(mainCause) || row.equals(mainComplaint)) ? 2 : 1;
			TECHNIQUES.forEach((technique) -> scores.merge(technique, times * points(row, technique), Integer::sum));
		}
		if ("over-12-weeks".equals(sheet.get("duration"))) {
			scores.merge("myofascial-release", 1, Integer::sum);
		}
		if (contributors.contains("continuous-stress")) {
			scores.merge("relaxation", 1, Integer::sum);
		}
		List<String> ranked = new ArrayList<>();
		List<String> left = new ArrayList<>(TECHNIQUES);
		left.removeAll(excluded);
		while (!left.isEmpty()) {
			String best = best(left, scores, mainComplaint, mainCause);
			ranked.add(best);
			left.remove(best);
		}
		boolean sensitised = list(sheet, "sensitivity").stream().filter((item) -> !item.equals("none")).count() >= 3;
		String wished = switch (String.valueOf(sheet.get("preference"))) {
			case "gentle" -> "relaxation";
			case "firm" -> "deep-therapeutic";
			case "warmth" -> "heat";
			default -> "";
		};
		String first = ranked.get(0);
		if (sensitised) {
			first = "relaxation";
		}
		else if (ranked.contains(wished) && scores.get(ranked.get(0)) - scores.get(wished) <= 2) {
			first = wished;
		}
		ranked.remove(first);
		return first + ", then " + (ranked.isEmpty() ? null : ranked.get(0)) + "; points " + scores.values();
	}

	private static String best(List<String> left, Map<String, Integer> scores, @Nullable String mainComplaint,
			@Nullable String mainCause) {
		int most = left.stream().mapToInt(scores::get).max().orElseThrow();
		List<String> tied = left.stream().filter((technique) -> scores.get(technique) == most).toList();
		for (String main : new String[] { mainComplaint, mainCause }) {
			List<String> matches = tied.stream()
				.filter((technique) -> main != null && points(main, technique) == 3)
				.toList();
			tied = matches.isEmpty() ? tied : matches;
		}
		List<String> remaining = tied;
		return List.of("relaxation", "myofascial-release", "heat", "deep-therapeutic")
			.stream()
			.filter(remaining::contains)
			.findFirst()
			.orElseThrow();
	}

	private static int points(String row, String technique) {
		return POINTS.get(row).get(TECHNIQUES.indexOf(technique));
	}

	@SuppressWarnings("unchecked")
	private static List<String> list(Map<String, Object> sheet, String question) {
		return (List<String>) sheet.getOrDefault(question, List.of());
	}

}
