package org.backwise.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Literal;
import org.backwise.exports.DmnElement.Row;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.knowledge.TechniqueGuide.Bonus;
import org.backwise.knowledge.TechniqueGuide.Technique;

/** The points of the techniques and the choice among them as decisions of a DMN model. */
class DmnTechniques {

	static final String TECHNIQUE = "tTechnique";

	/** What a point is worth; the tie-breaks together are worth less. */
	private static final int POINT = 1000;

	private final DmnModel model;

	private final KnowledgeBase base;

	private final TechniqueGuide guide;

	DmnTechniques(DmnModel model, KnowledgeBase base) {
		this.model = model;
		this.base = base;
		this.guide = base.techniques();
	}

	void add() {
		this.model.type(TECHNIQUE, "string", DmnConditions.texts(techniques().toList()));
		this.model.listType("tIds", "string");
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
		points();
		ranking();
		choice();
	}

	private Stream<String> techniques() {
		return this.guide.techniques().stream().map(Technique::id);
	}

	private void holding(String name, String label, Map<String, Condition> rows) {
		String list = rows.entrySet()
			.stream()
			.map((row) -> "if " + this.model.conditions().expression(row.getValue()) + " then "
					+ DmnConditions.text(row.getKey()) + " else null")
			.collect(Collectors.joining(",\n", "[", "]"));
		this.model.decide(name, label, "tIds", "The ids of those that the answers point to.",
				new Literal(list + "[item != null]"));
	}

	private void leading(String name, String label, String holding, String question) {
		String chosen = DmnConditions.name(question);
		this.model.decide(name, label, DmnModel.typeName(question),
				"The one chosen as the main one, or the only one that holds.",
				new Literal("if " + chosen + " != null then " + chosen + " else if count(" + holding + ") = 1 then "
						+ holding + "[1] else null"));
	}

	private void points() {
		List<Row> rows = new ArrayList<>();
		this.guide.causes()
			.forEach((cause) -> pointRows(rows, cause.id(), cause.name(), "causes_that_hold", "leading_cause"));
		this.guide.indications()
			.forEach((indication) -> pointRows(rows, indication.id(), indication.name(), "indications_that_hold",
					"leading_complaint"));
		List<Column> others = new ArrayList<>();
		this.guide.bonuses().forEach((bonus) -> rows.add(bonusRow(bonus, others)));
		String type = this.model.type("tPoints", DmnModel.parts(techniques(), "number"));
		this.model.decide("points", "Points", this.model.listType("tPointRows", type),
				"Points for each technique from every cause and indication that holds, from the main ones once more, and"
						+ " extra points. Counts only when there is no level.",
				this.model.table(rows, others, DmnModel.ANNOTATIONS));
		Map<String, String> scores = new LinkedHashMap<>();
		techniques().map(DmnConditions::name)
			.forEach((name) -> scores.put(name, "sum(concatenate([0], flatten([points])[item != null]." + name + "))"));
		this.model.decide("scores", "Technique scores", type, "The sum of the points of each technique.",
				DmnModel.context(scores));
	}

	private void pointRows(List<Row> rows, String id, String name, String holding, String leading) {
		Map<String, Integer> points = Objects.requireNonNull(this.guide.points().get(id));
		Map<String, String> holds = Map.of(holding, "list contains(?, " + DmnConditions.text(id) + ")");
		String source = Origin.DOC + " for a 3, " + Origin.OURS + " for the rest";
		rows.add(new Row(holds, points(points::get), List.of(name, this.guide.judgement(), source)));
		int more = this.guide.mainCounts() - 1;
		if (more > 0) {
			Map<String, String> leads = new LinkedHashMap<>(holds);
			leads.put(leading, DmnConditions.text(id));
			rows.add(new Row(leads, points((technique) -> points.getOrDefault(technique, 0) * more),
					List.of(name + ", as the main one", this.guide.judgement(), source)));
		}
	}

	private String points(ToIntFunction<String> points) {
		return techniques().map((id) -> DmnConditions.name(id) + ": " + points.applyAsInt(id))
			.collect(Collectors.joining(", ", "{ ", " }"));
	}

