package org.backwise.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.exports.DmnSheets;
import org.backwise.triage.Assessment.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine beside the contract, on sheets that were made from the rules. */
class ContractTests {

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	@Test
	void theEngineDecidesAsTheContractDoes() {
		DmnSheets sheets = new DmnSheets(this.triage);
		List<Map<String, Object>> all = Stream
			.of(sheets.fires(), sheets.nearMisses(), sheets.stopsEarly(), sheets.random(20_000))
			.flatMap(List::stream)
			.toList();
		for (Map<String, Object> sheet : all) {
			Reading reading = this.triage.read(sheet);
			assertThat(Contract.comparable(this.triage.assess(reading))).as("%s", sheet)
				.isEqualTo(Contract.BUILT_IN.assess(new ContractSheet(reading)));
		}
	}

	@Test
	void theEngineClearsWhatTheContractClears() {
		assertThat(this.triage.clearable()).containsExactlyInAnyOrderElementsOf(Contract.clearable());
		Random random = new Random(20_261_126);
		Map<String, Integer> tried = new TreeMap<>();
		double[] calm = { 0.97, 0.93, 0.85 };
		for (int i = 0; i < 12_000; i++) {
			ContractQuestions questions = new ContractQuestions(random, calm[i % calm.length]);
			AnswerSheet sheet = questions.sheet();
			Set<String> cleared = clearance(Contract.BUILT_IN.assess(sheet).findings(), random);
			compare(questions.completed(sheet, cleared), cleared, tried);
		}
		assertThat(tried).as("how often each was tried: %s", tried)
			.containsOnlyKeys("complementary", "referral", "plan", "complementary, unclear origin");
		assertThat(tried.values()).allMatch((times) -> times > 30);
	}

	/**
	 * A clearance for everything that fired must be the same one where it comes back to
	 * generated sheets.
	 */
	@Test
	void theEngineClearsTheSheetsMadeFromTheRules() {
		DmnSheets sheets = new DmnSheets(this.triage);
		Map<String, Integer> tried = new TreeMap<>();
		Random random = new Random(1);
		for (Map<String, Object> sheet : sheets.fires()) {
			AnswerSheet whole = new ContractQuestions(random, 1).completed(new AnswerSheet(sheet),
					Contract.clearable());
			compare(whole, Contract.clearable(), tried);
		}
		assertThat(tried).containsKeys("complementary", "referral", "plan");
	}

	private void compare(AnswerSheet sheet, Set<String> cleared, Map<String, Integer> tried) {
		Reading reading = this.triage.read(sheet.answers(), cleared);
		assertThat(reading.ignored()).as("%s, cleared %s", sheet, cleared).isEmpty();
		assertThat(reading.missing()).as("%s, cleared %s", sheet, cleared).isEmpty();
		Assessment decided = this.triage.assess(reading);
		assertThat(Contract.comparable(decided)).as("%s, cleared %s", sheet, cleared)
			.isEqualTo(Contract.BUILT_IN.assess(sheet, cleared));
		boolean unclear = decided.cautions().stream().anyMatch((caution) -> caution.rule().equals("D-12"));
		tried.merge(decided.complementary() ? unclear ? "complementary, unclear origin" : "complementary"
				: decided.hasCarePlan() ? "plan" : "referral", 1, Integer::sum);
	}

	/** Everything, exactly what fired, what fired but one, or whatever. */
	private static Set<String> clearance(List<Finding> findings, Random random) {
		List<String> fired = new ArrayList<>(findings.stream().map(Finding::rule).toList());
		fired.retainAll(Contract.clearable());
		return switch (random.nextInt(4)) {
			case 0 -> Contract.clearable();
			case 1 -> Set.copyOf(fired);
			case 2 -> {
				if (!fired.isEmpty()) {
					fired.remove(random.nextInt(fired.size()));
				}
				yield Set.copyOf(fired);
			}
			default -> {
				Set<String> some = new TreeSet<>(Contract.clearable());
				some.removeIf((rule) -> random.nextInt(4) == 0);
				yield some;
			}
		};
	}

}
