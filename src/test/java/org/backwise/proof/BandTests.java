package org.backwise.proof;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that some condition tells apart are told apart by the proofs. */
class BandTests {

	@Test
	void beginWhereTheWordsForAGuardianDo() {
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		KnowledgeBase base = new KnowledgeReader().read(files.with("notices.yaml",
				files.texts().get("notices.yaml").replace("age: under 18", "age: under 13")));
		assertThat(Band.of(List.of(base)).get("age")).extracting(Band::from).contains(13);
	}

}
