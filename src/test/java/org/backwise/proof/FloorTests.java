package org.backwise.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Cleared;
import org.backwise.knowledge.Rules.Referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A practice's own folder is never milder than the rules that come with Backwise. */
class FloorTests {

	private static final KnowledgeBase BASE = Sheets.BUILT_IN;

	private static final String SIGNED = "what: asked from 75 on, name: Dr. A. Example, role: doctor,"
			+ " date: \"2026-11-20\", reason: our patients have all been seen";

	@Test
	void theRulesThatComeWithBackwiseAreNotMilderThanThemselves() {
		assertThat(Floor.broken(BASE)).isEmpty();
	}

	@Test
	void deletingAnyReferralRuleIsRefusedWithAReason() {
		List<String> accepted = BASE.referrals()
			.parallelStream()
			.filter((rule) -> !refuses(rule, Mutants.without(BASE, rule.id())))
			.map(Referral::id)
			.toList();
		assertThat(accepted).isEmpty();
	}

	@Test
	void loweringAnyReferralRuleByOneLevelIsRefusedWithAReason() {
		List<String> accepted = BASE.referrals()
			.parallelStream()
			.filter((rule) -> rule.atLevels().get(0).level() != Level.WAIT)
			.filter((rule) -> !refuses(rule, Mutants.with(BASE, lowered(rule))))
			.map(Referral::id)
			.toList();
		assertThat(accepted).isEmpty();
	}

	/** The rule, what is wrong, and a person. */
	private static boolean refuses(Referral rule, KnowledgeBase own) {
		return Floor.broken(own)
			.stream()
			.anyMatch((failure) -> rule.id().equals(failure.rule()) && failure.words().contains(rule.id())
					&& failure.words().contains("milder") && !failure.examples().isEmpty());
	}

	/** The highest level becomes the next one, or what is there already at that level. */
	private static Referral lowered(Referral rule) {
		List<AtLevel> levels = new ArrayList<>(rule.atLevels());
		AtLevel first = levels.remove(0);
		Level lower = Level.values()[first.level().ordinal() + 1];
		if (!levels.isEmpty() && levels.get(0).level() == lower) {
			AtLevel next = levels.remove(0);
			levels.add(0, new AtLevel(lower, new Condition.AnyOf(List.of(first.when(), next.when()))));
		}
		else {
			levels.add(0, new AtLevel(lower, first.when()));
		}
		return new Referral(rule.id(), rule.title(), rule.source(), rule.sources(), rule.widens(), rule.because(), null,
				null, levels, rule.cleared(), rule.warnWhen(), rule.titleForChild());
	}

	@Test
	void deletingAnyCautionIsRefused() {
		List<String> accepted = BASE.cautions()
			.parallelStream()
			.map((rule) -> rule.id())
			.filter((rule) -> Floor.broken(Mutants.without(BASE, rule))
				.stream()
				.noneMatch((failure) -> rule.equals(failure.rule())))
			.toList();
		assertThat(accepted).isEmpty();
	}

	@Test
	void whatIsLeftAloneStaysLeftAlone() {
		BASE.cautions().stream().filter((rule) -> !rule.leave().isEmpty()).forEach((rule) -> {
			List<Failure> broken = Floor
				.broken(Mutants.with(BASE, caution(rule, null, rule.keepsOff(), rule.caution())));
			boolean another = BASE.cautions()
				.stream()
				.anyMatch((other) -> other != rule && other.when().equals(rule.when())
						&& other.leave().containsAll(rule.leave()));
			assertThat(another || broken.stream()
				.anyMatch((failure) -> rule.id().equals(failure.rule())
						&& failure.words().contains("no longer left alone")))
				.as(rule.id())
				.isTrue();
		});
		BASE.referrals()
			.stream()
			.filter((rule) -> rule.cleared() != null && !rule.cleared().leave().isEmpty())
			.forEach((rule) -> {
				boolean another = BASE.cautions()
					.stream()
					.anyMatch((other) -> other.leave().containsAll(rule.cleared().leave()));
				assertThat(another
						|| Floor.broken(Mutants.with(BASE, cleared(rule, new Cleared(rule.cleared().excludes(), null))))
							.stream()
							.anyMatch((failure) -> failure.words().contains("Rule " + rule.id() + " is milder")
									&& failure.words().contains("no longer left alone")))
					.as(rule.id())
					.isTrue();
			});
	}

