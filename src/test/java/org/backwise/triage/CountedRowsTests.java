package org.backwise.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.exports.DmnSheets;
import org.backwise.triage.Assessment.CountedRow;
import org.backwise.triage.Assessment.CountedRow.Kind;
import org.backwise.triage.Assessment.TechniqueChoice;

import static org.assertj.core.api.Assertions.assertThat;

/** A choice of technique says what its points come from. */
class CountedRowsTests {

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final TechniqueGuide guide = this.base.techniques();

	private final Triage triage = new Triage(this.base);

	@Test
	void areThoseThatHoldWithTheMainOnesMarked() {
		for (Map<String, Object> sheet : sheets()) {
			Reading reading = this.triage.read(sheet);
			TechniqueChoice choice = this.triage.assess(reading).technique();
			if (choice != null) {
				assertThat(choice.counted()).as("%s", sheet)
					.containsExactlyElementsOf(expected(reading.answers(), choice.primary()));
			}
		}
	}

	@Test
	void addUpToTheScores() {
		for (Map<String, Object> sheet : sheets()) {
			TechniqueChoice choice = this.triage.assess(this.triage.read(sheet)).technique();
			if (choice != null) {
				choice.scores()
					.forEach((technique,
							score) -> assertThat(choice.counted()
								.stream()
								.mapToInt(
										(row) -> row.pointsFor(technique) * (row.main() ? this.guide.mainCounts() : 1))
								.sum()).as("%s on %s", technique, sheet).isEqualTo(score));
			}
		}
	}

	@Test
	void areFoundAgainForADecisionStoredBeforeTheyWereKept() {
		Reading reading = this.triage.read(AnswerSheets.ordinaryBackAche().answers());
		Assessment now = this.triage.assess(reading);
		JsonMapper json = new JsonMapper();
		TechniqueChoice before = json.readValue("""
				{"primary": "relaxation", "alternative": null, "scores": {"relaxation": 3}, "excluded": {}}""",
				TechniqueChoice.class);
		assertThat(before.counted()).isEmpty();
		Assessment stored = new Assessment(now.outcome(), null, null, List.of(), now.cautions(), false, List.of(),
				before, now.phases(), now.areas(), now.habit(), false, now.ignored(), now.knowledge());

		TechniqueChoice found = this.triage.withCounted(stored, reading.answers()).technique();

		assertThat(found).isNotNull();
		assertThat(found.counted()).isNotEmpty().isEqualTo(expected(reading.answers(), "relaxation"));
		assertThat(found.primary()).isEqualTo("relaxation");
		assertThat(found.scores()).containsOnly(Map.entry("relaxation", 3));
	}

	private List<Map<String, Object>> sheets() {
		DmnSheets sheets = new DmnSheets(this.triage);
		return Stream.of(sheets.fires(), sheets.plans(200), sheets.random(200)).flatMap(List::stream).toList();
	}

	/** By the readable meaning of the conditions. */
	private List<CountedRow> expected(Answers answers, String primary) {
		List<CountedRow> rows = new ArrayList<>();
		List<TechniqueGuide.Indication> indications = this.guide.indications()
			.stream()
			.filter((row) -> answers.hold(row.when()))
			.toList();
		indications.forEach((row) -> rows.add(new CountedRow(Kind.INDICATION, row.id(),
				indications.size() == 1 || answers.chosen("main-complaint").contains(row.id()),
				this.guide.points().get(row.id()), row.name())));
		List<TechniqueGuide.Cause> causes = this.guide.causes()
			.stream()
			.filter((row) -> answers.hold(new Condition.Chose("contributors", row.contributors())))
			.toList();
		causes.forEach((row) -> rows.add(new CountedRow(Kind.CAUSE, row.id(),
				causes.size() == 1 || answers.chosen("main-cause").contains(row.id()),
				this.guide.points().get(row.id()), row.clientName())));
		this.guide.bonuses()
			.stream()
			.filter((row) -> answers.hold(row.when()))
			.forEach((row) -> rows.add(new CountedRow(Kind.BONUS, row.technique(), false,
					Map.of(row.technique(), row.points()), row.because())));
		this.guide.preference()
			.techniques()
			.entrySet()
			.stream()
			.filter((wish) -> answers.chosen("preference").contains(wish.getKey()) && wish.getValue().equals(primary)
					&& !answers.hold(this.guide.sensitised().when()))
			.forEach((wish) -> rows.add(new CountedRow(Kind.WISH, wish.getKey(), false, Map.of(wish.getValue(), 0),
					this.guide.preference().because())));
		return rows;
	}

}
