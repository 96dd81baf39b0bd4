package org.backwise.proof;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.List;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules.Referral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProofAtStartTests {

	private static final Duration ENOUGH = Duration.ofMinutes(2);

	private static final int SOME = 12;

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
	void startsWithNoPromiseUnprovedHoweverLittleTimeThereIs() {
		assertThatThrownBy(() -> start(Mutants.without(Sheets.BUILT_IN, "D-22"), "own", Duration.ZERO))
			.isInstanceOf(UnsafeRulesException.class)
			.hasMessageContaining("S-severe")
			.hasMessageContaining("D-22");
	}

	@ParameterizedTest
	@MethodSource("referrals")
	void namesTheRuleThatIsGoneAndWhetherItMayBeListed(String rule) {
		KnowledgeBase own = Mutants.without(Sheets.BUILT_IN, rule);
		ProofReport proved = Proof.safetyOf(own);
		String message = String.valueOf(new UnsafeRulesException("own", ProofAtStart.unsafe(own, proved)).getMessage());
		assertThat(message).contains("Rule " + rule + " is milder than the one that comes with Backwise");
		boolean breaksAPromise = message.contains("NOT TRUE.\n    ") && proved.brokenSafety()
			.stream()
			.anyMatch((property) -> PromiseProofs.isOfLevelsOrPlans(property.id()));
		if (breaksAPromise || !Promises.kept().floor().mayBeLoosened(rule)) {
			assertThat(message).contains("can never be loosened").doesNotContain("rule: " + rule + ",");
		}
		else {
			assertThat(message).contains("loosened.yaml", "rule: " + rule + ",");
		}
	}

	/** Each takes seconds; the gate tries some, {@code -Plong} every one. */
	static Stream<String> referrals() {
		List<String> all = Sheets.BUILT_IN.referrals().stream().map(Referral::id).toList();
		return Boolean.getBoolean("backwise.long") ? all.stream()
				: IntStream.range(0, all.size()).filter((place) -> place % SOME == 0).mapToObj(all::get);
	}

	@Test
	void doesNotProveOurOwnFilesAgainAtEveryStart() {
		assertThatCode(() -> start(Mutants.without(Sheets.BUILT_IN, "U-11"), "", ENOUGH)).doesNotThrowAnyException();
	}

	private static void start(KnowledgeBase base, String folder, Duration budget) {
		new ProofAtStart(base, new Proofs(base), folder, budget).afterPropertiesSet();
	}

}
