package org.backwise.triage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.exports.DmnSheets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine beside the contract, on sheets that were made from the rules. */
class ContractTests {

	@Test
	void theEngineDecidesAsTheContractDoes() {
		Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));
		DmnSheets sheets = new DmnSheets(triage);
		List<Map<String, Object>> all = Stream
			.of(sheets.fires(), sheets.nearMisses(), sheets.stopsEarly(), sheets.random(20_000))
			.flatMap(List::stream)
			.toList();
		for (Map<String, Object> sheet : all) {
			Reading reading = triage.read(sheet);
			assertThat(Contract.comparable(triage.assess(reading))).as("%s", sheet)
				.isEqualTo(Contract.BUILT_IN.assess(new ContractSheet(reading)));
		}
	}

}
