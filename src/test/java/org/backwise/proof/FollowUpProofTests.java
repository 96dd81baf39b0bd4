package org.backwise.proof;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FollowUpProofTests {

	private static final CareProof PROOF = CareProof.of(Sheets.BUILT_IN, Long.MAX_VALUE);

	@Test
	void provesEveryPromiseOfTheBuiltInRules() {
		assertThat(PROOF.properties().stream().filter((property) -> !property.holds()).map(Property::inWords))
			.isEmpty();
		assertThat(PROOF.properties()).hasSizeGreaterThanOrEqualTo(25);
	}

	@Test
	void everythingThatCanComeOutHasAPerson() {
		assertThat(PROOF.witnesses()).hasSizeGreaterThanOrEqualTo(60);
		assertThat(PROOF.witnesses().stream().filter((witness) -> witness.example() == null)).isEmpty();
	}

	@Test
	void tellsTheStoryOfSomebodyWhomBrokenRulesPassOver() {
		CareProof proof = CareProof.of(without("FS-14"), Long.MAX_VALUE);
		assertThat(proof.properties().stream().filter((property) -> !property.holds()).map(Property::inWords))
			.anySatisfy((words) -> assertThat(words).contains("small injury", "leads to less than see-doctor",
					"Injury since the last time: “Small, and no doctor has looked at it”"));
	}

	@Test
	void noticesWhatTheCareWaitedForAndNobodyAsksAgain() {
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		String text = files.texts().get("follow-up.yaml");
		for (String part : List.of("- { waited-for: health-today }", "- { waited-for: skin-and-medicines }")) {
			assertThat(text).contains(part);
			KnowledgeBase base = new KnowledgeReader()
				.read(files.with("follow-up.yaml", text.replace(part, "- { moment: after-12-weeks }")));
			assertThat(new FollowUpProofs(base).alone().get("F-asked-again").get()).as(part)
				.hasValueSatisfying((failure) -> assertThat(failure.words()).contains("after a wait"));
		}
	}

	@Test
	void refusesAStartWithBrokenRules() {
		assertThatThrownBy(() -> new ProofAtStart(without("FR-03"), new Proofs(Sheets.BUILT_IN), "own",
				java.time.Duration.ofMinutes(5))
			.afterPropertiesSet()).isInstanceOf(UnsafeRulesException.class).hasMessageContaining("ten weekly sessions");
	}

	@Test
	void findsTheRuleThatWasTooMildInAFlare() {
		KnowledgeBase base = Sheets.BUILT_IN;
		List<CareRules.Rule> rules = java.util.Objects.requireNonNull(base.followUp())
			.rules()
			.stream()
			.map((rule) -> rule.id().equals("FD-01") ? FollowUpMutants.when(rule,
					FollowUpMutants.without(java.util.Objects.requireNonNull(rule.when()), "flare")) : rule)
			.toList();
		assertThat(CareProof.of(FollowUpMutants.with(base, rules), Long.MAX_VALUE).properties())
			.anySatisfy((property) -> assertThat(property.inWords()).contains("NOT TRUE", "Flare"));
	}

	private static KnowledgeBase without(String id) {
		KnowledgeBase base = Sheets.BUILT_IN;
		return FollowUpMutants.with(base,
				java.util.Objects.requireNonNull(base.followUp())
					.rules()
					.stream()
					.filter((rule) -> !rule.id().equals(id))
					.toList());
	}

}
