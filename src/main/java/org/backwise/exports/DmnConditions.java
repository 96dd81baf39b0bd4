package org.backwise.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * Says conditions in FEEL: as cells of a decision table, where "any" becomes rows and
 * "all" becomes cells of one row, or as one expression.
 */
class DmnConditions implements Condition.Fold<String> {

	private final KnowledgeBase base;

	DmnConditions(KnowledgeBase base) {
		this.base = base;
	}

	/** An id as a name that every FEEL dialect reads without quoting. */
	static String name(String id) {
		return id.replace('-', '_');
	}

	/** The name of a term; a question may have the same id. */
	static String term(String id) {
		return "is_" + name(id);
	}

	/** The name of the answer that counts for a question. */
	static String counted(Question question) {
		return name(question.id()) + ((question.unansweredCountsAs() != null) ? "_counted" : "");
	}

	static String text(String value) {
		return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	static String texts(List<String> values) {
		return values.stream().map(DmnConditions::text).collect(Collectors.joining(", "));
	}

	/** The rows of a decision table in which a condition holds. */
	List<Map<String, String>> rows(Condition condition) {
		return condition.fold(new DmnRows(this))
			.stream()
			.map(DmnConditions::texts)
			.filter((row) -> !row.containsValue(""))
			.distinct()
			.toList();
	}

	private static Map<String, String> texts(Map<String, DmnCell> row) {
		Map<String, String> texts = new LinkedHashMap<>();
		row.forEach((column, cell) -> texts.put(column, cell.text()));
		return texts;
	}

	/** A condition as one expression. */
	String expression(Condition condition) {
		return condition.fold(this);
	}

	@Override
	public String all(List<String> parts) {
		return parts.stream().map((part) -> "(" + part + ")").collect(Collectors.joining(" and "));
	}

	@Override
	public String any(List<String> parts) {
		return parts.stream().map((part) -> "(" + part + ")").collect(Collectors.joining(" or "));
	}

	@Override
	public String term(Condition.Is is, String meaning) {
		return term(is.term());
	}

	@Override
	public String chose(Condition.Chose chose) {
		Question question = question(chose);
		return (question.kind() == Kind.MULTI) ? contains(chose, counted(question))
				: counted(question) + " in (" + texts(chose.options()) + ")";
	}

	@Override
	public String anySign(Condition.AnySign sign) {
		Question question = question(sign);
		return count(question, counted(question)) + " > 0";
	}

	@Override
	public String within(Condition.Within within) {
		Question question = question(within);
		String value = counted(question);
		return (question.kind() == Kind.MULTI) ? compared(count(question, value), range(within, question))
				: value + " != null and " + compared(value, range(within, question));
	}

	Question question(Condition.Atom atom) {
		return this.base.question(atom.question());
	}

	/** Whether a list has any of some options. */
	static String contains(Condition.Chose chose, String value) {
		String tests = chose.options()
			.stream()
			.map((option) -> "list contains(" + value + ", " + text(option) + ")")
			.collect(Collectors.joining(" or "));
		return (chose.options().size() > 1) ? "(" + tests + ")" : tests;
	}

	/** How many signs a list has. */
	static String count(Question question, String value) {
		String others = texts(
				question.options().stream().filter((option) -> !option.isSign()).map(Option::id).toList());
		return "count(" + value + "[not(list contains([" + others + "], item))])";
	}

	static String compared(String value, String range) {
		return value + (range.startsWith("[") ? " in " : " ") + range;
	}

	static String range(Condition.Within within, Question question) {
		int from = within.from();
		int to = within.to();
		int lowest = (question.range() != null) ? question.range().from() : 0;
		int highest = (question.range() != null) ? question.range().to() : question.signs().size();
		if (to >= highest) {
			return ">= " + from;
		}
		return (from <= lowest) ? "<= " + to : "[" + from + ".." + to + "]";
	}

}
