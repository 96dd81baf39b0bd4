package org.backwise.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tables of the contract say about rules beside when they fire. */
class ContractTableTests {

	private static final String DEEP = "deep-therapeutic";

	private static final String HEAT = "heat";

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	@Test
	void hasTheRulesOfTheContractInItsOrder() {
		assertThat(this.base.referrals()).extracting(Rules.Referral::id)
			.containsExactly(ids("E-01 E-02 E-03 E-04 E-05 E-06 E-07 E-08 E-09 E-10 E-11 E-12 E-13 E-14 E-15 E-16 U-01"
					+ " U-02 U-03 U-04 U-05 U-06 U-07 U-08 U-09 U-10 U-11 U-12 U-13 U-14 U-15 U-16 U-17 U-18 U-19"
					+ " U-20 U-21 U-22 D-01 D-02 D-03 D-04 D-05 D-06 D-07"
					+ " D-08 D-10 D-11 D-12 D-13 D-14 D-15 D-16 D-17 D-18 D-19 D-20 D-21 D-22"
					+ " D-23 D-24 D-25 D-26 D-27 D-28 D-29 D-30 W-01 W-02 N-01 N-02"));
		assertThat(this.base.cautions()).extracting(Rules.Caution::id)
			.containsExactly(
					ids("K-01 K-02 K-03 K-05 K-06 K-07 K-08 K-09 K-11 K-12 K-13 K-14 K-15 K-16 K-17 K-18 K-19 K-20"
							+ " K-21 K-22 K-23 K-24 X-01 X-02 X-03 X-04 X-05 X-06 X-07 X-08 X-09 X-10 X-11 N-03 N-04"));
		assertThat(this.base.signposts()).extracting(Rules.Signpost::id).containsExactly("S-01");
	}

	@Test
	void marksWhereEachRuleComesFrom() {
		Map<String, Origin> sources = new TreeMap<>();
		this.base.referrals().forEach((rule) -> sources.put(rule.id(), rule.source()));
		this.base.cautions().forEach((rule) -> sources.put(rule.id(), rule.source()));
		assertThat(from(sources, Origin.DOC)).containsExactly(ids("D-01 D-02 D-03 D-04 D-05 D-12 D-20 U-10 U-14 X-10"));
		assertThat(from(sources, Origin.OURS))
			.containsExactly(ids("D-21 D-22 D-23 D-30 K-14 K-15 K-17 K-18 K-19 K-20 K-21 K-22 K-23 K-24 N-01 N-02"
					+ " N-03 N-04 U-16 U-19 X-11"));
		assertThat(from(sources, Origin.GUIDELINE)).containsExactly(ids(
				"D-06 D-07 D-08 D-11 D-25 D-28 D-29 E-01 E-02 E-03 E-04 E-05 E-06 E-07 E-08 E-09 E-10 E-11 E-12 E-13 E-14"
						+ " E-15 E-16 K-13 K-16 U-01 U-02 U-03 U-04 U-05 U-06 U-07 U-08 U-09 U-11 U-12 U-13 U-15"
						+ " U-17 U-18 U-20 U-21 U-22"));
		assertThat(from(sources, Origin.PROFESSIONAL)).containsExactly(ids(
				"D-10 D-13 D-14 D-15 D-16 D-17 D-18 D-19 D-24 D-26 D-27 K-01 K-02 K-03 K-05 K-06 K-07 K-08 K-09 K-11 K-12"
						+ " W-01 W-02 X-01 X-02 X-03 X-04 X-05 X-06 X-07 X-08 X-09"));
	}

	private static List<String> from(Map<String, Origin> sources, Origin origin) {
		return sources.keySet().stream().filter((rule) -> sources.get(rule) == origin).toList();
	}

	@Test
	void marksWhatWidensTheDocument() {
		assertThat(this.base.referrals()).filteredOn((rule) -> rule.widens() != null)
			.extracting(Rules.Referral::id)
			.containsExactly("E-04", "E-05", "E-07");
	}

