package org.backwise.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.Difference;
import org.backwise.proof.Differences;

/**
 * What a candidate decides otherwise over every answer sheet there can be.
 *
 * @param lines one line for each difference
 * @param looser whether anything gets looser; null when it cannot be told
 */
record Meaning(List<String> lines, @Nullable Boolean looser) {

	static Meaning of(KnowledgeBase running, KnowledgeBase candidate) {
		try {
			Difference difference = Differences.between(running, candidate);
			List<String> lines = new ArrayList<>();
			difference.outcomes().forEach((change) -> lines.add(line(change)));
			difference.rules().forEach((change) -> lines.add(line(change)));
			lines.addAll(difference.notes());
			return new Meaning(lines, difference.isLooser());
		}
		catch (IllegalArgumentException ex) {
			return new Meaning(List.of(String.valueOf(ex.getMessage())), null);
		}
	}

	private static String line(Difference.Change change) {
		return change.direction().name().toLowerCase(Locale.ROOT) + ": " + change.what() + " ("
				+ String.format(Locale.ROOT, "%,d", change.sheets()) + " sheets); smallest: "
				+ change.example().inWords();
	}

}
