package org.backwise.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * The smallest changes of answers that would change a decision, found by trying them all:
 * every single one, and where none of these leads to a less urgent outcome every pair
 * among the answers that led to the referral, and those because of which these were asked
 * for. For a therapist's eyes only.
 */
class WhatIf {

	/** What a plan is called among the outcomes. */
	private static final String PLAN = "plan";

	private final Triage rules;

	private final KnowledgeBase base;

	WhatIf(Triage rules) {
		this.rules = rules;
		this.base = rules.knowledge();
	}

	/**
	 * An answer that is another one.
	 *
	 * @param question id of the question
	 * @param name the question in a few words
	 * @param kind with, without or instead
	 * @param words what is ticked or not, or the other answer
	 */
	record Change(String question, String name, String kind, String words) {

	}

	/**
	 * Changes that lead somewhere else.
	 *
	 * @param outcome a level, or plan
	 * @param technique the technique of the plan, when that is what would change
	 * @param ways one or two changes each
	 */
	record Outcome(String outcome, @Nullable String technique, List<List<Change>> ways) {

	}

	/** A change together with the sheet that it leads to. */
	private record Step(Change change, Map<String, Object> sheet, int distance) {

	}

	/** Where a sheet leads. */
	private record Where(String outcome, @Nullable String technique) {

		int rank() {
			return Ranks.LEVELS.indexOf(this.outcome);
		}

	}

	List<Outcome> of(Answers answers, List<Finding> findings) {
		Map<String, Object> sheet = sheet(answers);
		Where here = where(sheet);
		if (here == null) {
			return List.of();
		}
		Map<Where, List<List<Change>>> found = new LinkedHashMap<>();
		for (Question question : this.base.questions()) {
			nearest(steps(question, sheet), here).forEach((where, steps) -> steps.forEach(
					(step) -> found.computeIfAbsent(where, (key) -> new ArrayList<>()).add(List.of(step.change()))));
		}
		boolean eased = found.keySet().stream().anyMatch((where) -> where.rank() > here.rank());
		if (!eased) {
			pairs(sheet, here, behind(answers, findings), found);
		}
		return found.entrySet()
			.stream()
			.map((entry) -> new Outcome(entry.getKey().outcome(), entry.getKey().technique(), entry.getValue()))
			.sorted(Comparator.comparing((Outcome outcome) -> Ranks.LEVELS.indexOf(outcome.outcome())))
			.toList();
	}

	/** Of a number only the nearest one is wanted, so numbers come second. */
	private void pairs(Map<String, Object> sheet, Where here, Set<String> behind,
			Map<Where, List<List<Change>>> found) {
		List<Question> questions = behind.stream()
			.map(this.base::question)
			.sorted(Comparator.comparing((question) -> question.range() != null))
			.toList();
		Set<Set<Change>> seen = new HashSet<>();
		for (int first = 0; first < questions.size(); first++) {
			for (Step one : steps(questions.get(first), sheet)) {
				for (Question second : questions.subList(first, questions.size())) {
					nearest(steps(second, one.sheet()), here).forEach((where, steps) -> steps.stream()
						.filter((two) -> where.rank() > here.rank() && seen.add(Set.of(one.change(), two.change())))
						.forEach((two) -> found.computeIfAbsent(where, (key) -> new ArrayList<>())
							.add(List.of(one.change(), two.change()))));
				}
			}
		}
	}

	/**
	 * The answers that led to the referral, and those because of which they were asked
	 * for.
	 */
	private Set<String> behind(Answers answers, List<Finding> findings) {
		Set<String> behind = new LinkedHashSet<>();
		findings.forEach((finding) -> behind.addAll(finding.answers().keySet()));
		Deque<String> open = new ArrayDeque<>(behind);
		while (!open.isEmpty()) {
			Condition asked = this.base.question(open.pop()).asked();
			if (asked != null) {
				answers.evidence(asked).keySet().stream().filter(behind::add).forEach(open::push);
			}
		}
		return behind;
	}

