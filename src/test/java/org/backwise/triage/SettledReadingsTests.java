package org.backwise.triage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.Left;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the contract could be read two ways: its section 5, readings 1 to 12. */
class SettledReadingsTests {

	private static final AnswerSheet ACHE = AnswerSheets.ordinaryBackAche();

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	@Test
	void r1UnclearOriginIsNamedOnlyWhereItIsTheOnlyFinding() {
		AnswerSheet unclear = ACHE.with("complaints", List.of("none")).with("contributors", List.of("none"));
		AssessmentAssert.assertThat(decide(unclear, Set.of("D-02"))).isSeeDoctor().firedOnly("D-12");
		Assessment alone = decide(unclear, Set.of("D-12"));
		assertThat(alone.complementary()).isTrue();
		assertThat(alone.cautions()).isEmpty();
		assertThat(alone.cleared()).containsExactly(new Cleared("D-12", Level.SEE_DOCTOR, List.of("deep-therapeutic")));
		Assessment beside = decide(unclear.with("disc-diagnosis", "yes"), Set.of("D-01"));
		assertThat(beside.cleared()).extracting(Cleared::rule).containsExactly("D-01");
		AssessmentAssert.assertThat(beside).isCarePlan().fired("D-12");
	}

	@Test
	void r2TheTableDecidesWhatIsExcluded() {
		Assessment infection = decide(
				ACHE.with("history", List.of("weak-immunity-or-recent-infection")).with("duration", "6-to-12-weeks"),
				Set.of("U-02"));
		AssessmentAssert.assertThat(infection)
			.excluded(Map.of("deep-therapeutic", List.of("U-02", "K-19")))
			.alternative("heat");
	}

	@Test
	void r3AreasToLeaveStandByLiftedFindingsThenCautions() {
		AnswerSheet sheet = ACHE.with("history", List.of("known-aneurysm", "osteoporosis-or-long-steroids"))
			.with("health-today", List.of("blood-clot"))
			.with("limb-signs", List.of("numbness-or-tingling"))
			.with("skin-and-medicines", List.of("skin-widespread", "skin-condition-or-sunburn", "implant-or-metalwork"))
			.with("health-ongoing", List.of("reduced-skin-sensation"));
		assertThat(leave(decide(sheet, Set.of("D-03", "D-13", "D-27", "W-02")))).containsExactly("numb-area D-03",
				"legs D-13", "tummy D-27", "sore-skin W-02", "spine K-03", "implant K-05", "numb-area X-01",
				"sore-skin X-05");
	}

	@Test
	void r4OnlyAFreshInjuryTakesPlacesOut() {
		AnswerSheet knock = ACHE.with("onset", "knock-or-fall").with("location", List.of("neck", "lower-back-left"));
		Assessment older = decide(knock, Set.of("D-05"));
		assertThat(work(older)).containsExactly("neck", "lower-back-left");
		assertThat(leave(older)).containsExactly("injured-area D-05", "front-and-sides-of-neck K-20");
		AnswerSheet fresh = knock.with("duration", "under-2-weeks")
			.with("injury-age", "under-3-days")
			.with("complaints", List.of("stiffness"))
			.with("stiff-where", List.of("neck"));
		Assessment today = decide(fresh, Set.of("D-05"));
		assertThat(work(today)).containsExactly("elsewhere");
		assertThat(leave(today)).containsExactly("injured-area D-05", "front-and-sides-of-neck K-20",
				"injured-area X-04");
	}

	@Test
	void r5NoHeatCountsInAComplementaryPlanAndNoOtherWish() {
		AnswerSheet disc = ACHE.with("disc-diagnosis", "yes").with("contributors", List.of("stress"));
		AssessmentAssert.assertThat(decide(disc.with("preference", "no-heat"), Set.of("D-01"))).fired("X-11");
		Assessment usual = decide(disc, Set.of("D-01"));
		for (String wish : List.of("gentle", "firm", "warmth")) {
			Assessment.TechniqueChoice choice = technique(decide(disc.with("preference", wish), Set.of("D-01")));
			assertThat(choice.primary()).isEqualTo("relaxation");
			assertThat(choice.alternative()).isEqualTo(technique(usual).alternative());
		}
	}

	@Test
	void r6AMissingCourseIsCertainButForSexualFunctionAlone() {
		for (String sign : List.of("saddle-numbness", "bladder", "bowel", "both-legs", "legs-giving-way")) {
			assertThat(read(new AnswerSheet(Map.of("nerve-signs", List.of(sign)))).isComplete()).as(sign).isTrue();
		}
		AnswerSheet sexual = new AnswerSheet(Map.of("nerve-signs", List.of("sexual-function")));
		assertThat(read(sexual).isComplete()).isFalse();
		assertThat(read(sexual.with("limb-signs", List.of("pain-into-arm"))).isComplete()).isTrue();
		AssessmentAssert.assertThat(decide(sexual.with("limb-signs", List.of("pain-into-arm"))))
			.isEmergency()
			.firedOnly("E-06", "D-02");
		assertThat(read(sexual.with("limb-signs", List.of("not-sure"))).isComplete()).isFalse();
		assertThat(read(ACHE.with("nerve-signs", List.of("sexual-function"))).missing())
			.containsExactly("nerve-signs-course");
	}

	@Test
	void r7AMainAnswerOrHabitIsCheckedWhereItIsNotAskedToo() {
		AnswerSheet referred = ACHE.with("disc-diagnosis", "yes").with("contributors", List.of("stress", "anxiety"));
		assertThat(notOffered(referred.with("main-cause", "nervous-system").with("habit", "anxiety"))).isEmpty();
		assertThat(notOffered(referred.with("main-cause", "overload"))).containsExactly("main-cause");
		assertThat(notOffered(referred.with("habit", "long-sitting"))).containsExactly("habit");
		assertThat(notOffered(ACHE.with("main-complaint", "tension"))).isEmpty();
		assertThat(notOffered(ACHE.with("main-complaint", "heaviness"))).containsExactly("main-complaint");
	}

