package org.backwise.knowledge;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Files in which rules and sentences still stand together, as they did until the words
 * lay apart: those kept with old rounds, and a practice's own folder without
 * {@code words}. They are read as they are, under their one fingerprint.
 */
final class OldShape {

	/** The files there were, in the order of their fingerprint. */
	static final List<String> NAMES = List.of("about.yaml", "terms.yaml", "questions.yaml", "red-flags.yaml",
			"cautions.yaml", "techniques.yaml", "plan.yaml", "notices.yaml", "sources.yaml");

	/** Their one language. */
	static final String LANGUAGE = "en";

	private OldShape() {
	}

	/** Extra points and lines of evidence had no ids; their numbers stand for them. */
	static <T extends Record> T named(T entry) {
		return named(entry, "");
	}

	private static <T extends Record> T named(T entry, String number) {
		RecordComponent[] components = entry.getClass().getRecordComponents();
		@Nullable Object[] values = new @Nullable Object[components.length];
		boolean unnamed = entry instanceof TechniqueGuide.Bonus || entry instanceof PlanGuide.Evidence;
		for (int i = 0; i < components.length; i++) {
			@Nullable Object value = KnowledgeReader.value(entry, components[i]);
			if (value instanceof List<?> list && Sentences.holdsEntries(list)) {
				List<Record> named = new ArrayList<>();
				list.forEach((item) -> named.add(named((Record) item, String.valueOf(named.size() + 1))));
				value = named;
			}
			values[i] = (unnamed && components[i].getName().equals("id")) ? number : value;
		}
		return Sentences.rebuilt(entry, components, values);
	}

}
