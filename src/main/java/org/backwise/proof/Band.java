package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;

/**
 * Numbers that no condition tells apart.
 */
record Band(int from, int to) {

	int width() {
		return this.to - this.from + 1;
	}

	boolean isInside(int lowest, int highest) {
		return this.from >= lowest && this.to <= highest;
	}

	/**
	 * For every number question the bands that the knowledge bases or the promises tell
	 * apart.
	 */
	static Map<String, List<Band>> of(List<KnowledgeBase> bases) {
		Map<String, TreeSet<Integer>> starts = new LinkedHashMap<>();
		for (KnowledgeBase base : bases) {
			for (Question question : base.questions()) {
				Range range = question.range();
				if (range != null) {
					TreeSet<Integer> own = starts.computeIfAbsent(question.id(), (id) -> new TreeSet<>());
					own.add(range.from());
					own.add(range.to() + 1);
				}
			}
		}
		Stream.concat(bases.stream().flatMap((base) -> base.conditions().stream()), Promises.kept().conditions())
			.flatMap(Condition::atoms)
			.filter(Condition.Within.class::isInstance)
			.map(Condition.Within.class::cast)
			.filter((within) -> starts.containsKey(within.question()))
			.forEach((within) -> split(starts.get(within.question()), within));
		Map<String, List<Band>> bands = new LinkedHashMap<>();
		starts.forEach((question, own) -> bands.put(question, between(own)));
		return bands;
	}

	private static void split(TreeSet<Integer> starts, Condition.Within within) {
		if (within.from() > starts.first() && within.from() < starts.last()) {
			starts.add(within.from());
		}
		if (within.to() >= starts.first() && within.to() < starts.last()) {
			starts.add(within.to() + 1);
		}
	}

	private static List<Band> between(TreeSet<Integer> starts) {
		List<Band> found = new ArrayList<>();
		starts.forEach((from) -> {
			Integer next = starts.higher(from);
			if (next != null) {
				found.add(new Band(from, next - 1));
			}
		});
		return List.copyOf(found);
	}

}
