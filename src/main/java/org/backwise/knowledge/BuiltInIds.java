package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Loosened;
import org.backwise.knowledge.Rules.Referral;

/**
 * Lays the ids of rules that are to run beside the ones that come with Backwise: whoever
 * has an old folder hears at once of all that came since, and no id comes back with
 * another meaning.
 */
class BuiltInIds {

	private final KnowledgeBase builtIn;

	private final KnowledgeBase own;

	BuiltInIds(KnowledgeBase builtIn, KnowledgeBase own) {
		this.builtIn = builtIn;
		this.own = own;
	}

	/** Everything that keeps the rules from being run. */
	List<String> problems() {
		List<String> missing = new ArrayList<>(keys());
		this.builtIn.questions().forEach((question) -> missing.addAll(missing(question)));
		if (!missing.isEmpty()) {
			missing.addAll(rules());
		}
		List<String> problems = new ArrayList<>(missing.stream()
			.map((what) -> what + " is missing; it came with version 2 of the questionnaire or with the check-ins")
			.toList());
		problems.addAll(retired());
		return problems;
	}

	private List<String> keys() {
		Map<String, @Nullable Object> later = new LinkedHashMap<>();
		later.put("plan.yaml: the key 'areas'", this.own.plan().areas());
		later.put("plan.yaml: the key 'habits'", this.own.plan().habits());
		later.put("notices.yaml: the key 'lead'", this.own.notices().lead());
		later.put("notices.yaml: the key 'again'", this.own.notices().again());
		later.put(Roles.FILE + ": the key 'habit'", this.own.roles().habit());
		later.put("the file " + FollowUp.FILE, this.own.followUp());
		return later.entrySet().stream().filter((key) -> key.getValue() == null).map(Map.Entry::getKey).toList();
	}

	private List<String> missing(Question question) {
		if (!this.own.hasQuestion(question.id())) {
			return List.of("questions.yaml: the question '" + question.id() + "'");
		}
		Set<String> options = KnowledgeCheck.ids(this.own.question(question.id()).options(), Option::id);
		return question.options()
			.stream()
			.map(Option::id)
			.filter((option) -> !options.contains(option))
			.map((option) -> "questions.yaml, question " + question.id() + ": the option '" + option + "'")
			.toList();
	}

	/**
	 * Rules are held to by meaning, whatever they are called, so that they are named only
	 * to somebody who has more to add.
	 */
	private List<String> rules() {
		Set<String> known = rules(this.own).collect(Collectors.toSet());
		known.addAll(KnowledgeCheck.ids(this.own.loosened(), Loosened::rule));
		Set<String> cautions = KnowledgeCheck.ids(this.builtIn.cautions(), Caution::id);
		return rules(this.builtIn).filter((rule) -> !known.contains(rule))
			.map((rule) -> (cautions.contains(rule) ? "cautions.yaml" : "red-flags.yaml") + ": the rule '" + rule + "'")
			.toList();
	}

	private List<String> retired() {
		return ids(this.own).filter(this.builtIn.questionnaire().retired()::contains)
			.distinct()
			.map(BuiltInIds::isRetired)
			.toList();
	}

	static String isRetired(String id) {
		return "questions.yaml, key retired: '" + id + "' is retired, and its id is never used again";
	}

	/** What must never change its meaning: questions, options and rules. */
	static Stream<String> ids(KnowledgeBase base) {
		Stream<String> questions = base.questions()
			.stream()
			.flatMap(
					(question) -> Stream.concat(Stream.of(question.id()), question.options().stream().map(Option::id)));
		return Stream.concat(questions, rules(base));
	}

	private static Stream<String> rules(KnowledgeBase base) {
		return Stream.concat(base.referrals().stream().map(Referral::id), base.cautions().stream().map(Caution::id));
	}

}
