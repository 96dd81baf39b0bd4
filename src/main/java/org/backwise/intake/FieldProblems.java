package org.backwise.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The problems of a form by field, so that each stands beside its field. */
class FieldProblems {

	private FieldProblems() {
	}

	static Map<String, String> byField(List<FieldProblem> problems) {
		Map<String, String> byField = new LinkedHashMap<>();
		problems.forEach((problem) -> byField.putIfAbsent(problem.field(), problem.message()));
		return byField;
	}

}
