package org.backwise.exports;

import java.util.List;
import java.util.Map;

/** The parts of a DMN model that the export uses. */
sealed interface DmnElement {

	/** The name by which expressions speak of it. */
	String name();

	/** What a person reads on the diagram. */
	String label();

	/** The type of its value. */
	String type();

	/** An input of the model. */
	record Input(String name, String label, String type, String description) implements DmnElement {

	}

	/**
	 * A decision that needs other elements.
	 *
	 * @param name its name in expressions
	 * @param label what a person reads
	 * @param type the type of its value
	 * @param description what it says, for a person
	 * @param needs names of the elements it uses
	 * @param logic how it is made
	 */
	record Decision(String name, String label, String type, String description, List<String> needs,
			Logic logic) implements DmnElement {

		/** The id of the line from an element it uses. */
		String link(String need) {
			return "needs_" + this.name + "." + need;
		}

	}

	/** How a decision is made. */
	sealed interface Logic {

	}

	/** One FEEL expression. */
	record Literal(String feel) implements Logic {

	}

	/** A decision table with hit policy COLLECT: the results of all rows that hold. */
	record Table(List<Column> columns, List<String> annotations, List<Row> rows) implements Logic {

	}

	/** An input column. */
	record Column(String label, String expression, String type) {

	}

	/**
	 * A row of a table.
	 *
	 * @param tests the cells by the expression of their column; a column without a cell
	 * does not matter
	 * @param result FEEL
	 * @param annotations text for each annotation column
	 */
	record Row(Map<String, String> tests, String result, List<String> annotations) {

	}

	/**
	 * A type.
	 *
	 * @param name its name
	 * @param base {@code string}, {@code number}, or the name of an earlier type
	 * @param allowed FEEL for the allowed values, empty for all
	 * @param isList whether it is a list of the base type
	 * @param parts parts of a structure, empty for none
	 */
	record Type(String name, String base, String allowed, boolean isList, Map<String, String> parts) {

	}

}
