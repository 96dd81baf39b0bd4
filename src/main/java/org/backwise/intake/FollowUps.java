package org.backwise.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answers;

/**
 * Which questions and rows of a page depend on what is ticked on the same page, as groups
 * of input ids: each group needs one that is ticked. The browser uses it to hide what
 * does not apply; without it everything shows and the server leaves it out.
 */
class FollowUps {

	private static final List<Set<String>> ALWAYS = List.of();

	private static final List<Set<String>> NEVER = List.of(Set.of());

	private final KnowledgeBase base;

	private final Page page;

	private final Answers answers;

	FollowUps(KnowledgeBase base, Page page, Answers answers) {
		this.base = base;
		this.page = page;
		this.answers = answers;
	}

	/** The questions that may apply, with the groups that make them apply. */
	Map<Question, List<Set<String>>> questions() {
		Map<Question, List<Set<String>>> shown = new LinkedHashMap<>();
		for (Question question : this.base.questionsOn(this.page)) {
			List<Set<String>> groups = groups(question.asked());
			boolean enough = !question.choosesOneOfOffered() || offered(question).size() > 1;
			if (!groups.equals(NEVER) && enough) {
				shown.put(question, groups);
			}
		}
		return shown;
	}

	/** The options that may be on offer, with the groups that make them so. */
	Map<Option, List<Set<String>>> offered(Question question) {
		Map<Option, List<Set<String>>> offered = new LinkedHashMap<>();
		for (Option option : question.options()) {
			List<Set<String>> groups = groups(option.offered());
			if (!groups.equals(NEVER)) {
				offered.put(option, groups);
			}
		}
		return offered;
	}

	private List<Set<String>> groups(@org.jspecify.annotations.Nullable Condition condition) {
		if (condition == null) {
			return ALWAYS;
		}
		if (condition instanceof Condition.Is is) {
			return groups(this.base.term(is.term()).when());
		}
		if (condition instanceof Condition.AllOf all) {
			return simplified(all.parts().stream().flatMap((part) -> groups(part).stream()).toList());
		}
		if (condition instanceof Condition.AnyOf any) {
			return any.parts().stream().map(this::groups).reduce(NEVER, FollowUps::either);
		}
		return atom(condition);
	}

	private List<Set<String>> atom(Condition atom) {
		Question question = this.base.question(questionOf(atom));
		if (!question.page().equals(this.page.id())) {
			return this.answers.hold(atom) ? ALWAYS : NEVER;
		}
		if (atom instanceof Condition.Chose chose) {
			return List.of(inputs(question, chose.options()));
		}
		if (atom instanceof Condition.AnySign) {
			return List.of(inputs(question, question.signs().stream().map(Option::id).toList()));
		}
		return ALWAYS;
	}

	private static Set<String> inputs(Question question, List<String> options) {
		Set<String> ids = new LinkedHashSet<>();
		options.forEach((option) -> ids.add(question.id() + "-" + option));
		return ids;
	}

	private static List<Set<String>> either(List<Set<String>> one, List<Set<String>> other) {
		List<Set<String>> joined = new ArrayList<>();
		for (Set<String> left : one) {
			for (Set<String> right : other) {
				Set<String> both = new LinkedHashSet<>(left);
				both.addAll(right);
				joined.add(both);
			}
		}
		return simplified(joined);
	}

	private static List<Set<String>> simplified(List<Set<String>> groups) {
		return groups.stream().anyMatch(Set::isEmpty) ? NEVER : groups.stream().distinct().toList();
	}

	private static String questionOf(Condition atom) {
		if (atom instanceof Condition.Chose chose) {
			return chose.question();
		}
		if (atom instanceof Condition.AnySign sign) {
			return sign.question();
		}
		return ((Condition.Within) atom).question();
	}

}