	@Test
	void keepsTechniquesExcludedAfterAClearance() {
		Map<String, String> cleared = new TreeMap<>();
		this.base.referrals().forEach((rule) -> {
			Rules.Cleared after = rule.cleared();
			if (after != null) {
				cleared.put(rule.id(), after.excludes() + " " + after.leave());
			}
		});
		Map<String, String> expected = new TreeMap<>();
		Stream.of(ids("E-01 E-02 E-03 E-04 E-05 E-06 D-03"))
			.forEach((rule) -> expected.put(rule, List.of(DEEP, HEAT) + " [numb-area]"));
		Stream.of(ids("U-02 U-07 U-08 D-01 D-02 D-04 D-06 D-07 D-08 D-11 D-12 D-20 D-22 D-28 D-29"))
			.forEach((rule) -> expected.put(rule, List.of(DEEP) + " []"));
		Stream.of(ids("N-02 D-10 D-14 D-18")).forEach((rule) -> expected.put(rule, List.of(DEEP, HEAT) + " []"));
		expected.put("D-05", List.of(DEEP) + " [injured-area]");
		expected.put("D-23", List.of(DEEP) + " [spine]");
		expected.put("D-24", List.of(DEEP) + " [front-and-sides-of-neck]");
		expected.put("D-25", List.of(DEEP) + " [front-and-sides-of-neck]");
		expected.put("D-26", List.of(DEEP) + " [spine, front-and-sides-of-neck]");
		expected.put("D-27", List.of(DEEP, HEAT) + " [tummy]");
		expected.put("D-30", List.of(DEEP) + " [spine]");
		expected.put("D-13", List.of(DEEP, HEAT) + " [legs]");
		expected.put("D-15", List.of(DEEP, HEAT) + " [operation-or-fracture]");
		expected.put("D-16", List.of(DEEP, HEAT) + " [tummy]");
		expected.put("D-17", List.of(DEEP, HEAT) + " [treatment-sites]");
		expected.put("D-19", List.of(DEEP) + " [lump]");
		expected.put("W-02", List.of(DEEP, HEAT) + " [sore-skin]");
		assertThat(cleared).isEqualTo(expected);
	}

	@Test
	void leavesAreasAloneForTheCautionsThatSaySo() {
		Map<String, List<String>> left = new TreeMap<>();
		this.base.cautions()
			.stream()
			.filter((rule) -> !rule.leave().isEmpty())
			.forEach((rule) -> left.put(rule.id(), rule.leave()));
		Map<String, List<String>> expected = new TreeMap<>();
		expected.put("K-01", List.of("tummy"));
		Stream.of(ids("K-03 K-18 K-24")).forEach((rule) -> expected.put(rule, List.of("spine")));
		expected.put("K-05", List.of("implant"));
		expected.put("K-08", List.of("veins-scar-or-bruise"));
		expected.put("K-20", List.of("front-and-sides-of-neck"));
		expected.put("K-22", List.of("legs"));
		expected.put("X-01", List.of("numb-area"));
		expected.put("X-04", List.of("injured-area"));
		Stream.of(ids("X-05 K-11")).forEach((rule) -> expected.put(rule, List.of("sore-skin")));
		expected.put("X-07", List.of("radiotherapy-area"));
		assertThat(left).isEqualTo(expected);
	}

	@Test
	void hasACautionForTheTherapistExceptWhereTheContractHasNone() {
		assertThat(this.base.cautions()).filteredOn((rule) -> rule.caution() == null)
			.extracting(Rules.Caution::id)
			.containsExactly(ids("X-01 X-03 X-05 X-06 X-07 X-08 X-11"));
	}

	@Test
	void givesSeeADoctorAdviceForSeverePainOnly() {
		assertThat(this.base.cautions()).filteredOn((rule) -> rule.seeDoctorAdvice() != null)
			.extracting(Rules.Caution::id)
			.containsExactly("K-14");
	}

	@Test
	void givesEachTechniqueTheDocumentsLevelsOfAction() {
		assertThat(this.base.techniques()
			.techniques()
			.stream()
			.collect(Collectors.toMap(TechniqueGuide.Technique::id, TechniqueGuide.Technique::actsOn)))
			.isEqualTo(Map.of("myofascial-release", List.of("mechanical"), DEEP, List.of("mechanical", "neurological"),
					"relaxation", List.of("neurological", "chemical"), HEAT, List.of("mechanical", "neurological")));
	}

	@Test
	void lastsAnHour() {
		assertThat(this.base.plan().sessionMinutes()).isEqualTo(60);
	}

	private static String[] ids(String ids) {
		return ids.split(" ");
	}

}
