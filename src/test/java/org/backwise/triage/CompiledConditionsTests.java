package org.backwise.triage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Rules;
import org.backwise.exports.DmnSheets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The compiled form of the conditions and their readable meaning. */
class CompiledConditionsTests {

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Triage triage = new Triage(this.base);

	@Test
	void holdAndShowWhatTheReadableConditionsDo() {
		AnswerCode code = new AnswerCode(this.base);
		List<Condition> conditions = Stream
			.concat(this.base.referrals().stream().flatMap((rule) -> rule.atLevels().stream()).map(Rules.AtLevel::when),
					this.base.cautions().stream().map(Rules.Caution::when))
			.toList();
		List<BitTest> tests = conditions.stream().map(code::test).toList();
		for (Map<String, Object> sheet : sheets()) {
			Answers answers = this.triage.read(sheet).answers();
			for (int i = 0; i < tests.size(); i++) {
				boolean holds = tests.get(i).holds(answers.bits());
				assertThat(holds).as("%s on %s", conditions.get(i), sheet).isEqualTo(answers.hold(conditions.get(i)));
				if (holds) {
					long[] shown = new long[code.words()];
					tests.get(i).show(answers.bits(), shown);
					Map<String, Answer> expected = answers.evidence(conditions.get(i));
					AnswerCode.Place[] places = code.places(tests.get(i)).toArray(AnswerCode.Place[]::new);
					Answer[] parts = AnswerCode.parts(shown, places, answers);
					assertThat(IntStream.range(0, parts.length)
						.filter((place) -> parts[place] != null)
						.mapToObj((place) -> Map.entry(places[place].question().id(), parts[place]))).as("%s", sheet)
						.containsExactlyElementsOf(expected.entrySet());
				}
			}
		}
	}

	@Test
	void showTheAnswersBehindEachFinding() {
		for (Map<String, Object> sheet : sheets()) {
			Reading reading = this.triage.read(sheet);
			this.triage.assess(reading).findings().forEach((finding) -> {
				Rules.AtLevel at = this.base.referral(finding.rule())
					.atLevels()
					.stream()
					.filter((level) -> reading.answers().hold(level.when()))
					.findFirst()
					.orElseThrow();
				assertThat(finding.level()).isEqualTo(at.level());
				assertThat(finding.answers()).isEqualTo(reading.answers().evidence(at.when()));
			});
		}
	}

	@Test
	void stopWhereARuleCanHoldInMoreWaysThanAnyoneCanCheck() {
		Condition either = new Condition.AnyOf(List.of(new Condition.AnySign("nerve-signs"),
				new Condition.Chose("contributors", List.of("long-sitting"))));
		RuleProgram.RuleOutcome rule = new RuleProgram.RuleOutcome("X-01", null,
				new Condition.AllOf(Collections.nCopies(13, either)));
		assertThatExceptionOfType(KnowledgeException.class)
			.isThrownBy(() -> new RuleProgram(List.of(List.of(rule)), List.of(rule), new AnswerCode(this.base)))
			.withMessageStartingWith("Rule X-01: it can hold in more than 4096 ways");
	}

	private List<Map<String, Object>> sheets() {
		DmnSheets sheets = new DmnSheets(this.triage);
		return Stream.of(sheets.fires(), sheets.stopsEarly(), sheets.random(300)).flatMap(List::stream).toList();
	}

}
