package org.backwise.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Rules;
import org.backwise.proof.ProofReport.Counts;
import org.backwise.proof.ProofReport.RuleProof;
import org.backwise.triage.Assessment;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProofTests {

	private static final ProofReport REPORT = Proof.of(Sheets.BUILT_IN);

	private final Triage triage = new Triage(Sheets.BUILT_IN);

	@Test
	void provesEveryPropertyOfTheBuiltInRules() {
		assertThat(REPORT.broken())
			.as(() -> "What is now unsafe or in vain:\n"
					+ String.join("\n", REPORT.broken().stream().map(Property::inWords).toList()))
			.isEmpty();
		assertThat(REPORT.leftOut()).isEmpty();
		assertThat(REPORT.properties()).hasSizeGreaterThanOrEqualTo(40);
		assertThat(REPORT.properties()).extracting(Property::id)
			.containsExactlyInAnyOrderElementsOf(
					Stream.of(safety(), Promises.kept().reach().keySet(), care()).flatMap(Collection::stream).toList());
	}

	@Test
	void everyExampleOfARuleMakesTheRealEngineFireIt() {
		assertThat(REPORT.rules()).hasSizeGreaterThan(90);
		for (RuleProof rule : REPORT.rules()) {
			Example example = java.util.Objects.requireNonNull(rule.example());
			Assessment assessment = this.triage.assess(this.triage.read(example.answers()));
			assertThat(Sheets.fired(assessment)).as(rule.rule() + ": " + example.inWords())
				.contains((rule.level() != null) ? rule.rule() + " " + rule.level() : rule.rule());
			if (rule.level() != null && rule.decides()) {
				assertThat(assessment.level()).as(rule.rule()).isEqualTo(rule.level());
			}
		}
	}

	@Test
	void everyWitnessIsAWholeSheetForTheRealEngine() {
		assertThat(REPORT.witnesses()).hasSizeGreaterThan(20);
		REPORT.witnesses().forEach((witness) -> {
			Example example = java.util.Objects.requireNonNull(witness.example());
			assertThat(this.triage.read(example.answers()).isComplete()).as(witness.what()).isTrue();
			assertThat(this.triage.read(example.answers()).ignored()).as(witness.what()).isEmpty();
			Assessment assessment = this.triage.assess(this.triage.read(example.answers()));
			Sheets.BUILT_IN.techniques().techniques().forEach((technique) -> {
				if (witness.what().equals("“" + technique.name() + "” leads")) {
					assertThat(java.util.Objects.requireNonNull(assessment.technique()).primary())
						.isEqualTo(technique.id());
				}
			});
		});
	}

	@Test
	void countsAddUp() {
		Counts counts = java.util.Objects.requireNonNull(REPORT.counts());
		assertThat(sum(counts.byOutcome())).isEqualTo(counts.sheets());
		assertThat(sum(counts.byTechnique())).isEqualTo(counts.byOutcome().get("care-plan"));
		assertThat(counts.sheetsByBands()).isLessThan(counts.sheets());
	}

	@Test
	void saysWhichRulesAreCoveredByOthers() {
		assertThat(REPORT.covered()).extracting((rule) -> rule.rule() + " " + rule.level()).isEmpty();
	}

	/**
	 * In the time of the processor, and only what is far off fails: ten seconds are what
	 * the bench measures, on a machine that does nothing else.
	 */
	@Test
	void isNotFarFromTenSeconds() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long begin = threads.getCurrentThreadCpuTime();
		Proof.of(Sheets.BUILT_IN);
		assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofSeconds(25));
	}

	@Test
	void showsNumbersOnlyOfTheRulesTheyWereMadeOf() {
		KnowledgeFiles built = KnowledgeFiles.builtIn();
		KnowledgeBase own = new KnowledgeReader()
			.read(built.with("red-flags.yaml", built.texts().get("red-flags.yaml") + "\n# ours\n"));
		ProofReport report = Proof.of(own);
		assertThat(report.broken()).isEmpty();
		assertThat(report.counts()).isNull();
		assertThat(report.properties()).extracting(Property::id)
			.containsExactlyInAnyOrderElementsOf(Stream.concat(safety().stream(), care().stream())
				.filter((claim) -> !ofTheBuild().contains(claim))
				.toList());
	}

	/** What is proved of whole courses, by the build and for its own rules alone. */
	private static List<String> ofTheBuild() {
		List<String> proved = CourseNumbers.of(Sheets.BUILT_IN.sha256()).orElseThrow().proved();
		assertThat(proved).isNotEmpty();
		return proved;
	}

	private static List<String> care() {
		CarePromises care = Promises.kept().care();
		return Stream.concat(care.says().keySet().stream(), care.least().keySet().stream()).toList();
	}

	private static List<String> safety() {
		return Stream.concat(Promises.kept().situations().keySet().stream(), Promises.kept().safety().keySet().stream())
			.toList();
	}

	@Test
	void namesWhatItLeftOutForWantOfTime() {
		ProofReport none = Proof.within(Sheets.BUILT_IN, Duration.ZERO);
		assertThat(none.leftOut()).hasSizeGreaterThan(2);
		assertThat(none.properties().stream().filter((property) -> property.kind() == Property.Kind.SAFETY))
			.as("want of time leaves out nothing that may hurt")
			.extracting(Property::id)
			.containsExactlyElementsOf(REPORT.properties()
				.stream()
				.filter((property) -> property.kind() == Property.Kind.SAFETY)
				.map(Property::id)
				.toList());
	}

	@Test
	void namesTheSignAndTheAnswersWhenARuleIsGone() {
		ProofReport report = Proof.safetyOf(Mutants.without(Sheets.BUILT_IN, "E-07"));
		assertThat(report.brokenSafety().get(0).inWords()).contains("R5", "serious-accident", "is no emergency",
				"Smallest example: ");
	}

	@Test
	void namesTheRuleThatCanNeverFire() {
		Rules.Referral dead = Sheets.BUILT_IN.referral("U-04");
		Rules.Referral never = new Rules.Referral(dead.id(), dead.title(), dead.source(), dead.sources(), null,
				dead.because(), dead.level(),
				new org.backwise.knowledge.Condition.AllOf(java.util.List.of(
						new org.backwise.knowledge.Condition.Chose("general-signs", java.util.List.of("none")),
						new org.backwise.knowledge.Condition.AnySign("general-signs"))),
				null, null, null, null);
		ProofReport report = Proof.safetyOf(Mutants.with(Sheets.BUILT_IN, never));
		assertThat(report.brokenSafety()).anySatisfy((property) -> {
			assertThat(property.rule()).isEqualTo("U-04");
			assertThat(property.inWords()).contains("can never fire");
		});
	}

	private static BigInteger sum(Map<String, BigInteger> counts) {
		return counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
	}

}
