package org.backwise.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;

/** The ways in which a condition can hold, each a row of cells by their columns. */
class DmnRows implements Condition.Fold<List<Map<String, DmnCell>>> {

	private final DmnConditions conditions;

	DmnRows(DmnConditions conditions) {
		this.conditions = conditions;
	}

	@Override
	public List<Map<String, DmnCell>> all(List<List<Map<String, DmnCell>>> parts) {
		List<Map<String, DmnCell>> found = List.of(Map.of());
		for (List<Map<String, DmnCell>> part : parts) {
			List<Map<String, DmnCell>> longer = new ArrayList<>();
			found.forEach((before) -> part.forEach((after) -> longer.add(joined(before, after))));
			found = longer;
		}
		return found;
	}

	private static Map<String, DmnCell> joined(Map<String, DmnCell> before, Map<String, DmnCell> after) {
		Map<String, DmnCell> both = new LinkedHashMap<>(before);
		after.forEach((column, cell) -> both.merge(column, cell, DmnCell::and));
		return both;
	}

	@Override
	public List<Map<String, DmnCell>> any(List<List<Map<String, DmnCell>>> parts) {
		return parts.stream().flatMap(List::stream).toList();
	}

	@Override
	public List<Map<String, DmnCell>> term(Condition.Is is, List<Map<String, DmnCell>> meaning) {
		return List.of(Map.of(DmnConditions.term(is.term()), DmnCell.of("true")));
	}

	@Override
	public List<Map<String, DmnCell>> chose(Condition.Chose chose) {
		Question question = this.conditions.question(chose);
		return cell(question, (question.kind() == Kind.MULTI) ? DmnCell.of(DmnConditions.contains(chose, DmnCell.VALUE))
				: DmnCell.of(question, chose.options()));
	}

	@Override
	public List<Map<String, DmnCell>> anySign(Condition.AnySign sign) {
		Question question = this.conditions.question(sign);
		return cell(question, DmnCell.of(DmnConditions.count(question, DmnCell.VALUE) + " > 0"));
	}

	@Override
	public List<Map<String, DmnCell>> within(Condition.Within within) {
		Question question = this.conditions.question(within);
		return cell(question, (question.kind() == Kind.NUMBER) ? DmnCell.of(question, within) : DmnCell.of(DmnConditions
			.compared(DmnConditions.count(question, DmnCell.VALUE), DmnConditions.range(within, question))));
	}

	private static List<Map<String, DmnCell>> cell(Question question, DmnCell cell) {
		return List.of(Map.of(DmnConditions.counted(question), cell));
	}

}