	/** For each outcome the steps there; of a number only the nearest one. */
	private Map<Where, List<Step>> nearest(List<Step> steps, Where here) {
		Map<Where, List<Step>> found = new LinkedHashMap<>();
		for (Step step : steps) {
			Where where = where(step.sheet());
			if (where == null || where.equals(here)) {
				continue;
			}
			List<Step> known = found.computeIfAbsent(where, (key) -> new ArrayList<>());
			if (step.distance() == 0 || known.isEmpty()) {
				known.add(step);
			}
			else if (step.distance() < known.get(0).distance()) {
				known.set(0, step);
			}
		}
		return found;
	}

	/** Every sheet that is one answer away. */
	private List<Step> steps(Question question, Map<String, Object> sheet) {
		Object now = sheet.get(question.id());
		Range range = question.range();
		if (now == null) {
			return List.of();
		}
		if (now instanceof Integer number && range != null) {
			return IntStream.rangeClosed(range.from(), range.to())
				.filter((value) -> value != number)
				.mapToObj((value) -> step(question, sheet, value, "instead", value + " " + range.unit(),
						Math.abs(value - number)))
				.toList();
		}
		if (question.kind() == Kind.SINGLE) {
			return question.options()
				.stream()
				.filter((option) -> !option.id().equals(now))
				.map((option) -> step(question, sheet, option.id(), "instead", option.label(), 0))
				.toList();
		}
		return question.options()
			.stream()
			.map((option) -> toggle(question, option, (List<?>) now, sheet))
			.filter(java.util.Objects::nonNull)
			.toList();
	}

	private @Nullable Step toggle(Question question, Option option, List<?> now, Map<String, Object> sheet) {
		List<Object> chosen = new ArrayList<>(now);
		if (chosen.remove(option.id())) {
			if (option.excludesOthers()) {
				return null;
			}
			if (chosen.isEmpty()) {
				question.options()
					.stream()
					.filter(Option::excludesOthers)
					.findFirst()
					.ifPresent((none) -> chosen.add(none.id()));
			}
			return chosen.isEmpty() ? null : step(question, sheet, chosen, "without", option.label(), 0);
		}
		if (option.excludesOthers()) {
			return (now.size() > 1) ? step(question, sheet, List.of(option.id()), "instead", option.label(), 0) : null;
		}
		chosen.removeIf((id) -> question.option((String) id).excludesOthers());
		chosen.add(option.id());
		return step(question, sheet, chosen, "with", option.label(), 0);
	}

	private static Step step(Question question, Map<String, Object> sheet, Object value, String kind, String words,
			int distance) {
		Map<String, Object> changed = new LinkedHashMap<>(sheet);
		changed.put(question.id(), value);
		return new Step(new Change(question.id(), question.shortName(), kind, words), changed, distance);
	}

	/** Null where the answers at hand do not tell. */
	private @Nullable Where where(Map<String, Object> sheet) {
		Reading reading = this.rules.read(sheet);
		boolean safetyOpen = reading.missing()
			.stream()
			.anyMatch((question) -> !this.base.isAboutMassage(this.base.question(question)));
		if (!reading.problems().isEmpty() || (safetyOpen && !reading.isEmergency())) {
			return null;
		}
		Level level = reading.level();
		if (level != null) {
			return new Where(level.toString(), null);
		}
		if (!reading.isComplete()) {
			return new Where(PLAN, null);
		}
		var technique = this.rules.assess(reading).technique();
		return new Where(PLAN, (technique != null) ? this.base.technique(technique.primary()).name() : null);
	}

	private Map<String, Object> sheet(Answers answers) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		answers.given().forEach((id, answer) -> {
			if (answer instanceof Answer.Choice choice) {
				sheet.put(id,
						(this.base.question(id).kind() == Kind.SINGLE) ? choice.options().get(0) : choice.options());
			}
			else if (answer instanceof Answer.Amount amount) {
				sheet.put(id, amount.value());
			}
		});
		return sheet;
	}

}
