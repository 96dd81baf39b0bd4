package org.backwise.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Vignettes.Vignette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Made-up people, written from the contract: each is decided as written, and together
 * they reach every rule at every level and miss each by one answer.
 */
class VignetteTests {

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private static final Triage TRIAGE = new Triage(BASE);

	private static final Vignettes VIGNETTES = Vignettes.read();

	static List<Vignette> vignettes() {
		return VIGNETTES.all();
	}

	@ParameterizedTest
	@MethodSource("vignettes")
	void isDecidedAsWritten(Vignette vignette) {
		Reading reading = TRIAGE.read(VIGNETTES.sheet(vignette).answers());
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.missing()).as("answers the vignette should give").isEmpty();
		Assessment assessment = TRIAGE.assess(reading);
		assertThat(decided(outcome(assessment), fired(reading, assessment)))
			.as("What the rules now get wrong for %s, %s: %s\n", vignette.id(), vignette.name(), vignette.story())
			.isEqualTo(decided(vignette.outcome(), vignette.fires()));
		assertThat(vignette.silent()).noneMatch((rule) -> covers(rule, fired(reading, assessment)));
		Vignettes.Technique technique = vignette.technique();
		if (technique != null) {
			Map<String, List<String>> excluded = technique.excluded();
			AssessmentAssert.assertThat(assessment)
				.primary(technique.primary())
				.alternative(technique.alternative())
				.excluded((excluded != null) ? excluded : Map.of());
		}
		if (vignette.phases() != null) {
			Map<String, Integer> phases = new LinkedHashMap<>();
			assessment.phases().forEach((PlannedPhase phase) -> phases.put(phase.phase(), phase.sessions()));
			assertThat(phases).isEqualTo(vignette.phases());
		}
		assertThat(vignette.more(assessment)).isEqualTo(vignette.more());
	}

	@Test
	void everyVignetteTellsOfAPerson() {
		assertThat(vignettes()).hasSizeGreaterThan(150).allSatisfy((vignette) -> {
			assertThat(vignette.id()).matches("V-\\d{3}");
			assertThat(vignette.story().split("[.!?]( |$)")).as(vignette.id()).hasSizeGreaterThanOrEqualTo(2);
		});
		assertThat(vignettes()).extracting(Vignette::name).doesNotHaveDuplicates();
	}

	@Test
	void everyRuleFiresInAVignetteAtEachOfItsLevels() {
		Set<String> fired = new HashSet<>();
		vignettes().forEach((vignette) -> fired.addAll(vignette.fires()));
		assertThat(fired).as("every rule fires in a vignette").containsAll(outcomes());
	}

	@Test
	void everyRuleIsMissedByOneAnswerAtEachOfItsLevels() {
		Set<String> missed = new HashSet<>();
		for (Vignette hit : vignettes()) {
			for (Vignette miss : vignettes()) {
				List<String> here = hit.fires().stream().filter((rule) -> misses(miss, rule)).toList();
				if (!missed.containsAll(here) && isOneAnswerAway(hit, miss)) {
					missed.addAll(here);
				}
			}
		}
		assertThat(missed).as("every rule is missed by one answer").containsAll(outcomes());
	}

	@Test
	void everyRuleIsMissedAltogetherByOneAnswer() {
		Set<String> missed = new HashSet<>();
		for (Vignette hit : vignettes()) {
			for (Vignette miss : vignettes()) {
				hit.fires()
					.stream()
					.map(VignetteTests::rule)
					.filter((rule) -> !missed.contains(rule) && miss.silent().contains(rule))
					.filter((rule) -> isOneAnswerAway(hit, miss))
					.forEach(missed::add);
			}
		}
		assertThat(missed).as("every rule is missed by one answer")
			.containsAll(outcomes().stream().map(VignetteTests::rule).toList());
	}

	@Test
	void speaksOnlyOfRulesThatExist() {
		List<String> rules = outcomes().stream().map(VignetteTests::rule).toList();
		assertThat(vignettes()).allSatisfy((vignette) -> assertThat(
				Stream.concat(vignette.fires().stream(), vignette.silent().stream()).map(VignetteTests::rule))
			.as(vignette.id())
			.allMatch(rules::contains));
	}

	/**
	 * Every rule, a rule that refers once for each level, such as {@code E-01 urgent}.
	 */
	private static List<String> outcomes() {
		List<String> outcomes = new ArrayList<>();
		BASE.referrals().forEach((rule) -> rule.atLevels().forEach((at) -> outcomes.add(rule.id() + " " + at.level())));
		BASE.cautions().stream().map(Rules.Caution::id).forEach(outcomes::add);
		BASE.signposts().stream().map(Rules.Signpost::id).forEach(outcomes::add);
		return outcomes;
	}

	private static String outcome(Assessment assessment) {
		Level level = assessment.level();
		return (level != null) ? level.toString() : assessment.outcome().toString();
	}

	private static String decided(String outcome, List<String> fired) {
		return outcome + ", fired: " + fired.stream().sorted().toList();
	}

	private static List<String> fired(Reading reading, Assessment assessment) {
		List<String> fired = new ArrayList<>();
		assessment.findings().forEach((finding) -> fired.add(finding.rule() + " " + finding.level()));
		assessment.cautions().forEach((caution) -> fired.add(caution.rule()));
		BASE.signposts()
			.stream()
			.filter((signpost) -> reading.answers().hold(signpost.when()))
			.forEach((signpost) -> fired.add(signpost.id()));
		return fired;
	}

	private static boolean covers(String silent, List<String> fired) {
		return fired.stream().anyMatch((outcome) -> outcome.equals(silent) || rule(outcome).equals(silent));
	}

	private static boolean misses(Vignette miss, String outcome) {
		return miss.silent().contains(outcome) || miss.silent().contains(rule(outcome));
	}

	private static String rule(String outcome) {
		return outcome.split(" ")[0];
	}

	/**
	 * One answer differs, and beside it only answers to questions that the other sheet is
	 * not asked.
	 */
	private static boolean isOneAnswerAway(Vignette one, Vignette other) {
		Map<String, Object> here = VIGNETTES.sheet(one).answers();
		Map<String, Object> there = VIGNETTES.sheet(other).answers();
		long different = here.keySet()
			.stream()
			.filter((question) -> there.containsKey(question)
					&& !Objects.equals(here.get(question), there.get(question)))
			.count();
		return different == 1 && onlyAskedHere(here, there) && onlyAskedHere(there, here);
	}

	private static boolean onlyAskedHere(Map<String, Object> here, Map<String, Object> there) {
		Reading elsewhere = TRIAGE.read(there);
		return here.keySet().stream().filter((question) -> !there.containsKey(question)).noneMatch(elsewhere::asks);
	}

}