	private Row bonusRow(Bonus bonus, List<Column> others) {
		// a sum counts every row that holds, so one row only, even for an "any"
		List<Map<String, String>> ways = this.model.conditions().rows(bonus.when());
		Map<String, String> tests = (ways.size() == 1) ? ways.get(0)
				: Map.of(this.model.conditions().expression(bonus.when()), "true");
		if (ways.size() != 1) {
			tests.keySet().forEach((expression) -> others.add(new Column(expression, expression, "boolean")));
		}
		return new Row(tests, points((technique) -> technique.equals(bonus.technique()) ? bonus.points() : 0),
				List.of("Extra points", bonus.because(), bonus.source().toString()));
	}

	private void ranking() {
		String ranked = techniques().map((id) -> {
			String name = DmnConditions.name(id);
			return "\t{ id: " + DmnConditions.text(id) + ", free: count(excluded." + name + ") = 0, score: scores."
					+ name + ", worth: " + POINT + " * scores." + name
					+ ownMatch("leading_complaint",
							this.guide.indications().stream().map(TechniqueGuide.Indication::id), id, POINT / 2)
					+ ownMatch("leading_cause", this.guide.causes().stream().map(TechniqueGuide.Cause::id), id,
							POINT / 4)
					+ " + " + (this.guide.techniques().size() - this.guide.gentlerFirst().indexOf(id)) + " }";
		}).collect(Collectors.joining(",\n", "[\n", "\n]"));
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("id", TECHNIQUE);
		parts.put("free", "boolean");
		parts.put("score", "number");
		parts.put("worth", "number");
		String type = this.model.type("tRanked", parts);
		this.model.decide("ranking", "Ranking", this.model.listType("tRanking", type),
				"The techniques that nothing leaves out, the best first. When scores are the same, the one that suits the"
						+ " main complaint comes first, then the one that suits the main cause, then the gentler one.",
				new Literal("sort(" + ranked + "[item.free], function(a, b) a.worth > b.worth)"));
	}

	/**
	 * More worth when a main cause or complaint is one that the technique is made for.
	 */
	private String ownMatch(String leading, Stream<String> ids, String technique, int worth) {
		List<String> matches = ids
			.filter((id) -> Objects.equals(Objects.requireNonNull(this.guide.points().get(id)).get(technique),
					TechniqueGuide.OWN_MATCH))
			.toList();
		return matches.isEmpty() ? "" : " + (if list contains([" + DmnConditions.texts(matches) + "], " + leading
				+ ") then " + worth + " else 0)";
	}

	private void choice() {
		String wished = this.guide.preference()
			.techniques()
			.entrySet()
			.stream()
			.map((wish) -> "if "
					+ this.model.conditions()
						.expression(new Condition.Chose(this.base.roles().preference(), List.of(wish.getKey())))
					+ " then " + DmnConditions.text(wish.getValue()))
			.collect(Collectors.joining("\nelse ", "", "\nelse null"));
		this.model.decide("wished_technique", "Technique that is wished for", TECHNIQUE,
				"The technique that goes with the preference.", new Literal(wished));
		this.model.decide("primary_technique", "Technique to begin with", TECHNIQUE,
				"The one that leads in the sensitised pattern; else the one wished for, when it is at most "
						+ this.guide.preference().within() + " points behind the best; else the best.",
				new Literal("if level != null then null\nelse if "
						+ this.model.conditions().expression(this.guide.sensitised().when()) + " then "
						+ DmnConditions.text(this.guide.sensitised().primary())
						+ "\nelse if count(ranking[item.id = wished_technique and item.score >= ranking[1].score - "
						+ this.guide.preference().within() + "]) > 0 then wished_technique\nelse ranking[1].id"));
		this.model.decide("alternative_technique", "Technique to choose instead", TECHNIQUE,
				"The best one of the others.",
				new Literal(
						"if level != null then null\nelse if primary_technique != ranking[1].id then ranking[1].id\n"
								+ "else if count(ranking) > 1 then ranking[2].id\nelse null"));
	}

}
