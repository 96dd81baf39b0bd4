package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
class DmnConditions {

	/** In a cell, the value of the column. */
	private static final String CELL = "?";

	private final KnowledgeBase base;

	DmnConditions(KnowledgeBase base) {
		this.base = base;
	}

	/**
	 * An id as a name that every FEEL dialect reads without quoting.
	 * @param id an id of the knowledge base
	 * @return the name
	 */
	static String name(String id) {
		return id.replace('-', '_');
	}

	/** The name of a term; a question may have the same id. */
	static String term(String id) {
		return "is_" + name(id);
	}

	/**
	 * The name of the answer that counts for a question.
	 * @param question a question
	 * @return the input's name, or that of the decision which fills in what is assumed
	 */
	static String counted(Question question) {
		return name(question.id()) + ((question.unansweredCountsAs() != null) ? "_counted" : "");
	}

	static String text(String value) {
		return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	static String texts(List<String> values) {
		return values.stream().map(DmnConditions::text).collect(Collectors.joining(", "));
	}

	/**
	 * The rows of a decision table in which a condition holds.
	 * @param condition a condition
	 * @return for each row its cells: expression of the column to unary test
	 */
	List<Map<String, String>> rows(Condition condition) {
		return alternatives(condition).stream().map(this::cells).flatMap(Optional::stream).distinct().toList();
	}

	/**
	 * A condition as one expression.
	 * @param condition a condition
	 * @return FEEL
	 */
	String expression(Condition condition) {
		if (condition instanceof Condition.AllOf all) {
			return joined(all.parts(), " and ");
		}
		if (condition instanceof Condition.AnyOf any) {
			return joined(any.parts(), " or ");
		}
		if (condition instanceof Condition.Is is) {
			return term(is.term());
		}
		Question question = this.base.question(question(condition));
		String value = counted(question);
		return switch (question.kind()) {
			case MULTI -> list(condition, question, value);
			case SINGLE -> value + " in (" + texts(((Condition.Chose) condition).options()) + ")";
			case NUMBER -> value + " != null and " + compared(value, range((Condition.Within) condition, question));
		};
	}

	/** The names of inputs and decisions that a condition uses. */
	List<String> uses(Condition condition) {
		return alternatives(condition).stream().flatMap(List::stream).map(this::column).distinct().toList();
	}

	private String joined(List<Condition> parts, String word) {
		return parts.stream().map((part) -> "(" + expression(part) + ")").collect(Collectors.joining(word));
	}

	/** The ways in which a condition can hold, each a list of atoms. */
	private static List<List<Condition>> alternatives(Condition condition) {
		if (condition instanceof Condition.AnyOf any) {
			return any.parts().stream().flatMap((part) -> alternatives(part).stream()).toList();
		}
		if (condition instanceof Condition.AllOf all) {
			List<List<Condition>> found = List.of(List.of());
			for (Condition part : all.parts()) {
				List<List<Condition>> longer = new ArrayList<>();
				for (List<Condition> before : found) {
					for (List<Condition> after : alternatives(part)) {
						List<Condition> both = new ArrayList<>(before);
						both.addAll(after);
						longer.add(both);
					}
				}
				found = longer;
			}
			return found;
		}
		return List.of(List.of(condition));
	}

	private String column(Condition atom) {
		return (atom instanceof Condition.Is is) ? term(is.term()) : counted(this.base.question(question(atom)));
	}

	/** The cells of a row; empty when its atoms contradict each other. */
	private Optional<Map<String, String>> cells(List<Condition> atoms) {
		Map<String, List<Condition>> columns = new LinkedHashMap<>();
		atoms.forEach((atom) -> columns.computeIfAbsent(column(atom), (key) -> new ArrayList<>()).add(atom));
		Map<String, String> cells = new LinkedHashMap<>();
		columns.forEach((column, own) -> cells.put(column, cell(own)));
		return cells.containsValue("") ? Optional.empty() : Optional.of(cells);
	}

	private String cell(List<Condition> atoms) {
		if (atoms.get(0) instanceof Condition.Is) {
			return "true";
		}
		Question question = this.base.question(question(atoms.get(0)));
		if (question.kind() == Kind.MULTI) {
			return atoms.stream()
				.map((atom) -> list(atom, question, CELL))
				.distinct()
				.collect(Collectors.joining(" and "));
		}
		if (question.kind() == Kind.SINGLE) {
			return texts(question.options()
				.stream()
				.map(Option::id)
				.filter((id) -> atoms.stream().allMatch((atom) -> ((Condition.Chose) atom).options().contains(id)))
				.toList());
		}
		int from = atoms.stream().mapToInt((atom) -> ((Condition.Within) atom).from()).max().orElseThrow();
		int to = atoms.stream().mapToInt((atom) -> ((Condition.Within) atom).to()).min().orElseThrow();
		return (from <= to) ? range(new Condition.Within(question.id(), from, to), question) : "";
	}

	private static String compared(String value, String range) {
		return value + (range.startsWith("[") ? " in " : " ") + range;
	}

	private static String range(Condition.Within within, Question question) {
		int from = within.from();
		int to = within.to();
		int lowest = (question.range() != null) ? question.range().from() : 0;
		int highest = (question.range() != null) ? question.range().to() : question.signs().size();
		if (to >= highest) {
			return ">= " + from;
		}
		return (from <= lowest) ? "<= " + to : "[" + from + ".." + to + "]";
	}

	private static String list(Condition atom, Question question, String value) {
		if (atom instanceof Condition.Chose chose) {
			String tests = chose.options()
				.stream()
				.map((option) -> "list contains(" + value + ", " + text(option) + ")")
				.collect(Collectors.joining(" or "));
			return (chose.options().size() > 1) ? "(" + tests + ")" : tests;
		}
		String others = "["
				+ texts(question.options().stream().filter((option) -> !option.isSign()).map(Option::id).toList())
				+ "]";
		String count = "count(" + value + "[not(list contains(" + others + ", item))])";
		if (atom instanceof Condition.Within within) {
			return compared(count, range(within, question));
		}
		return count + " > 0";
	}

	private static String question(Condition atom) {
		if (atom instanceof Condition.Chose chose) {
			return chose.question();
		}
		if (atom instanceof Condition.AnySign sign) {
			return sign.question();
		}
		if (atom instanceof Condition.Within within) {
			return within.question();
		}
		throw new IllegalArgumentException("Not an atom: " + atom.getClass().getSimpleName().toLowerCase(Locale.ROOT));
	}

}
