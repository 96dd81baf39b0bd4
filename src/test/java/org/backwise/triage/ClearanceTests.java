package org.backwise.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Cleared;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows a clearance, exactly as the contract's table says. */
class ClearanceTests {

	private static final String DEEP = "deep-therapeutic";

	private static final String HEAT = "heat";

	private static final AnswerSheet ACHE = AnswerSheets.ordinaryBackAche();

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	/** One finding, and what stays excluded and left alone once it is lifted. */
	private record Lifted(AnswerSheet sheet, List<String> excludes, List<String> leave) {

		static Lifted deep(AnswerSheet sheet, String... leave) {
			return new Lifted(sheet, List.of(DEEP), List.of(leave));
		}

		static Lifted both(AnswerSheet sheet, String... leave) {
			return new Lifted(sheet, List.of(DEEP, HEAT), List.of(leave));
		}

	}

	private static Map<String, Lifted> table() {
		Map<String, Lifted> table = new LinkedHashMap<>();
		List<String> nerves = List.of("saddle-numbness", "bladder", "bowel", "both-legs", "legs-giving-way",
				"sexual-function");
		for (int i = 0; i < nerves.size(); i++) {
			table.put("E-0" + (i + 1),
					Lifted.both(
							ticked("nerve-signs", nerves.get(i)).with("nerve-signs-course", "long-standing-checked"),
							"numb-area"));
		}
		table.put("U-02",
				Lifted.deep(ticked("history", "weak-immunity-or-recent-infection").with("duration", "6-to-12-weeks")));
		table.put("U-07", Lifted.deep(ticked("general-signs", "worse-on-cough-or-strain")));
		table.put("U-08", Lifted
			.deep(ticked("location", "mid-back-centre").with("pain-pattern", "constant").with("onset", "gradual")));
		table.put("N-02", Lifted.both(ACHE.with("disc-diagnosis", "not-sure")));
		table.put("D-01", Lifted.deep(ACHE.with("disc-diagnosis", "yes")));
		table.put("D-02", Lifted.deep(ticked("limb-signs", "pain-into-leg")));
		table.put("D-03", Lifted.both(ticked("limb-signs", "numbness-or-tingling"), "numb-area"));
		table.put("D-04", Lifted.deep(ticked("limb-signs", "weakness-long-standing")));
		table.put("D-05", Lifted.deep(ACHE.with("onset", "knock-or-fall"), "injured-area"));
		table.put("D-06", Lifted.deep(AnswerSheets.longBackAcheWhileYoung()
			.with("inflammatory-signs",
					List.of("wakes-second-half-of-night", "buttock-pain", "better-with-movement", "family-history"))));
		table.put("D-07", Lifted.deep(AnswerSheets.backAcheInOldAge().with("doctor-seen", "no")));
		table.put("D-08", Lifted.deep(ACHE.with("age", 19)));
		table.put("D-10", Lifted.both(ticked("health-today", "blood-pressure-uncontrolled")));
		table.put("D-11", Lifted.deep(ticked("general-signs", "organ-pattern")));
		table.put("D-12", Lifted.deep(ticked("complaints", "none").with("contributors", List.of("none"))));
		table.put("D-13", Lifted.both(ticked("health-today", "blood-clot"), "legs"));
		table.put("D-14", Lifted.both(ticked("health-today", "recent-heart-attack-or-stroke")));
		table.put("D-15", Lifted.both(ticked("health-today", "recent-surgery-or-fracture"), "operation-or-fracture"));
		table.put("D-16", Lifted.both(ticked("health-today", "high-risk-pregnancy"), "tummy"));
		table.put("D-17", Lifted.both(AnswerSheets.longBackAche().with("history", List.of("cancer-treatment-now")),
				"treatment-sites"));
		table.put("D-18", Lifted.both(ticked("health-today", "bleeding-disorder")));
		table.put("D-19", Lifted.deep(ticked("health-today", "undiagnosed-lump"), "lump"));
		table.put("D-20",
				Lifted.deep(ACHE.with("movement", "much-less").with("pain", 7).with("main-complaint", "tension")));
		table.put("D-22", Lifted.deep(ACHE.with("pain", 8).with("pain-pattern", "constant")));
		table.put("D-23",
				Lifted.deep(ticked("location", "between-shoulder-blades").with("age", 70)
					.with("temple-jaw-vision", "no")
					.with("doctor-seen", "no"), "spine"));
		table.put("D-24", Lifted.deep(ticked("history", "neck-instability-risk").with("location", List.of("neck")),
				"front-and-sides-of-neck"));
		table.put("D-25",
				Lifted.deep(ticked("location", "neck").with("age", 55).with("temple-jaw-vision", "no").with("pain", 7),
						"front-and-sides-of-neck"));
		table.put("D-26",
				Lifted.deep(ticked("history", "inflamed-or-fused-spine"), "spine", "front-and-sides-of-neck"));
		table.put("D-27", Lifted.both(ticked("history", "known-aneurysm"), "tummy"));
		table.put("D-28", Lifted.deep(ACHE.with("pain-trend", "worse")));
		table.put("D-29",
				Lifted.deep(ticked("health-ongoing", "diabetes").with("pain", 7).with("pain-pattern", "constant")));
		table.put("D-30", Lifted.deep(ticked("health-ongoing", "birth-in-6-months").with("pain", 7), "spine"));
		table.put("W-02", Lifted.both(ticked("skin-and-medicines", "skin-widespread"), "sore-skin"));
		return table;
	}

