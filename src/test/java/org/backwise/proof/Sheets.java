package org.backwise.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/** Answer sheets and what the real engine makes of them. */
final class Sheets {

	static final KnowledgeBase BUILT_IN = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private Sheets() {
	}

	/** A random whole sheet with about so many ticks. */
	static Map<String, Object> random(Triage triage, Random random, double ticks) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		while (true) {
			Reading reading = triage.read(sheet);
			List<String> open = reading.asked()
				.stream()
				.map(Reading.AskedQuestion::id)
				.filter((id) -> !sheet.containsKey(id))
				.toList();
			if (open.isEmpty()) {
				return sheet;
			}
			for (Reading.AskedQuestion asked : reading.asked()) {
				if (open.contains(asked.id())) {
					sheet.put(asked.id(),
							answer(triage.knowledge().question(asked.id()), asked.options(), random, ticks));
				}
			}
			triage.read(sheet).ignored().forEach(sheet::remove);
		}
	}

	private static Object answer(Question question, List<String> options, Random random, double ticks) {
		Range range = question.range();
		if (question.kind() == Kind.NUMBER && range != null) {
			return range.from() + random.nextInt(range.to() - range.from() + 1);
		}
		if (question.kind() == Kind.SINGLE) {
			return options.get(random.nextInt(options.size()));
		}
		List<String> chosen = question.options()
			.stream()
			.filter((option) -> !option.excludesOthers() && random.nextDouble() < ticks)
			.map(Option::id)
			.toList();
		if (!chosen.isEmpty()) {
			return chosen;
		}
		List<String> none = question.options().stream().filter(Option::excludesOthers).map(Option::id).toList();
		return !none.isEmpty() ? none : List.of(options.get(random.nextInt(options.size())));
	}

	/** The rules that fire on a sheet, with their levels. */
	static Set<String> fired(Assessment assessment) {
		Set<String> fired = assessment.findings()
			.stream()
			.map((finding) -> finding.rule() + " " + finding.level())
			.collect(Collectors.toCollection(java.util.TreeSet::new));
		assessment.cautions().forEach((caution) -> fired.add(caution.rule()));
		return fired;
	}

}
