package org.backwise.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;

/**
 * Something in a form to put right.
 *
 * @param field id of the field or question
 * @param target id of the first control it is about
 * @param message how to put it right
 */
public record FieldProblem(String field, String target, String message) {

	/**
	 * For a field with one control.
	 * @param field id of both
	 * @param message how to put it right
	 */
	public FieldProblem(String field, String message) {
		this(field, field, message);
	}

	/**
	 * Gives a page its problems: all of them for the summary, and the first of each field
	 * for its place beside it.
	 * @param problems everything that is wrong, in the order of the fields
	 * @param model the page's model
	 */
	public static void show(List<FieldProblem> problems, Model model) {
		Map<String, String> byField = new LinkedHashMap<>();
		problems.forEach((problem) -> byField.putIfAbsent(problem.field(), problem.message()));
		model.addAttribute("errors", problems);
		model.addAttribute("problems", byField);
	}

}
