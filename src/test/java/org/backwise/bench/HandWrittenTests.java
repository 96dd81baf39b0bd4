package org.backwise.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.exports.DmnSheets;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine beside a second, plainly written implementation of the whole contract. */
class HandWrittenTests {

	@Test
	void decidesLikeTheEngine() {
		KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());
		Triage triage = new Triage(base);
		HandWritten hand = new HandWritten(base);
		DmnSheets sheets = new DmnSheets(triage);
		List<Map<String, Object>> all = Stream
			.of(sheets.fires(), sheets.nearMisses(), sheets.stopsEarly(), sheets.random(20_000))
			.flatMap(List::stream)
			.toList();
		for (Map<String, Object> sheet : all) {
			Reading reading = triage.read(sheet);
			assertThat(HandWritten.comparable(triage.assess(reading))).as("%s", sheet)
				.isEqualTo(hand.assess(new HandSheet(base, reading)));
		}
	}

}
