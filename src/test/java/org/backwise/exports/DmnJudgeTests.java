package org.backwise.exports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.exports.DmnElement.Column;
import org.backwise.exports.DmnElement.Decision;
import org.backwise.exports.DmnElement.Row;
import org.backwise.exports.DmnElement.Table;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The exported DMN file and the engine, compared by engines that are not ours. */
class DmnJudgeTests {

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();

	@Test
	void decidesLikeTheEngineOnEveryWayARuleCanHoldAndOnEveryNearMiss() {
		Triage triage = new Triage(BASE);
		DmnSheets source = new DmnSheets(triage);
		List<Map<String, Object>> sheets = Stream
			.of(source.fires(), source.nearMisses(), source.stopsEarly(), source.random(200))
			.flatMap(List::stream)
			.distinct()
			.toList();
		assertThat(sheets).hasSizeGreaterThan(3000);
		KieModel kie = new KieModel(BASE);
		OperatonModel operaton = new OperatonModel(BASE, DmnVersion.V1_3);
		Set<String> fired = new HashSet<>();
		Map<Map<String, Object>, DmnVerdict> expected = new LinkedHashMap<>();
		sheets.forEach((sheet) -> {
			Reading reading = triage.read(sheet);
			Assessment assessment = triage.assess(reading);
			DmnVerdict verdict = DmnVerdict.of(assessment);
			assertThat(expected.merge(kie.inputs(reading), verdict, (first, second) -> first)).isEqualTo(verdict);
			assessment.findings().forEach((finding) -> fired.add(finding.rule()));
			assessment.cautions().forEach((caution) -> fired.add(caution.rule()));
		});
		// the judges share nothing, so each may have a processor of its own
		Stream.<UnaryOperator<Map<String, Object>>>of(kie::triage, operaton::triage)
			.parallel()
			.forEach((judge) -> expected.forEach((inputs,
					verdict) -> assertThat(DmnVerdict.of(judge.apply(inputs))).as("%s", inputs).isEqualTo(verdict)));
		assertThat(fired).as("rules that fired")
			.containsAll(BASE.referrals().stream().map(Rules.Referral::id).toList())
			.containsAll(BASE.cautions().stream().map(Rules.Caution::id).toList());
	}

	@ParameterizedTest
	@EnumSource
	void isValidBySchemaAndModelAndCompiles(DmnVersion version) {
		List<DMNMessage> messages = VALIDATOR.validate(new StringReader(DmnDocument.of(BASE, version)),
				DMNValidator.Validation.VALIDATE_SCHEMA, DMNValidator.Validation.VALIDATE_MODEL,
				DMNValidator.Validation.VALIDATE_COMPILATION);
		// the standard wants no name there, Operaton and Camunda 7 hand on nothing
		// without one
		assertThat(messages).hasSize(6)
			.allMatch((message) -> message.getLevel() == DMNMessage.Level.WARNING
					&& message.getMessageType() == DMNMessageType.ILLEGAL_USE_OF_NAME
					&& message.getText().contains("should not have output name"));
	}

	@Test
	void hasNoFindingOfTheTableAnalysisThatTheDocsDoNotExplain() throws IOException {
		String docs = Files.readString(Path.of("docs/dmn.md"));
		analysed(DmnDocument.of(BASE, DmnVersion.DEFAULT))
			.forEach((kind, count) -> assertThat(docs).contains("| as exported | `" + kind + "` | " + count + " |"));
		analysed(analysable()).forEach(
				(kind, count) -> assertThat(docs).contains("| with yes-no columns | `" + kind + "` | " + count + " |"));
	}

	private static Map<String, Long> analysed(String file) {
		return VALIDATOR.validate(new StringReader(file), DMNValidator.Validation.ANALYZE_DECISION_TABLE)
			.stream()
			.collect(Collectors.groupingBy((message) -> message.getLevel() + " " + message.getMessageType(),
					TreeMap::new, Collectors.counting()));
	}

	/**
	 * The same tables with a yes-no column for each test of a list, since the analysis
	 * reads no other.
	 */
	private static String analysable() {
		DmnModel model = new DmnModel(BASE);
		List<DmnElement> elements = model.elements()
			.stream()
			.map((element) -> (element instanceof Decision decision && decision.logic() instanceof Table table)
					? new Decision(decision.name(), decision.label(), decision.type(), decision.description(),
							decision.needs(), widened(table))
					: element)
			.toList();
		return DmnWriter.write(model.types(), elements, BASE, DmnVersion.DEFAULT);
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
			return new Row(tests, row.result(), row.annotations());
		}).toList();
		return new Table(List.copyOf(columns.values()), table.annotations(), rows);
	}

	@Test
	void isTheSameEveryTime() {
		assertThat(DmnDocument.of(BASE, DmnVersion.DEFAULT)).isEqualTo(DmnDocument.of(BASE, DmnVersion.DEFAULT));
	}

}