	private static AnswerSheet ticked(String question, String option) {
		return ACHE.with(question, List.of(option));
	}

	@Test
	void whatWasRaisedByHandAndClearedGoesAlongWithTheDoctorsCare() {
		Reading reading = this.triage.readCleared(AnswerSheets.ordinaryBackAche().with("preference", "firm").answers());
		Assessment plan = this.triage.assess(reading);
		assertThat(plan.complementary()).isTrue();
		assertThat(plan.cleared()).isEmpty();
		assertThat(plan.technique().primary()).isEqualTo("relaxation");
		assertThat(plan.technique().alternative()).isNotEqualTo("deep-therapeutic");
		assertThat(plan.technique().excluded()).containsOnlyKeys("deep-therapeutic");
	}

	@Test
	void theTableIsKeptForEveryRule() {
		assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(this.triage.clearable());
		table().forEach((rule, lifted) -> {
			Assessment referred = decide(lifted.sheet());
			assertThat(referred.findings()).extracting(Assessment.Finding::rule).as(rule).containsExactly(rule);
			Assessment plan = decide(lifted.sheet(), Set.of(rule));
			assertThat(plan.hasCarePlan() && plan.complementary()).as(rule).isTrue();
			assertThat(plan.findings()).as(rule).isEmpty();
			assertThat(plan.level()).as(rule).isNull();
			assertThat(plan.cleared()).as(rule)
				.containsExactly(
						new Cleared(rule, rule.equals("W-02") ? Level.WAIT : Level.SEE_DOCTOR, lifted.excludes()));
			Assessment.TechniqueChoice technique = java.util.Objects.requireNonNull(plan.technique());
			assertThat(technique.primary()).as(rule).isEqualTo("relaxation");
			assertThat(technique.excluded()).as(rule).containsKeys(lifted.excludes().toArray(String[]::new));
			lifted.excludes().forEach((each) -> assertThat(technique.excluded().get(each)).as(rule).contains(rule));
			assertThat(java.util.Objects.requireNonNull(plan.areas())
				.leave()
				.stream()
				.filter((left) -> left.rule().equals(rule))
				.map(Assessment.Left::area)).as(rule).containsExactlyElementsOf(lifted.leave());
		});
	}

	@Test
	void onlyItsOwnNameLiftsAFinding() {
		table().forEach((rule, lifted) -> {
			Set<String> others = new TreeSet<>(this.triage.clearable());
			others.remove(rule);
			assertThat(decide(lifted.sheet(), others)).as(rule).isEqualTo(decide(lifted.sheet()));
		});
	}

	@Test
	void theMassageSectionIsAskedAlthoughTheSafetySectionRefers() {
		Map<String, Object> sheet = ticked("limb-signs", "pain-into-leg")
			.without("complaints", "contributors", "preference")
			.answers();
		assertThat(this.triage.read(sheet).asks("complaints")).isFalse();
		Reading cleared = this.triage.readCleared(sheet);
		assertThat(cleared.missing()).containsExactly("complaints", "contributors", "preference");
		assertThat(cleared.isReferral()).isFalse();
	}

	@Test
	void relaxationLeadsAndTheBestOfWhatNothingExcludesComesSecond() {
		Assessment plan = cleared(ticked("limb-signs", "pain-into-leg").with("preference", "firm"));
		AssessmentAssert.assertThat(plan)
			.isCarePlan()
			.primary("relaxation")
			.alternative(HEAT)
			.excluded(Map.of(DEEP, List.of("D-02")));
		Assessment cold = cleared(
				ticked("limb-signs", "numbness-or-tingling").with("skin-and-medicines", List.of("blood-thinners")));
		AssessmentAssert.assertThat(cold)
			.primary("relaxation")
			.alternative("myofascial-release")
			.excluded(Map.of(DEEP, List.of("D-03", "K-02"), HEAT, List.of("D-03")));
	}

