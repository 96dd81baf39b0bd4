package org.backwise.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Context;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Input;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Logic;
import org.backwise.exports.DmnElement.Output;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.exports.DmnElement.Type;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide.Bonus;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Context;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Input;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Logic;
import org.backwise.exports.DmnElement.Output;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.exports.DmnElement.Type;

/** A knowledge base as the elements of a DMN model. */
class DmnModel {

	private static final String RULE_IDS = "tRuleIds";

	private static final String TECHNIQUES = "tTechniques";

	private static final List<String> ANNOTATIONS = List.of("Title", "Reason", "Source");

	private final KnowledgeBase base;

	private final TechniqueGuide guide;

	private final DmnConditions conditions;

	private final List<Type> types = new ArrayList<>();

	private final Map<String, DmnElement> elements = new LinkedHashMap<>();

	/** A row that still needs to be written out: one for each way it can hold. */
	private record Rule(Condition when, Map<String, String> guards, List<String> results, List<String> annotations) {

	}

	DmnModel(KnowledgeBase base) {
		this.base = base;
		this.guide = base.techniques();
		this.conditions = new DmnConditions(base);
		base.questions().forEach(this::question);
		base.terms().forEach(this::term);
		sharedTypes();
		referrals();
		cautions();
		techniques();
	}

	List<Type> types() {
		return this.types;
	}

	/** The elements, each after those it needs. */
	List<DmnElement> elements() {
		return List.copyOf(this.elements.values());
	}

	private void add(DmnElement element) {
		if (this.elements.putIfAbsent(element.name(), element) != null) {
			throw new IllegalArgumentException(
					"The export as DMN needs another id: two things would be called " + element.name());
		}
	}

	private void decide(String name, String label, String type, String description, Logic logic) {
		Set<String> needs = new LinkedHashSet<>();
		String feel = feel(logic);
		this.elements.keySet().forEach((other) -> {
			if (feel.matches("(?s).*(?<![\\w\"-])" + other + "(?![\\w\"-]).*")) {
				needs.add(other);
			}
		});
		add(new Decision(name, label, type, description, List.copyOf(needs), logic));
	}

