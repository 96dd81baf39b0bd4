package org.backwise.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Input;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Logic;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.exports.DmnElement.Type;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;

/**
 * A knowledge base as the elements of a DMN model. Uses only what all engines can do: no
 * boxed contexts, and tables with one output.
 */
class DmnModel {

	static final List<String> ANNOTATIONS = List.of("Title", "Reason", "Source");

	private final KnowledgeBase base;

	private final DmnConditions conditions;

	private final List<Type> types = new ArrayList<>();

	private final Map<String, DmnElement> elements = new LinkedHashMap<>();

	DmnModel(KnowledgeBase base) {
		this.base = base;
		this.conditions = new DmnConditions(base);
		base.questions().forEach(this::question);
		base.terms().forEach(this::term);
		new DmnRules(this, base).add();
		new DmnTechniques(this, base).add();
		new DmnPhases(this, base).add();
		everything();
	}

	/** One decision for those who want to ask once. */
	private void everything() {
		Map<String, String> parts = new LinkedHashMap<>();
		Map<String, String> entries = new LinkedHashMap<>();
		parts.put("level", "tLevel");
		entries.put("level", "level");
		parts.put("findings", "tFindings");
		entries.put("findings", "findings");
		parts.put("cautions", DmnRules.RULE_IDS);
		entries.put("cautions", "if level != null then [] else distinct values(flatten([cautions])[item != null])");
		parts.put("technique", DmnTechniques.TECHNIQUE);
		entries.put("technique", "primary_technique");
		parts.put("alternative", DmnTechniques.TECHNIQUE);
		entries.put("alternative", "alternative_technique");
		parts.put("excluded", "tExcluded");
		entries.put("excluded", "excluded");
		parts.put("scores", "tPoints");
		entries.put("scores", "scores");
		parts.put("phases", DmnPhases.PHASES);
		entries.put("phases", "plan_phases");
		decide("triage", "Triage", type("tTriage", parts), "All that the rules say.", context(entries));
	}

	List<Type> types() {
		return this.types;
	}

	/** The elements, each after those it needs. */
	List<DmnElement> elements() {
		return List.copyOf(this.elements.values());
	}

	DmnConditions conditions() {
		return this.conditions;
	}

	private void add(DmnElement element) {
		if (this.elements.putIfAbsent(element.name(), element) != null) {
			throw new IllegalArgumentException(
					"The export as DMN needs another id: two things would be called " + element.name());
		}
	}

	/** Adds a decision; finds out what it needs. */
	void decide(String name, String label, String type, String description, Logic logic) {
		Set<String> needs = new LinkedHashSet<>();
		String feel = feel(logic);
		this.elements.keySet().forEach((other) -> {
			if (feel.matches("(?s).*(?<![\\w\".-])" + other + "(?![\\w\":-]).*")) {
				needs.add(other);
			}
		});
		add(new Decision(name, label, type, description, List.copyOf(needs), logic));
	}

	/** All expressions of a decision that can speak of other elements. */
	private static String feel(Logic logic) {
		return (logic instanceof Table table)
				? table.columns().stream().map(Column::expression).collect(Collectors.joining("\n"))
				: ((Literal) logic).feel();
	}

	/** Adds a type of text or numbers; gives its name. */
	String type(String name, String base, String allowed) {
		this.types.add(new Type(name, base, allowed, false, Map.of()));
		return name;
	}

	/** Adds a type of lists; gives its name. */
	String listType(String name, String base) {
		this.types.add(new Type(name, base, "", true, Map.of()));
		return name;
	}

	/** Adds a type with parts; gives its name. */
	String type(String name, Map<String, String> parts) {
		this.types.add(new Type(name, "", "", false, parts));
		return name;
	}

	/** Parts of one type, called after ids. */
	static Map<String, String> parts(Stream<String> ids, String type) {
		Map<String, String> parts = new LinkedHashMap<>();
		ids.forEach((id) -> parts.put(DmnConditions.name(id), type));
		return parts;
	}

	/** A FEEL context, one entry a line. */
	static Literal context(Map<String, String> entries) {
		return new Literal(entries.entrySet()
			.stream()
			.map((entry) -> "\t" + entry.getKey() + ": " + entry.getValue())
			.collect(Collectors.joining(",\n", "{\n", "\n}")));
	}

	/** A table with the columns that the rows use, in the order of the elements. */
	Table table(List<Row> rows, List<Column> others, List<String> annotations) {
		Set<String> used = rows.stream().flatMap((row) -> row.tests().keySet().stream()).collect(Collectors.toSet());
		List<Column> columns = Stream
			.concat(this.elements.values()
				.stream()
				.map((element) -> new Column(element.label(), element.name(), element.type())), others.stream())
			.filter((column) -> used.contains(column.expression()))
			.toList();
		return new Table(columns, annotations, rows);
	}

	private void question(Question question) {
		String name = DmnConditions.name(question.id());
		String type = type(question);
		add(new Input(name, question.shortName(), type, question.ask() + " " + whenAsked(question)));
		String assumed = question.unansweredCountsAs();
		if (assumed != null && question.asked() != null) {
			decide(DmnConditions.counted(question), question.shortName() + " (what counts)", type,
					"While it is asked and not answered, it counts as " + assumed + ".",
					new Literal("if " + name + " = null and (" + this.conditions.expression(question.asked())
							+ ") then " + DmnConditions.text(assumed) + " else " + name));
		}
	}

	private String whenAsked(Question question) {
		Condition asked = question.asked();
		String when = (asked != null) ? "Asked when: " + this.base.inWords(asked) + ". " : "";
		return when + "When it is not asked or not answered, the value is "
				+ ((question.kind() == Kind.MULTI) ? "the empty list." : "null.");
	}

	/** The name of the type of a question's answers. */
	static String typeName(String question) {
		return Stream.of(question.split("-"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining("", "t", ""));
	}

	private String type(Question question) {
		String name = typeName(question.id());
		if (question.range() != null) {
			return type(name, "number", "[" + question.range().from() + ".." + question.range().to() + "]");
		}
		String options = DmnConditions.texts(question.options().stream().map(Option::id).toList());
		return (question.kind() == Kind.MULTI) ? listType(name, type(name + "Option", "string", options))
				: type(name, "string", options);
	}

	private void term(Rules.Term term) {
		decide(DmnConditions.term(term.id()), term.says(), "boolean",
				"True when: " + this.base.inWords(term.when()) + ".",
				new Literal(this.conditions.expression(term.when())));
	}

}
