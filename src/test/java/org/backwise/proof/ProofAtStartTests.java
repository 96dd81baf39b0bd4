package org.backwise.proof;

import java.time.Duration;

import org.backwise.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProofAtStartTests {

	private static final Duration ENOUGH = Duration.ofMinutes(2);

	@Test
	void letsSafeRulesOfAPracticeStart() {
		assertThatCode(() -> start(Sheets.BUILT_IN, "own", ENOUGH)).doesNotThrowAnyException();
	}

	@Test
	void stopsTheStartWhenASignIsPassedOver() {
		assertThatThrownBy(() -> start(Mutants.without(Sheets.BUILT_IN, "U-11"), "own", ENOUGH))
			.isInstanceOf(UnsafeRulesException.class)
			.hasMessageContaining("nothing was started")
			.hasMessageContaining("kidney-signs")
			.hasMessageContaining("Smallest example");
	}

	@Test
	void doesNotProveOurOwnFilesAgainAtEveryStart() {
		assertThatCode(() -> start(Mutants.without(Sheets.BUILT_IN, "U-11"), "", ENOUGH)).doesNotThrowAnyException();
	}

	private static void start(KnowledgeBase base, String folder, Duration budget) {
		new ProofAtStart(base, new Proofs(base), folder, budget).afterPropertiesSet();
	}

}
