package org.backwise.result;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Assessment;

/**
 * Where the massage works and where not, as the client reads it.
 *
 * @param work the places to work on; empty in a plan from before there were areas
 * @param leave the places to leave alone
 */
record AreasView(List<String> work, List<Left> leave) {

	/**
	 * A place to leave alone.
	 *
	 * @param name its name
	 * @param because why, one line for each rule that says so
	 */
	record Left(String name, Set<String> because) {

	}

	static AreasView of(Assessment assessment, KnowledgeBase base) {
		Assessment.Areas areas = assessment.areas();
		if (areas == null) {
			return new AreasView(List.of(), List.of());
		}
		Map<String, Set<String>> leave = new LinkedHashMap<>();
		areas.leave()
			.forEach((left) -> leave.computeIfAbsent(base.areaName(left.area()), (name) -> new LinkedHashSet<>())
				.add(PlanView.because(left.rule(), base)));
		return new AreasView(areas.work().stream().map(base::areaName).toList(),
				leave.entrySet().stream().map((entry) -> new Left(entry.getKey(), entry.getValue())).toList());
	}

}
