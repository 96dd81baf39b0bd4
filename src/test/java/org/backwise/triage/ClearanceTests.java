package org.backwise.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.triage.Assessment.Caution;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows a clearance, exactly as the contract says. */
class ClearanceTests {

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	@Test
	void theMassageSectionIsAskedAlthoughTheSafetySectionRefers() {
		Map<String, Object> sheet = sheet(Map.of("limb-signs", List.of("pain-into-leg")));
		List.of("complaints", "contributors", "preference").forEach(sheet::remove);
		assertThat(this.triage.read(sheet).asks("complaints")).isFalse();
		Reading cleared = this.triage.readCleared(sheet);
		assertThat(cleared.missing()).containsExactly("complaints", "contributors", "preference");
		assertThat(cleared.isReferral()).isFalse();
	}

	@Test
	void relaxationLeadsAndTheBestOfWhatNothingExcludesComesSecond() {
		Assessment plan = cleared(Map.of("limb-signs", List.of("pain-into-leg"), "preference", "firm"));
		assertThat(plan.hasCarePlan()).isTrue();
		assertThat(plan.technique().primary()).isEqualTo("relaxation");
		assertThat(plan.technique().excluded()).containsEntry("deep-therapeutic", List.of("D-02"));
		assertThat(plan.technique().alternative()).isEqualTo("heat");
		Assessment cold = cleared(
				Map.of("limb-signs", List.of("numbness-or-tingling"), "skin-and-medicines", List.of("blood-thinners")));
		assertThat(cold.technique().excluded()).containsEntry("deep-therapeutic", List.of("D-03", "K-02"))
			.containsEntry("heat", List.of("D-03"));
		assertThat(cold.technique().alternative()).isEqualTo("myofascial-release");
	}

	@Test
	void theClearedColumnIsKeptForEveryRule() {
		KnowledgeBase base = this.triage.knowledge();
		Map<String, Map<String, Object>> sheets = new LinkedHashMap<>();
		sheets.put("D-01", Map.of("disc-diagnosis", "yes"));
		sheets.put("D-04", Map.of("limb-signs", List.of("weakness-long-standing")));
		sheets.put("D-05", Map.of("onset", "knock-or-fall"));
		sheets.put("D-10", Map.of("health-today", List.of("blood-pressure-uncontrolled")));
		sheets.put("D-11", Map.of("general-signs", List.of("organ-pattern")));
		sheets.put("D-13", Map.of("health-today", List.of("blood-clot")));
		sheets.put("D-16", Map.of("health-today", List.of("high-risk-pregnancy")));
		sheets.put("D-20", Map.of("movement", "much-less"));
		sheets.put("W-01", Map.of("health-today", List.of("infectious-today")));
		sheets.forEach((rule, differs) -> {
			Assessment plan = cleared(differs);
			Caution caution = plan.cautions()
				.stream()
				.filter((one) -> one.rule().equals(rule))
				.findFirst()
				.orElseThrow(() -> new AssertionError(rule));
			var cleared = base.referral(rule).cleared();
			assertThat(caution.excludes()).as(rule)
				.isEqualTo((cleared != null) ? cleared.excludes() : new ArrayList<>());
			assertThat(plan.technique().primary()).as(rule).isEqualTo("relaxation");
			assertThat(plan.findings()).as(rule).isEmpty();
		});
	}

	@Test
	void unclearOriginBecomesACaution() {
		Map<String, Object> differs = Map.of("limb-signs", List.of("pain-into-leg"), "complaints", List.of("none"),
				"contributors", List.of("none"));
		Assessment plan = cleared(differs);
		assertThat(plan.hasCarePlan()).isTrue();
		assertThat(plan.cautions()).extracting(Caution::rule).contains("D-02", "D-12");
	}

	@Test
	void emergencyAndUrgentAreNeverLifted() {
		for (Map<String, Object> differs : List.<Map<String, Object>>of(
				Map.of("nerve-signs", List.of("saddle-numbness"), "nerve-signs-course", "new-or-worse"),
				Map.of("general-signs", List.of("fever")),
				Map.of("general-signs", List.of("fever"), "limb-signs", List.of("pain-into-leg")))) {
			Reading reading = this.triage.readCleared(sheet(differs));
			assertThat(reading.isReferral()).isTrue();
			assertThat(reading.asks("complaints")).isFalse();
			Assessment assessment = this.triage.assess(reading);
			assertThat(assessment.hasCarePlan()).isFalse();
			assertThat(assessment.level()).isIn(Level.EMERGENCY, Level.URGENT);
			assertThat(assessment).isEqualTo(this.triage.assess(this.triage.read(sheet(differs))));
		}
	}

	private Assessment cleared(Map<String, Object> differs) {
		return this.triage.assess(this.triage.readCleared(sheet(differs)));
	}

	private static Map<String, Object> sheet(Map<String, Object> differs) {
		Map<String, Object> answers = new LinkedHashMap<>(Map.ofEntries(Map.entry("nerve-signs", List.of("none")),
				Map.entry("body-signs", List.of("none")), Map.entry("age", 41),
				Map.entry("location", List.of("upper-back-left")), Map.entry("duration", "6-to-12-weeks"),
				Map.entry("onset", "posture-or-sitting"), Map.entry("pain", 5),
				Map.entry("pain-pattern", "comes-and-goes"), Map.entry("limb-signs", List.of("none")),
				Map.entry("disc-diagnosis", "no"), Map.entry("general-signs", List.of("none")),
				Map.entry("history", List.of("none")), Map.entry("health-today", List.of("none")),
				Map.entry("health-ongoing", List.of("none")), Map.entry("skin-and-medicines", List.of("none")),
				Map.entry("movement", "free"), Map.entry("complaints", List.of("tension")),
				Map.entry("contributors", List.of("long-sitting")), Map.entry("preference", "no-preference")));
		answers.putAll(differs);
		if ("much-less".equals(answers.get("movement"))) {
			answers.put("main-complaint", "tension");
		}
		return answers;
	}

}