	@Test
	void aFreshInjuryIsKeptOffAndACautionKeepsItsSentence() {
		Caution injury = BASE.cautions().stream().filter(Caution::keepsOffThePain).findFirst().orElseThrow();
		assertThat(Floor.broken(Mutants.with(BASE, caution(injury, injury.leave(), null, injury.caution()))))
			.singleElement()
			.satisfies((failure) -> assertThat(failure.words()).contains(injury.id(), "asks for less"));
		Caution pregnant = BASE.cautions().get(0);
		assertThat(Floor.broken(Mutants.with(BASE, caution(pregnant, pregnant.leave(), null, null)))).singleElement()
			.satisfies((failure) -> assertThat(failure.words()).contains(pregnant.id(), "asks for less"));
	}

	private static Caution caution(Caution rule, @Nullable List<String> leave, @Nullable Boolean keepsOff,
			@Nullable String caution) {
		return new Caution(rule.id(), rule.title(), rule.source(), rule.sources(), rule.when(), rule.says(), caution,
				rule.question(), rule.because(), rule.excludes(), leave, keepsOff, rule.givesWayTo(),
				rule.beginGently(), rule.seeDoctorAdvice());
	}

	@Test
	void tighterIsFree() {
		assertThatCode(() -> start(read("- age: at least 65", "- age: at least 60", null))).doesNotThrowAnyException();
	}

	@Test
	void milderIsRefusedWithTheRuleThePersonAndTheWayToListIt() {
		assertThatThrownBy(() -> start(read("- age: at least 55", "- age: at least 75", null)))
			.isInstanceOf(UnsafeRulesException.class)
			.hasMessageContaining("nothing was started")
			.hasMessageContaining("Rule D-25 is milder")
			.hasMessageContaining("lower than see-doctor")
			.hasMessageContaining("loosened.yaml")
			.hasMessageContaining("rule: D-25")
			.hasMessageContaining("Your age: 55");
	}

	@Test
	void milderStartsWhenAClinicianSigned() {
		KnowledgeBase own = read("- age: at least 55", "- age: at least 75", "D-25, " + SIGNED);
		assertThat(own.loosened()).singleElement().satisfies((entry) -> assertThat(entry.role()).isEqualTo("doctor"));
		assertThat(own.sha256()).isNotEqualTo(read("- age: at least 55", "- age: at least 75", null).sha256());
		assertThatCode(() -> start(own)).doesNotThrowAnyException();
	}

	@Test
	void whatIsListedLoosensNoOtherRule() {
		KnowledgeBase own = read("- age: at least 55", "- age: at least 75", "D-25, " + SIGNED);
		assertThat(Floor.broken(Mutants.without(own, "D-29"))).singleElement()
			.satisfies((failure) -> assertThat(failure.rule()).isEqualTo("D-29"));
	}

	@Test
	void neverLoosensAnEmergencyOrARedFlagOfTheDocument() {
		for (String rule : List.of("E-03", "E-06", "D-05", "U-14")) {
			KnowledgeBase own = read("# All rules", "# All rules", rule + ", " + SIGNED);
			assertThat(Floor.broken(Mutants.without(own, rule))).as(rule)
				.anySatisfy((failure) -> assertThat(failure.words()).contains("never be loosened"));
		}
	}

	@Test
	void aPromiseIsNotLoosenedByAList() {
		KnowledgeBase own = read("# All rules", "# All rules", "D-27, " + SIGNED);
		assertThat(broken(Mutants.without(own, "D-27"))).contains("S-vessel");
	}

