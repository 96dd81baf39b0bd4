package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide;
import org.jspecify.annotations.Nullable;

/** Walks through the conditions of a knowledge base. */
final class Conditions {

	private Conditions() {
	}

	/** Every condition of a knowledge base, terms not written out. */
	static List<Condition> all(KnowledgeBase base) {
		List<@Nullable Condition> found = new ArrayList<>();
		base.terms().stream().map(Rules.Term::when).forEach(found::add);
		for (Question question : base.questions()) {
			found.add(question.asked());
			question.options().forEach((option) -> found.add(option.offered()));
		}
		base.referrals().forEach((rule) -> rule.atLevels().forEach((at) -> found.add(at.when())));
		base.cautions().forEach((rule) -> found.add(rule.when()));
		base.signposts().forEach((signpost) -> found.add(signpost.when()));
		TechniqueGuide guide = base.techniques();
		guide.indications().forEach((indication) -> found.add(indication.when()));
		guide.bonuses().forEach((bonus) -> found.add(bonus.when()));
		found.add(guide.sensitised().when());
		for (PlanGuide.Phase phase : base.plan().phases()) {
			found.add(phase.when());
			phase.sessions().forEach((count) -> found.add(count.when()));
			PlanGuide.Extra extra = phase.extra();
			found.add((extra != null) ? extra.when() : null);
		}
		return found.stream().flatMap((condition) -> Stream.ofNullable(condition)).toList();
	}

	/** The ids of the questions a condition reads, through its terms. */
	static Set<String> questions(KnowledgeBase base, Condition condition) {
		Set<String> found = new LinkedHashSet<>();
		atoms(base, condition, (atom) -> found.add(question(atom)));
		return found;
	}

	/** Goes to every atom of a condition, through its terms. */
	static void atoms(KnowledgeBase base, Condition condition, Consumer<Condition> each) {
		if (condition instanceof Condition.AllOf all) {
			all.parts().forEach((part) -> atoms(base, part, each));
		}
		else if (condition instanceof Condition.AnyOf any) {
			any.parts().forEach((part) -> atoms(base, part, each));
		}
		else if (condition instanceof Condition.Is is) {
			atoms(base, base.term(is.term()).when(), each);
		}
		else {
			each.accept(condition);
		}
	}

	/** The question an atom reads. */
	static String question(Condition atom) {
		if (atom instanceof Condition.Chose chose) {
			return chose.question();
		}
		if (atom instanceof Condition.AnySign sign) {
			return sign.question();
		}
		return ((Condition.Within) atom).question();
	}

	/** For every number question the bands that the knowledge bases tell apart. */
	static Map<String, List<Band>> bands(List<KnowledgeBase> bases) {
		Map<String, TreeSet<Integer>> starts = new LinkedHashMap<>();
		Map<String, Integer> ends = new LinkedHashMap<>();
		for (KnowledgeBase base : bases) {
			for (Question question : base.questions()) {
				Range range = question.range();
				if (range != null) {
					TreeSet<Integer> own = starts.computeIfAbsent(question.id(), (id) -> new TreeSet<>());
					own.add(range.from());
					own.add(range.to() + 1);
					ends.merge(question.id(), range.to(), Math::max);
				}
			}
		}
		for (KnowledgeBase base : bases) {
			for (Condition condition : all(base)) {
				atoms(base, condition, (atom) -> {
					if (atom instanceof Condition.Within within && starts.containsKey(within.question())) {
						TreeSet<Integer> own = starts.get(within.question());
						int end = ends.get(within.question());
						if (within.from() > own.first()) {
							own.add(within.from());
						}
						if (within.to() < end && within.to() + 1 > own.first()) {
							own.add(within.to() + 1);
						}
					}
				});
			}
		}
		Map<String, List<Band>> bands = new LinkedHashMap<>();
		starts.forEach((question, own) -> {
			List<Band> found = new ArrayList<>();
			own.forEach((from) -> {
				Integer next = own.higher(from);
				if (next != null) {
					found.add(new Band(from, next - 1));
				}
			});
			bands.put(question, List.copyOf(found));
		});
		return bands;
	}

}
