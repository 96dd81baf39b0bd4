package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.backwise.proof.MassageSection.Start;
import org.backwise.triage.Assessment;
import org.backwise.triage.Triage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The choice of technique, gone through completely: every combination of causes,
 * complaints, main ones, wish, high alert, long-lasting pain and exclusions that exists.
 */
class TechniqueEnumerationTests {

	@Test
	void engineAndContractChooseTheSameOnEveryCombination() {
		Triage triage = new Triage(Sheets.BUILT_IN);
		ProofWork work = new ProofWork(Sheets.BUILT_IN);
		TechniqueTable table = new TechniqueTable(work.space());
		List<Start> starts = table.section().starts(new SheetCounter(work.space(), true));
		Map<Start, Map<String, Object>> safety = new LinkedHashMap<>();
		starts.forEach((start) -> safety.put(start, work.smallest(start.formula()).orElseThrow().answers()));
		AtomicLong plans = new AtomicLong();
		List<Start> distinct = distinct(triage, starts, safety);
		distinct.parallelStream().forEach((start) -> {
			table.section().walk(start, (walk) -> {
				Map<String, Object> sheet = new LinkedHashMap<>(safety.get(start));
				Sheets.BUILT_IN.questions()
					.stream()
					.filter(Sheets.BUILT_IN::isAboutMassage)
					.forEach((question) -> sheet.remove(question.id()));
				sheet.putAll(table.section().answers(walk));
				Assessment assessment = triage.assess(triage.read(sheet));
				if (assessment.hasCarePlan()) {
					plans.incrementAndGet();
					var technique = Objects.requireNonNull(assessment.technique());
					String chosen = technique.primary() + ", then " + technique.alternative() + "; points "
							+ technique.scores().values();
					String expected = ContractChoice.of(sheet, technique.excluded().keySet());
					if (!chosen.equals(expected)) {
						throw new AssertionError("On " + sheet + "\n  the engine chooses " + chosen
								+ "\n  the contract says  " + expected);
					}
					if (Set.copyOf(technique.excluded().keySet()).contains(technique.primary())
							|| technique.excluded().containsKey(String.valueOf(technique.alternative()))) {
						throw new AssertionError("An excluded technique is offered on " + sheet);
					}
				}
			});
		});
		assertThat(plans.get()).isGreaterThan(300_000);
		System.out.println("Technique choice: engine and contract agree on " + plans + " combinations, "
				+ distinct.size() + " of " + starts.size() + " starts");
	}

	/** Starts that differ only in having pain say the same to the choice. */
	private static List<Start> distinct(Triage triage, List<Start> starts, Map<Start, Map<String, Object>> safety) {
		Map<String, Start> found = new LinkedHashMap<>();
		for (Start start : starts) {
			Map<String, Object> sheet = new LinkedHashMap<>(safety.get(start));
			sheet.put("preference", "no-preference");
			sheet.put("complaints", List.of("tension"));
			sheet.put("contributors", List.of("none"));
			sheet.remove("main-cause");
			if ("free".equals(sheet.get("movement"))) {
				sheet.remove("main-complaint");
			}
			else {
				sheet.put("main-complaint", "tension");
			}
			if ("over-12-weeks".equals(sheet.get("duration"))) {
				sheet.put("sensitivity", List.of("none"));
			}
			Assessment assessment = triage.assess(triage.read(sheet));
			String key = "over-12-weeks".equals(sheet.get("duration")) + " " + !"free".equals(sheet.get("movement"))
					+ " " + new java.util.TreeSet<>(Objects.requireNonNull(assessment.technique()).excluded().keySet());
			found.putIfAbsent(key, start);
		}
		return new ArrayList<>(found.values());
	}

}