	/** All expressions of a decision that can speak of other elements. */
	private static String feel(Logic logic) {
		if (logic instanceof Table table) {
			return table.columns().stream().map(Column::expression).collect(Collectors.joining("\n"));
		}
		return (logic instanceof Context context) ? String.join("\n", context.entries().values())
				: ((Literal) logic).feel();
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

	private static String typeName(String question) {
		return Stream.of(question.split("-"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining("", "t", ""));
	}

	private String type(Question question) {
		String name = typeName(question.id());
		if (question.range() != null) {
			this.types.add(new Type(name, "number", "[" + question.range().from() + ".." + question.range().to() + "]",
					false, Map.of()));
			return name;
		}
		String options = DmnConditions.texts(question.options().stream().map(Option::id).toList());
		if (question.kind() == Kind.MULTI) {
			this.types.add(new Type(name + "Option", "string", options, false, Map.of()));
			this.types.add(new Type(name, name + "Option", "", true, Map.of()));
		}
		else {
			this.types.add(new Type(name, "string", options, false, Map.of()));
		}
		return name;
	}

	private void term(Rules.Term term) {
		decide(DmnConditions.term(term.id()), term.says(), "boolean",
				"True when: " + this.base.inWords(term.when()) + ".",
				new Literal(this.conditions.expression(term.when())));
	}

	private void sharedTypes() {
		this.types.add(new Type(RULE_IDS, "string", "", true, Map.of()));
		this.types.add(new Type("tLevel", "string",
				DmnConditions.texts(Arrays.stream(Level.values()).map(Level::toString).toList()), false, Map.of()));
		this.types.add(new Type("tTechnique", "string", DmnConditions.texts(techniqueIds().toList()), false, Map.of()));
		this.types.add(new Type(TECHNIQUES, "tTechnique", "", true, Map.of()));
		this.types.add(new Type("tFindings", "", "", false, parts(levels(), RULE_IDS)));
		this.types.add(new Type("tCaution", "", "", false, Map.of("rule", "string", "excludes", TECHNIQUES)));
		this.types.add(new Type("tCautions", "tCaution", "", true, Map.of()));
		this.types.add(new Type("tExcluded", "", "", false, parts(techniqueIds(), RULE_IDS)));
		this.types.add(new Type("tPoints", "", "", false, parts(techniqueIds(), "number")));
		this.types.add(new Type("tPointRows", "tPoints", "", true, Map.of()));
		this.types.add(new Type("tIds", "string", "", true, Map.of()));
	}

	private Stream<String> techniqueIds() {
		return this.guide.techniques().stream().map(Technique::id);
	}

	private static Stream<String> levels() {
		return Arrays.stream(Level.values()).map(Level::toString);
	}

	private static Map<String, String> parts(Stream<String> ids, String type) {
		Map<String, String> parts = new LinkedHashMap<>();
		ids.forEach((id) -> parts.put(DmnConditions.name(id), type));
		return parts;
	}

	private void referrals() {
		List<String> higher = new ArrayList<>();
		Map<String, String> findings = new LinkedHashMap<>();
		StringBuilder level = new StringBuilder();
		for (Level one : Level.values()) {
			String name = "rules_" + DmnConditions.name(one.toString());
			decide(name, "Rules at the level " + one, RULE_IDS,
					"Every rule that fires at the level " + one + ". A rule with several ways to hold has several rows"
							+ " and may be named twice.",
					table(levelRules(one, higher), List.of(new Output("", "")), higher));
			higher.add(name);
			findings.put(DmnConditions.name(one.toString()), "distinct values(flatten([" + name + "])[item != null])");
			level.append("if count(flatten([" + name + "])[item != null]) > 0 then "
					+ DmnConditions.text(one.toString()) + "\nelse ");
		}
		decide("findings", "Findings", "tFindings", "The rules that fired, by level, each once.",
				new Context(RULE_IDS, findings));
		decide("level", "Level", "tLevel",
				"The most urgent level at which any rule fired. Null means that a care plan is possible.",
				new Literal(level.append("null").toString()));
	}

	private List<Rule> levelRules(Level level, List<String> higher) {
		List<Rule> rules = new ArrayList<>();
		for (Rules.Referral rule : this.base.referrals()) {
			List<Rules.AtLevel> levels = rule.atLevels();
			for (int i = 0; i < levels.size(); i++) {
				if (levels.get(i).level() == level) {
					Map<String, String> guards = (i > 0) ? Map.of(firedHigher(higher),
							"not(list contains(?, " + DmnConditions.text(rule.id()) + "))") : Map.of();
					rules.add(new Rule(levels.get(i).when(), guards, List.of(DmnConditions.text(rule.id())),
							List.of(rule.title(), rule.because(), source(rule.source(), rule.sources()))));
				}
			}
		}
		return rules;
	}

	private static String firedHigher(List<String> higher) {
		return "flatten([" + String.join(", ", higher) + "])";
	}

	private void cautions() {
		List<Rule> rules = this.base.cautions()
			.stream()
			.map((rule) -> new Rule(rule.when(), Map.of(),
					List.of(DmnConditions.text(rule.id()), "[" + DmnConditions.texts(rule.excludes()) + "]"),
					List.of(rule.title(), rule.because(), source(rule.source(), rule.sources()))))
			.toList();
		decide("cautions", "Cautions and exclusions", "tCautions",
				"Every rule that limits a plan, and the techniques it leaves out. Counts only when there is no level.",
				table(rules, List.of(new Output("rule", "string"), new Output("excludes", TECHNIQUES)), List.of()));
		Map<String, String> excluded = new LinkedHashMap<>();
		techniqueIds().forEach((id) -> excluded.put(DmnConditions.name(id),
				"distinct values(for caution in flatten([cautions])[item != null and list contains(item.excludes, "
						+ DmnConditions.text(id) + ")] return caution.rule)"));
		decide("excluded", "Techniques that are left out", "tExcluded",
				"For each technique the rules that leave it out.", new Context(RULE_IDS, excluded));
	}

	private void techniques() {
		Map<String, Condition> causes = new LinkedHashMap<>();
		this.guide.causes()
			.forEach((cause) -> causes.put(cause.id(),
					new Condition.Chose(this.base.roles().contributors(), cause.contributors())));
		Map<String, Condition> indications = new LinkedHashMap<>();
		this.guide.indications().forEach((indication) -> indications.put(indication.id(), indication.when()));
		holding("causes_that_hold", "Causes that hold", causes);
		holding("indications_that_hold", "Indications that hold", indications);
		leading("leading_cause", "Main cause", "causes_that_hold", this.base.roles().mainCause());
		leading("leading_complaint", "Main complaint", "indications_that_hold", this.base.roles().mainComplaint());
		List<Row> rows = new ArrayList<>();
		this.guide.causes()
			.forEach((cause) -> pointRows(rows, cause.id(), cause.name(), "causes_that_hold", "leading_cause"));
		this.guide.indications()
			.forEach((indication) -> pointRows(rows, indication.id(), indication.name(), "indications_that_hold",
					"leading_complaint"));
		this.guide.bonuses().forEach((bonus) -> bonusRows(rows, bonus));
		decide("points", "Points", "tPointRows",
				"Points for each technique from every cause and indication that holds, from the main ones once more, and"
						+ " extra points. Counts only when there is no level.",
				new Table(columns(rows, List.of()),
						techniqueIds().map((id) -> new Output(DmnConditions.name(id), "number")).toList(), ANNOTATIONS,
						rows));
		Map<String, String> scores = new LinkedHashMap<>();
		techniqueIds().map(DmnConditions::name)
			.forEach((name) -> scores.put(name,
					"sum(concatenate([0], for row in flatten([points])[item != null] return row." + name + "))"));
		decide("scores", "Technique scores", "tPoints", "The sum of the points of each technique.",
				new Context("number", scores));
	}

	private void holding(String name, String label, Map<String, Condition> rows) {
		String list = rows.entrySet()
			.stream()
			.map((row) -> "if " + this.conditions.expression(row.getValue()) + " then "
					+ DmnConditions.text(row.getKey()) + " else null")
			.collect(Collectors.joining(",\n", "[", "]"));
		decide(name, label, "tIds", "The ids of those that the answers point to.",
				new Literal(list + "[item != null]"));
	}

	private void leading(String name, String label, String holding, String question) {
		String chosen = DmnConditions.name(question);
		decide(name, label, typeName(question), "The one chosen as the main one, or the only one that holds.",
				new Literal("if " + chosen + " != null then " + chosen + " else if count(" + holding + ") = 1 then "
						+ holding + "[1] else null"));
	}

	private void pointRows(List<Row> rows, String id, String name, String holding, String leading) {
		Map<String, Integer> points = this.guide.points().get(id);
		Map<String, String> holds = Map.of(holding, "list contains(?, " + DmnConditions.text(id) + ")");
		String source = Origin.DOC + " for a 3, " + Origin.OURS + " for the rest";
		rows.add(new Row(holds, results(points, 1), List.of(name, this.guide.judgement(), source)));
		if (this.guide.mainCounts() > 1) {
			Map<String, String> leads = new LinkedHashMap<>(holds);
			leads.put(leading, DmnConditions.text(id));
			rows.add(new Row(leads, results(points, this.guide.mainCounts() - 1),
					List.of(name + ", as the main one", this.guide.judgement(), source)));
		}
	}

	private List<String> results(Map<String, Integer> points, int times) {
		return techniqueIds().map((technique) -> String.valueOf(points.get(technique) * times)).toList();
	}

	private void bonusRows(List<Row> rows, Bonus bonus) {
		List<String> results = techniqueIds()
			.map((technique) -> technique.equals(bonus.technique()) ? String.valueOf(bonus.points()) : "0")
			.toList();
		// a sum counts every row that holds, so one row only, even for an "any"
		List<Map<String, String>> ways = this.conditions.rows(bonus.when());
		Map<String, String> tests = (ways.size() == 1) ? ways.get(0)
				: Map.of(this.conditions.expression(bonus.when()), "true");
		rows.add(new Row(tests, results, List.of("Extra points", bonus.because(), bonus.source().toString())));
	}

	private Table table(List<Rule> rules, List<Output> outputs, List<String> higher) {
		List<Row> rows = new ArrayList<>();
		for (Rule rule : rules) {
			for (Map<String, String> way : this.conditions.rows(rule.when())) {
				Map<String, String> tests = new LinkedHashMap<>(way);
				tests.putAll(rule.guards());
				rows.add(new Row(tests, rule.results(), rule.annotations()));
			}
		}
		return new Table(columns(rows, higher), outputs, ANNOTATIONS, rows);
	}

	/** The columns that the rows use, in the order of the questions. */
	private List<Column> columns(List<Row> rows, List<String> higher) {
		Set<String> used = rows.stream().flatMap((row) -> row.tests().keySet().stream()).collect(Collectors.toSet());
		List<Column> columns = new ArrayList<>();
		for (DmnElement element : this.elements.values()) {
			if (used.remove(element.name())) {
				columns.add(new Column(element.label(), element.name(), element.type()));
			}
		}
		used.stream()
			.sorted()
			.forEach((expression) -> columns.add(higher.isEmpty() ? new Column(expression, expression, "boolean")
					: new Column("Fired at a higher level", expression, RULE_IDS)));
		return columns;
	}

	private String source(Origin origin, List<String> tags) {
		return origin + ": " + tags.stream().map(this::source).collect(Collectors.joining("; "));
	}

	private String source(String tag) {
		if (tag.startsWith("doc:")) {
			return this.base.about()
				.document()
				.sections()
				.stream()
				.filter((section) -> section.id().equals(tag.substring(4)))
				.map((section) -> "the source document, " + section.title())
				.collect(Collectors.joining());
		}
		return tag + " (" + this.base.source(tag).publisher() + ", " + this.base.source(tag).title() + ")";
	}

}