	@Test
	void nothingIsLeftBesideRelaxationWhereEverythingElseIsExcluded() {
		AnswerSheet fused = ticked("history", "inflamed-or-fused-spine").with("health-ongoing",
				List.of("heart-or-circulation"));
		AssessmentAssert.assertThat(cleared(fused))
			.primary("relaxation")
			.alternative(null)
			.excluded(Map.of(DEEP, List.of("D-26", "K-24"), "myofascial-release", List.of("K-24"), HEAT,
					List.of("X-03")));
	}

	@Test
	void unclearOriginBecomesACautionBesideOtherFindings() {
		AnswerSheet sheet = ticked("limb-signs", "pain-into-leg").with("complaints", List.of("none"))
			.with("contributors", List.of("none"));
		Assessment plan = decide(sheet, Set.of("D-02"));
		assertThat(plan.hasCarePlan()).isTrue();
		assertThat(plan.cleared()).extracting(Cleared::rule).containsExactly("D-02");
		Caution unclear = plan.cautions().get(plan.cautions().size() - 1);
		assertThat(unclear.rule()).isEqualTo("D-12");
		assertThat(unclear.excludes()).isEmpty();
		assertThat(unclear.caution()).isNotBlank();
		assertThat(decide(sheet, Set.of("D-02", "D-12"))).isEqualTo(plan);
	}

	@Test
	void aClearanceOfNothingChangesNothing() {
		Assessment plan = decide(ACHE, Set.of("D-02", "E-01"));
		assertThat(plan).isEqualTo(decide(ACHE));
		assertThat(plan.complementary()).isFalse();
		assertThat(plan.cleared()).isEmpty();
	}

	@Test
	void joinsUpWhatEveryLiftedFindingExcludes() {
		AnswerSheet two = ACHE.with("disc-diagnosis", "yes").with("health-today", List.of("blood-clot"));
		assertThat(decide(two, Set.of("D-01"))).isEqualTo(decide(two));
		assertThat(decide(two, Set.of("D-13"))).isEqualTo(decide(two));
		Assessment plan = decide(two, Set.of("D-01", "D-13"));
		assertThat(plan.cleared()).extracting(Cleared::rule).containsExactly("D-01", "D-13");
		AssessmentAssert.assertThat(plan).excluded(Map.of(DEEP, List.of("D-01", "D-13"), HEAT, List.of("D-13")));
	}

	@Test
	void emergencyAndUrgentAreNeverLiftedAndAColdOnlyByTime() {
		List<AnswerSheet> sheets = new ArrayList<>(
				List.of(ticked("nerve-signs", "saddle-numbness").with("nerve-signs-course", "new-or-worse"),
						ticked("nerve-signs", "sexual-function").with("nerve-signs-course", "new-or-worse"),
						ticked("general-signs", "fever"),
						ticked("general-signs", "fever").with("limb-signs", List.of("pain-into-leg")),
						ticked("history", "weak-immunity-or-recent-infection"), ticked("body-signs", "not-sure"),
						ticked("health-today", "infectious-today"),
						ticked("health-today", "infectious-today").with("disc-diagnosis", "yes")));
		sheets
			.add(ACHE.with("age", 60).with("temple-jaw-vision", "no").with("pain", 8).with("pain-pattern", "constant"));
		for (AnswerSheet sheet : sheets) {
			Reading reading = this.triage.readCleared(sheet.answers());
			assertThat(reading.isReferral()).as("%s", sheet).isTrue();
			assertThat(reading.asks("complaints")).as("%s", sheet).isFalse();
			Assessment assessment = this.triage.assess(reading);
			assertThat(assessment.hasCarePlan()).as("%s", sheet).isFalse();
			assertThat(assessment.complementary()).isFalse();
			assertThat(assessment).as("%s", sheet).isEqualTo(decide(sheet));
		}
	}

	private Assessment decide(AnswerSheet sheet) {
		return decide(sheet, Set.of());
	}

	private Assessment decide(AnswerSheet sheet, Set<String> cleared) {
		Reading reading = this.triage.read(sheet.answers(), cleared);
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.missing()).isEmpty();
		return this.triage.assess(reading);
	}

	private Assessment cleared(AnswerSheet sheet) {
		return decide(sheet, this.triage.clearable());
	}

}