	private List<String> notOffered(AnswerSheet sheet) {
		Reading reading = read(sheet);
		assertThat(reading.problems()).isEmpty();
		return this.triage.notOffered(sheet.answers(), reading).stream().map(Problem::question).toList();
	}

	@Test
	void r8AfterAnEarlyStopNothingFiresOnAMissingAnswer() {
		AnswerSheet stopped = new AnswerSheet(Map.of("body-signs", List.of("breathless")));
		AnswerSheet without = stopped.with("onset", "knock-or-fall")
			.with("duration", "over-12-weeks")
			.with("inflammatory-signs", List.of("buttock-pain"))
			.with("temple-jaw-vision", "yes");
		Reading reading = read(without);
		assertThat(reading.ignored()).isEmpty();
		assertThat(reading.asks("onset")).isTrue();
		assertThat(reading.asks("temple-jaw-vision")).isFalse();
		assertThat(reading.asks("inflammatory-signs")).isFalse();
		AssessmentAssert.assertThat(decide(without)).isEmergency().firedOnly("E-11", "D-05");
		assertThat(read(stopped.with("age", 40).with("temple-jaw-vision", "yes")).ignored())
			.containsExactly("temple-jaw-vision");
	}

	@Test
	void r9WhatIsClearedStandsInTheOrderOfFindings() {
		AnswerSheet sheet = ACHE.with("nerve-signs", List.of("bladder"))
			.with("nerve-signs-course", "long-standing-checked")
			.with("general-signs", List.of("worse-on-cough-or-strain"))
			.with("disc-diagnosis", "yes")
			.with("skin-and-medicines", List.of("skin-widespread"))
			.with("health-today", List.of("not-sure"));
		assertThat(decide(sheet, this.triage.clearable()).cleared()).extracting(Cleared::rule)
			.containsExactly("E-02", "U-07", "D-01", "W-02", "N-02");
	}

	@Test
	void r10TheThoracicCentreIsNeededForBoneRiskAndAgeAlike() {
		AnswerSheet old = ACHE.with("age", 70).with("temple-jaw-vision", "no");
		AnswerSheet bone = ACHE.with("history", List.of("osteoporosis-or-long-steroids"));
		for (AnswerSheet sheet : List.of(old, bone)) {
			assertThat(read(sheet).asks("doctor-seen")).isFalse();
			assertThat(read(sheet.with("location", List.of("mid-back-left"))).asks("doctor-seen")).isFalse();
			AnswerSheet centre = sheet.with("location", List.of("mid-back-centre"));
			assertThat(read(centre).missing()).containsExactly("doctor-seen");
			AssessmentAssert.assertThat(decide(centre.with("doctor-seen", "no"))).isSeeDoctor().firedOnly("D-23");
		}
		assertThat(read(ACHE.with("location", List.of("mid-back-centre"))).asks("doctor-seen")).isFalse();
	}

	@Test
	void r11OneMorePlaceNeverLowersTheLevel() {
		Random random = new Random(11);
		List<String> places = ContractQuestions.SAFETY.stream()
			.filter((question) -> question.id().equals("location"))
			.findFirst()
			.orElseThrow()
			.signs();
		for (int i = 0; i < 2_000; i++) {
			ContractQuestions questions = new ContractQuestions(random, 0.93);
			AnswerSheet sheet = questions.sheet();
			String place = places.get(random.nextInt(places.size()));
			if (!sheet.signs("location").isEmpty() && !sheet.chose("location", place)) {
				AnswerSheet more = questions.completed(sheet.plus("location", place));
				assertThat(rank(decide(more))).as("%s, then %s", sheet, more).isLessThanOrEqualTo(rank(decide(sheet)));
			}
		}
	}

	/** D-12 is about no sign. */
	private static int rank(Assessment assessment) {
		return assessment.findings()
			.stream()
			.filter((finding) -> !finding.rule().equals("D-12"))
			.map(Finding::level)
			.mapToInt(Level::ordinal)
			.min()
			.orElse(Level.values().length);
	}

	@Test
	void r12BetterSameAndUpAndDownDecideNothing() {
		Random random = new Random(12);
		for (int i = 0; i < 2_000; i++) {
			AnswerSheet sheet = new ContractQuestions(random, 0.93).sheet();
			if (sheet.has("pain-trend") && !sheet.chose("pain-trend", "worse")) {
				Assessment same = decide(sheet.with("pain-trend", "same"));
				assertThat(decide(sheet.with("pain-trend", "better"))).isEqualTo(same);
				assertThat(decide(sheet.with("pain-trend", "up-and-down"))).isEqualTo(same);
			}
		}
	}

	private Reading read(AnswerSheet sheet) {
		return this.triage.read(sheet.answers());
	}

	private Assessment decide(AnswerSheet sheet) {
		return this.triage.assess(read(sheet));
	}

	private Assessment decide(AnswerSheet sheet, Set<String> cleared) {
		return this.triage.assess(this.triage.read(sheet.answers(), cleared));
	}

	private static List<String> work(Assessment assessment) {
		return areas(assessment.areas()).work();
	}

	private static List<String> leave(Assessment assessment) {
		return areas(assessment.areas()).leave().stream().map((Left left) -> left.area() + " " + left.rule()).toList();
	}

	private static Assessment.Areas areas(Assessment.@Nullable Areas areas) {
		return Objects.requireNonNull(areas);
	}

	private static Assessment.TechniqueChoice technique(Assessment assessment) {
		return Objects.requireNonNull(assessment.technique());
	}

}
