package org.backwise.exports;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The exported DMN file and the engine, compared by an engine that is not ours. */
class DmnJudgeTests {

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Triage triage = new Triage(this.base);

	private final KieModel kie = new KieModel(this.base);

	private final Set<String> fired = new HashSet<>();

	@Test
	void decidesLikeTheEngineOnEveryWayARuleCanHoldAndOnEveryNearMiss() {
		DmnSheets sheets = new DmnSheets(this.triage);
		List<Map<String, Object>> all = Stream
			.of(sheets.fires(), sheets.nearMisses(), sheets.stopsEarly(), sheets.random(1000))
			.flatMap(List::stream)
			.distinct()
			.toList();
		assertThat(all).hasSizeGreaterThan(3000);
		all.forEach(this::decidesAlike);
		assertThat(this.fired).as("rules that fired")
			.containsAll(this.base.referrals().stream().map(Rules.Referral::id).toList())
			.containsAll(this.base.cautions().stream().map(Rules.Caution::id).toList());
	}

	@Test
	void isValidBySchemaAndModelAndCompiles() {
		DMNValidator validator = DMNValidatorFactory.newValidator();
		List<DMNMessage> messages = validator.validate(new StringReader(DmnDocument.of(this.base)),
				DMNValidator.Validation.VALIDATE_SCHEMA, DMNValidator.Validation.VALIDATE_MODEL,
				DMNValidator.Validation.VALIDATE_COMPILATION);
		assertThat(messages).isEmpty();
		assertThat(this.kie.model().getMessages()).isEmpty();
	}

	@Test
	void hasNoFindingOfTheTableAnalysisThatTheDocsDoNotExplain() throws IOException {
		String docs = Files.readString(Path.of("docs/dmn.md"));
		analysed(DmnDocument.of(this.base))
			.forEach((kind, count) -> assertThat(docs).contains("| as exported | `" + kind + "` | " + count + " |"));
		analysed(analysable()).forEach(
				(kind, count) -> assertThat(docs).contains("| with yes-no columns | `" + kind + "` | " + count + " |"));
	}

	private static Map<String, Long> analysed(String file) {
		return DMNValidatorFactory.newValidator()
			.validate(new StringReader(file), DMNValidator.Validation.ANALYZE_DECISION_TABLE)
			.stream()
			.collect(Collectors.groupingBy((message) -> message.getLevel() + " " + message.getMessageType(),
					TreeMap::new, Collectors.counting()));
	}

	/**
	 * The same tables with a yes-no column for each test of a list, since the analysis
	 * reads no other.
	 */
	private String analysable() {
		DmnModel model = new DmnModel(this.base);
		List<DmnElement> elements = model.elements()
			.stream()
			.map((element) -> (element instanceof Decision decision && decision.logic() instanceof Table table)
					? new Decision(decision.name(), decision.label(), decision.type(), decision.description(),
							decision.needs(), widened(table))
					: element)
			.toList();
		return new DmnWriter().write(model.types(), elements, this.base);
	}

	private static Table widened(Table table) {
		Map<String, Column> columns = new LinkedHashMap<>();
		List<Row> rows = table.rows().stream().map((row) -> {
			Map<String, String> tests = new LinkedHashMap<>();
			row.tests().forEach((expression, test) -> {
				boolean list = test.contains("?");
				String own = list ? test.replace("?", expression) : expression;
				tests.put(own, list ? "true" : test);
				columns.put(own,
						table.columns()
							.stream()
							.filter((column) -> column.expression().equals(expression))
							.map((column) -> list ? new Column(own, own, "boolean") : column)
							.findFirst()
							.orElseThrow());
			});
			return new Row(tests, row.results(), row.annotations());
		}).toList();
		return new Table(List.copyOf(columns.values()), table.outputs(), table.annotations(), rows);
	}

	@Test
	void isTheSameEveryTime() {
		assertThat(DmnDocument.of(this.base)).isEqualTo(DmnDocument.of(this.base));
	}

	private void decidesAlike(Map<String, Object> sheet) {
		Reading reading = this.triage.read(sheet);
		Assessment ours = this.triage.assess(reading);
		DMNResult theirs = this.kie.decide(this.kie.inputs(reading));
		assertThat(theirs.getMessages()).as("%s", sheet).isEmpty();
		assertThat(theirs.getContext().get("level")).as("level of %s", sheet)
			.isEqualTo((ours.level() != null) ? ours.level().toString() : null);
		assertThat(findings(theirs)).as("findings of %s", sheet).isEqualTo(findings(ours));
		ours.findings().forEach((finding) -> this.fired.add(finding.rule()));
		Assessment.TechniqueChoice technique = ours.technique();
		if (technique != null) {
			assertThat(cautions(theirs)).as("cautions of %s", sheet).isEqualTo(cautions(ours));
			assertThat(excluded(theirs)).as("exclusions of %s", sheet).isEqualTo(technique.excluded());
			assertThat(scores(theirs)).as("scores of %s", sheet).isEqualTo(technique.scores());
			ours.cautions().forEach((caution) -> this.fired.add(caution.rule()));
		}
	}

	private static Map<String, Set<String>> findings(Assessment assessment) {
		Map<String, Set<String>> found = new TreeMap<>();
		for (Level level : Level.values()) {
			found.put(level.toString(), new TreeSet<>());
		}
		assessment.findings().forEach((finding) -> found.get(finding.level().toString()).add(finding.rule()));
		return found;
	}

	private static Map<String, Set<String>> findings(DMNResult result) {
		Map<String, Set<String>> found = new TreeMap<>();
		part(result, "findings").forEach((level, rules) -> {
			assertThat(rules).doesNotHaveDuplicates();
			found.put(level, new TreeSet<>(rules));
		});
		return found;
	}

	private static Map<String, List<String>> cautions(Assessment assessment) {
		return assessment.cautions()
			.stream()
			.collect(Collectors.toMap(Assessment.Caution::rule, Assessment.Caution::excludes));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, List<String>> cautions(DMNResult result) {
		Map<String, List<String>> found = new TreeMap<>();
		List<Map<String, Object>> rows = (List<Map<String, Object>>) result.getContext().get("cautions");
		rows.forEach((row) -> found.put((String) row.get("rule"), (List<String>) row.get("excludes")));
		return found;
	}

	private static Map<String, List<String>> excluded(DMNResult result) {
		return part(result, "excluded").entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty())
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().stream().sorted().toList()));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Integer> scores(DMNResult result) {
		Map<String, Integer> scores = new LinkedHashMap<>();
		((Map<String, BigDecimal>) result.getContext().get("scores"))
			.forEach((technique, points) -> scores.put(id(technique), points.intValueExact()));
		return scores;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, List<String>> part(DMNResult result, String decision) {
		Map<String, List<String>> part = new LinkedHashMap<>();
		((Map<String, List<String>>) result.getContext().get(decision))
			.forEach((name, values) -> part.put(id(name), values));
		return part;
	}

	private static String id(@Nullable String name) {
		return String.valueOf(name).replace('_', '-');
	}

}
