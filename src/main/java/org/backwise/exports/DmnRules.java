package org.backwise.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Row;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide.Technique;

/** The rules of referral and caution as decisions of a DMN model. */
class DmnRules {

	static final String RULE_IDS = "tRuleIds";

	private final DmnModel model;

	private final KnowledgeBase base;

	DmnRules(DmnModel model, KnowledgeBase base) {
		this.model = model;
		this.base = base;
	}

	void add() {
		this.model.listType(RULE_IDS, "string");
		referrals();
		cautions();
	}

	private static Stream<String> levels() {
		return Arrays.stream(Level.values()).map(Level::toString);
	}

	private void referrals() {
		List<String> higher = new ArrayList<>();
		Map<String, String> findings = new LinkedHashMap<>();
		StringBuilder level = new StringBuilder();
		for (Level one : Level.values()) {
			String name = "rules_" + DmnConditions.name(one.toString());
			Column before = new Column("Fired at a higher level", "flatten([" + String.join(", ", higher) + "])",
					RULE_IDS);
			this.model.decide(name, "Rules at the level " + one, RULE_IDS,
					"Every rule that fires at the level " + one + ". A rule with several ways to hold has several rows"
							+ " and may be named twice.",
					this.model.table(levelRows(one, before), List.of(before), DmnModel.ANNOTATIONS));
			higher.add(name);
			String entry = DmnConditions.name(one.toString());
			findings.put(entry, "distinct values(flatten([" + name + "])[item != null])");
			level.append("if count(findings." + entry + ") > 0 then " + DmnConditions.text(one.toString()) + "\nelse ");
		}
		this.model.decide("findings", "Findings", this.model.type("tFindings", DmnModel.parts(levels(), RULE_IDS)),
				"The rules that fired, by level, each once.", DmnModel.context(findings));
		this.model.decide("level", "Level", this.model.type("tLevel", "string", DmnConditions.texts(levels().toList())),
				"The most urgent level at which any rule fired. Null means that a care plan is possible.",
				new Literal(level.append("null").toString()));
	}

	private List<Row> levelRows(Level level, Column before) {
		List<Row> rows = new ArrayList<>();
		for (Rules.Referral rule : this.base.referrals()) {
			List<Rules.AtLevel> levels = rule.atLevels();
			for (int i = 0; i < levels.size(); i++) {
				if (levels.get(i).level() == level) {
					Map<String, String> guards = (i > 0) ? Map.of(before.expression(),
							"not(list contains(?, " + DmnConditions.text(rule.id()) + "))") : Map.of();
					addRows(rows, levels.get(i).when(), guards, DmnConditions.text(rule.id()),
							List.of(rule.title(), rule.because(), source(rule.source(), rule.sources())));
				}
			}
		}
		return rows;
	}

	/** Adds a row for each way in which a condition can hold. */
	private void addRows(List<Row> rows, Condition when, Map<String, String> guards, String result,
			List<String> annotations) {
		for (Map<String, String> way : this.model.conditions().rows(when)) {
			Map<String, String> tests = new LinkedHashMap<>(way);
			tests.putAll(guards);
			rows.add(new Row(tests, result, annotations));
		}
	}

	private void cautions() {
		List<Row> rows = new ArrayList<>();
		this.base.cautions()
			.forEach((rule) -> addRows(rows, rule.when(), Map.of(), DmnConditions.text(rule.id()), List.of(rule.title(),
					String.join(", ", rule.excludes()), rule.because(), source(rule.source(), rule.sources()))));
		this.model.decide("cautions", "Cautions", RULE_IDS,
				"Every rule that limits a plan. Counts only when there is no level.",
				this.model.table(rows, List.of(), List.of("Title", "Leaves out", "Reason", "Source")));
		Map<String, String> excluded = new LinkedHashMap<>();
		techniques().forEach((technique) -> excluded.put(DmnConditions.name(technique),
				"distinct values(flatten([cautions])[list contains([" + excluding(technique) + "], item)])"));
		this.model.decide("excluded", "Techniques that are left out",
				this.model.type("tExcluded", DmnModel.parts(techniques(), RULE_IDS)),
				"For each technique the rules that leave it out.", DmnModel.context(excluded));
	}

	private Stream<String> techniques() {
		return this.base.techniques().techniques().stream().map(Technique::id);
	}

	private String excluding(String technique) {
		return DmnConditions.texts(this.base.cautions()
			.stream()
			.filter((rule) -> rule.excludes().contains(technique))
			.map(Rules.Caution::id)
			.toList());
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
