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
class FollowUps implements Condition.Fold<List<Set<String>>> {

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
		return condition.fold(this);
	}

	@Override
	public List<Set<String>> all(List<List<Set<String>>> parts) {
		return simplified(parts.stream().flatMap(List::stream).toList());
	}

	@Override
	public List<Set<String>> any(List<List<Set<String>>> parts) {
		return parts.stream().reduce(NEVER, FollowUps::either);
	}

	@Override
	public List<Set<String>> chose(Condition.Chose chose) {
		return ticked(chose);
	}

	@Override
	public List<Set<String>> anySign(Condition.AnySign sign) {
		return ticked(sign);
	}

	@Override
	public List<Set<String>> within(Condition.Within within) {
		return isHere(within) ? ALWAYS : decided(within);
	}

	private List<Set<String>> ticked(Condition.Atom atom) {
		Question question = this.base.question(atom.question());
		return isHere(atom) ? List.of(inputs(question, atom.options(question))) : decided(atom);
	}

	private boolean isHere(Condition.Atom atom) {
		return this.base.question(atom.question()).page().equals(this.page.id());
	}

	private List<Set<String>> decided(Condition.Atom atom) {
		return this.answers.hold(atom) ? ALWAYS : NEVER;
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

}
