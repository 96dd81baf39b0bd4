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
			.containsExactly(
					ids("E-01 E-02 E-03 E-04 E-05 E-06 E-07 E-08 E-09 E-10 E-11 E-12 E-13 E-14 U-01 U-02 U-03 U-04"
							+ " U-05 U-06 U-07 U-08 U-09 U-10 U-11 U-12 U-13 U-14 U-15 U-16 D-01 D-02 D-03 D-04 D-05 D-06 D-07"
							+ " D-08 D-10 D-11 D-12 D-13 D-14 D-15 D-16 D-17 D-18 D-19 D-20 D-21 W-01 W-02 N-01 N-02"));
		assertThat(this.base.cautions()).extracting(Rules.Caution::id)
			.containsExactly(
					ids("K-01 K-02 K-03 K-05 K-06 K-07 K-08 K-09 K-11 K-12 K-13 K-14 K-15 K-16 K-17 X-01 X-02 X-03"
							+ " X-04 X-05 X-06 X-07 X-08 X-09 X-10 X-11 N-03 N-04"));
		assertThat(this.base.signposts()).extracting(Rules.Signpost::id).containsExactly("S-01");
	}

	@Test
	void marksWhereEachRuleComesFrom() {
		Map<String, Origin> sources = new TreeMap<>();
		this.base.referrals().forEach((rule) -> sources.put(rule.id(), rule.source()));
		this.base.cautions().forEach((rule) -> sources.put(rule.id(), rule.source()));
		assertThat(from(sources, Origin.DOC)).containsExactly(ids("D-01 D-02 D-03 D-04 D-05 D-12 D-20 U-10 U-14 X-10"));
		assertThat(from(sources, Origin.OURS))
			.containsExactly(ids("D-21 K-14 K-15 K-17 N-01 N-02 N-03 N-04 U-16 X-11"));
		assertThat(from(sources, Origin.GUIDELINE)).containsExactly(
				ids("D-06 D-07 D-08 D-11 E-01 E-02 E-03 E-04 E-05 E-06 E-07 E-08 E-09 E-10 E-11 E-12 E-13 E-14"
						+ " K-13 K-16 U-01 U-02 U-03 U-04 U-05 U-06 U-07 U-08 U-09 U-11 U-12 U-13 U-15"));
		assertThat(from(sources, Origin.PROFESSIONAL)).containsExactly(
				ids("D-10 D-13 D-14 D-15 D-16 D-17 D-18 D-19 K-01 K-02 K-03 K-05 K-06 K-07 K-08 K-09 K-11 K-12"
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
		Map<String, List<String>> cleared = new TreeMap<>();
		this.base.referrals().forEach((rule) -> {
			Rules.Cleared after = rule.cleared();
			if (after != null) {
				cleared.put(rule.id(), after.excludes().stream().sorted().toList());
			}
		});
		Map<String, List<String>> expected = new TreeMap<>();
		Stream.of(ids("D-01 D-02 D-04 D-05 D-08 D-13 D-20")).forEach((rule) -> expected.put(rule, List.of(DEEP)));
		Stream.of(ids("D-03 D-10 D-14 D-15 D-16 D-17 D-18")).forEach((rule) -> expected.put(rule, List.of(DEEP, HEAT)));
		Stream.of(ids("D-06 D-07 D-11 D-12 D-19 D-21")).forEach((rule) -> expected.put(rule, List.of()));
		assertThat(cleared).containsAllEntriesOf(expected);
		assertThat(cleared.keySet()).noneMatch((rule) -> rule.startsWith("E-") || rule.startsWith("U-"));
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
