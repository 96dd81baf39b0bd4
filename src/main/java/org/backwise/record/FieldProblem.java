package org.backwise.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something on a page to put right.
 *
 * @param target id of the control it is about
 * @param message how to put it right
 */
record FieldProblem(String target, String message) {

	static Map<String, String> byField(List<FieldProblem> problems) {
		Map<String, String> byField = new LinkedHashMap<>();
		problems.forEach((problem) -> byField.putIfAbsent(problem.target(), problem.message()));
		return byField;
	}

}