	@Test
	void anEntryThatLoosensNothingIsAFault() {
		assertThat(faults(read("# All rules", "# All rules", "D-25, " + SIGNED))).contains("D-25", "is not milder");
		assertThat(faults(read("# All rules", "# All rules", "D-99, " + SIGNED))).contains("D-99",
				"there is no such rule");
	}

	@Test
	void anEntryWithoutAClinicianOrADateIsAFault() {
		String milder = "- age: at least 75";
		assertThat(faults(read("- age: at least 55", milder, "D-25, " + SIGNED.replace("doctor", "owner"))))
			.contains("“owner” cannot sign");
		assertThat(faults(read("- age: at least 55", milder, "D-25, " + SIGNED.replace("2026-11-20", "soon"))))
			.contains("“soon” is no date");
		assertThatThrownBy(
				() -> read("- age: at least 55", milder, "D-25, " + SIGNED.replace("name: Dr. A. Example, ", "")))
			.isInstanceOf(KnowledgeException.class)
			.hasMessageContaining("loosened.yaml")
			.hasMessageContaining("'name' is missing");
		assertThatThrownBy(
				() -> read("- age: at least 55", milder, "D-25, " + SIGNED.replace("Dr. A. Example", "\"\"")))
			.hasMessageContaining("'name' is empty");
	}

	@Test
	void aClearanceLiftsNoMoreAndLeavesNoLessOut() {
		Referral radiating = BASE.referral("D-02");
		assertThat(Floor.broken(Mutants.with(BASE, cleared(radiating, new Cleared(List.of(), null))))).singleElement()
			.satisfies((failure) -> assertThat(failure.words()).contains("D-02", "no longer left out"));
		Referral waits = BASE.referral("W-01");
		KnowledgeBase lifted = Mutants.with(BASE, cleared(waits, new Cleared(List.of("deep-therapeutic"), null)));
		assertThat(Floor.broken(lifted)).singleElement()
			.satisfies((failure) -> assertThat(failure.words()).contains("W-01", "a clearance lifts it"));
		assertThat(broken(lifted)).contains("S-closed");
	}

	private static Referral cleared(Referral rule, Cleared cleared) {
		return new Referral(rule.id(), rule.title(), rule.source(), rule.sources(), rule.widens(), rule.because(),
				rule.level(), rule.when(), rule.levels(), cleared, rule.warnWhen(), rule.titleForChild());
	}

	@Test
	void isComparedByMeaningWhateverATermIsCalled() {
		KnowledgeBase own = Rewritten.with(BASE, "new-pain", new Condition.Chose("duration", List.of("under-2-weeks")));
		assertThat(Floor.broken(own)).extracting(Failure::rule).contains("D-21", "D-25", "K-13");
	}

	/** The files with another red flag, and a list of what is loosened. */
	private static KnowledgeBase read(String rule, String changed, @Nullable String loosened) {
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		String text = Objects.requireNonNull(files.texts().get("red-flags.yaml"));
		assertThat(text).contains(rule);
		files = files.with("red-flags.yaml", text.replace(rule, changed));
		return new KnowledgeReader().read((loosened != null)
				? files.with("loosened.yaml", "loosened:\n  - { rule: " + loosened + " }\n") : files);
	}

	/** What a start is refused for, without the rest of its proof. */
	private static String faults(KnowledgeBase own) {
		return String.join("\n", Floor.broken(own).stream().map(Failure::words).toList());
	}

	/** Which promises about everybody's safety a start is refused for. */
	private static List<String> broken(KnowledgeBase own) {
		return Proof.safetyOf(own).brokenSafety().stream().map(Property::id).toList();
	}

	private static void start(KnowledgeBase base) {
		new ProofAtStart(base, new Proofs(base), "own", Duration.ofMinutes(2)).afterPropertiesSet();
	}

}
