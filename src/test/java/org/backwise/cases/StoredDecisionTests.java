package org.backwise.cases;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.AnswerSheets;
import org.backwise.triage.Assessment;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Every shape in which a decision was ever stored is read as what was decided. */
class StoredDecisionTests {

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	private final JsonMapper json = new JsonMapper();

	@Test
	void whatIsWrittenTodayIsReadAsItWas() {
		Assessment plan = decided(AnswerSheets.ordinaryBackAche().answers());
		String text = this.json.writeValueAsString(StoredDecision.of(plan));
		assertThat(text).doesNotContain("outcome", "sha256");
		assertThat(read(text, StoredDecision.SCHEMA, plan)).isEqualTo(plan);
	}

	@Test
	void shapesOfTheRulesOwnObjectAreRead() {
		Assessment plan = withoutForecast(decided(AnswerSheets.ordinaryBackAche().answers()));
		String second = this.json.writeValueAsString(plan);
		assertThat(read(second, 2, plan)).isEqualTo(plan);
		String first = second.replaceFirst(",\"counted\":\\[.*?\\}\\]", "");
		assertThat(first).doesNotContain("counted");
		Assessment without = read(first, 1, plan);
		assertThat(without.technique().counted()).isEmpty();
		assertThat(
				this.triage.withCounted(without, this.triage.read(AnswerSheets.ordinaryBackAche().answers()).answers()))
			.isEqualTo(plan);
	}

	@Test
	void shapeOfALaterVersionIsRefused() {
		for (int schema : List.of(0, StoredDecision.SCHEMA + 1)) {
			assertThatIllegalStateException().isThrownBy(() -> StoredDecision.read("{}", schema, this.json));
		}
	}

	/** As it was before a plan had a forecast. */
	private static Assessment withoutForecast(Assessment plan) {
		return new Assessment(plan.outcome(), plan.level(), plan.lead(), plan.findings(), plan.cautions(),
				plan.complementary(), plan.cleared(), plan.technique(),
				plan.phases()
					.stream()
					.map((phase) -> new Assessment.PlannedPhase(phase.phase(), phase.sessions(), phase.everyDays(),
							false))
					.toList(),
				plan.areas(), plan.habit(), plan.sensitised(), plan.ignored(), plan.knowledge());
	}

	private Assessment decided(Map<String, Object> sheet) {
		return this.triage.assess(this.triage.read(sheet));
	}

	private Assessment read(String text, int schema, Assessment of) {
		return StoredDecision.read(text, schema, this.json)
			.decided(of.outcome(), of.level(), of.knowledge().sha256(), of.knowledge().words());
	}

}
