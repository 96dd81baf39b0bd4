package org.backwise.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.proof.MassageSection.Start;
import org.backwise.triage.ContractOpinion;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The choice of technique, gone through completely with the real engine: every
 * combination of causes, complaints, main ones, wish, high alert and long-lasting pain,
 * each with every set of exclusions that exists.
 */
class TechniqueEnumerationTests {

	private final ProofWork work = new ProofWork(Sheets.BUILT_IN);

	@Test
	void engineAndContractChooseTheSameOnEveryCombination() {
		Triage triage = new Triage(Sheets.BUILT_IN);
		ContractOpinion.Chooser chooser = new ContractOpinion.Chooser(triage);
		TechniqueTable table = new TechniqueTable(this.work.space());
		List<Start> starts = table.section().starts(new SheetCounter(this.work.space(), true));
		List<List<String>> exclusions = exclusions();
		assertThat(exclusions).hasSize(6);
		Map<Object, Start> distinct = new LinkedHashMap<>();
		Map<Start, Map<String, Object>> safety = new LinkedHashMap<>();
		starts.forEach((start) -> {
			Map<String, Object> sheet = new LinkedHashMap<>(
					this.work.smallest(start.formula()).orElseThrow().answers());
			Sheets.BUILT_IN.questions()
				.stream()
				.filter(Sheets.BUILT_IN::isAboutMassage)
				.forEach((question) -> sheet.remove(question.id()));
			safety.put(start, sheet);
			distinct.putIfAbsent(
					List.of("over-12-weeks".equals(sheet.get("duration")), "free".equals(sheet.get("movement"))),
					start);
		});
		assertThat(distinct).hasSize(4);
		AtomicLong compared = new AtomicLong();
		distinct.values().parallelStream().forEach((start) -> table.section().walk(start, (walk) -> {
			Map<String, Object> sheet = new LinkedHashMap<>(safety.get(start));
			sheet.putAll(table.section().answers(walk));
			if (sheet.get("complaints") instanceof List<?> complaints && complaints.contains("stiffness")) {
				sheet.putIfAbsent("stiff-where", List.of("lower-back"));
			}
			compared.addAndGet(ContractOpinion.compare(chooser, triage, sheet, exclusions));
		}));
		System.out.println("Technique choice: engine and contract agree on " + compared + " combinations");
		assertThat(compared.get()).isGreaterThan(500_000);
	}

	/** The sets of techniques that are excluded together on some plan. */
	private List<List<String>> exclusions() {
		List<String> techniques = Sheets.BUILT_IN.techniques().techniques().stream().map(Technique::id).toList();
		Set<List<String>> found = new java.util.LinkedHashSet<>();
		for (int bits = 0; bits < 1 << techniques.size(); bits++) {
			int set = bits;
			Set<String> excluded = techniques.stream()
				.filter((technique) -> (set >> techniques.indexOf(technique) & 1) != 0)
				.collect(Collectors.toCollection(TreeSet::new));
			var f = this.work.f();
			if (this.work.isPossible(f.and(this.work.plan(),
					f.and(techniques.stream()
						.map((technique) -> excluded.contains(technique) ? this.work.rules().excluded(technique)
								: f.not(this.work.rules().excluded(technique)))
						.toList())))) {
				found.add(List.copyOf(excluded));
			}
		}
		return List.copyOf(found);
	}

}
