package org.backwise.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something in a form of the desk to put right.
 *
 * @param target id of the control it is about
 * @param message how to put it right
 */
public record FieldProblem(String target, String message) {

	/**
	 * The words by field, so that each stands beside its field.
	 * @param problems everything that is wrong
	 * @return the first problem of each field
	 */
	public static Map<String, String> byField(List<FieldProblem> problems) {
		Map<String, String> byField = new LinkedHashMap<>();
		problems.forEach((problem) -> byField.putIfAbsent(problem.target(), problem.message()));
		return byField;
	}

}
