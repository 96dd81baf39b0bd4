package org.backwise.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Reading;

/** The answers as a fact for a general rule engine. */
public class FactSheet {

	/** What is counted for each technique, given what holds. */
	private final Map<String, Set<String>> options = new HashMap<>();

	private final Map<String, Integer> numbers = new HashMap<>();

	private final Set<String> holding = new java.util.HashSet<>();

	FactSheet(KnowledgeBase base, Reading reading) {
		reading.answers().given().forEach((question, answer) -> {
			if (answer instanceof Answer.Amount amount) {
				this.numbers.put(question, amount.value());
			}
			else if (answer instanceof Answer.Choice choice) {
				this.options.put(question, Set.copyOf(choice.options()));
				Set<String> signs = base.question(question)
					.signs()
					.stream()
					.map(Option::id)
					.collect(Collectors.toSet());
				this.numbers.put(question, (int) choice.options().stream().filter(signs::contains).count());
			}
		});
		for (Question question : base.questions()) {
			String counted = question.unansweredCountsAs();
			if (counted != null && reading.missing().contains(question.id())) {
				this.options.put(question.id(), Set.of(counted));
			}
		}
	}

	/**
	 * Whether an option was chosen.
	 * @param question a question
	 * @param option one of its options
	 * @return true when it was
	 */
	public boolean has(String question, String option) {
		return this.options.getOrDefault(question, Set.of()).contains(option);
	}

	/**
	 * The number given, or the count of signs.
	 * @param question a question
	 * @return -1 when there is none
	 */
	public int number(String question) {
		return this.numbers.getOrDefault(question, -1);
	}

	/**
	 * Notes that a row of the points holds.
	 * @param row a cause, an indication, or an extra
	 */
	public void holds(String row) {
		this.holding.add(row);
	}

	/** Forgets which rows hold. */
	void reset() {
		this.holding.clear();
	}

	/** Adds up the points of the rows that hold. */
	int[] scores(KnowledgeBase base) {
		List<String> techniques = base.techniques().techniques().stream().map((technique) -> technique.id()).toList();
		int[] scores = new int[techniques.size()];
		addUp(base, base.techniques().causes().stream().map((cause) -> cause.id()).toList(), "main-cause", techniques,
				scores);
		addUp(base, base.techniques().indications().stream().map((indication) -> indication.id()).toList(),
				"main-complaint", techniques, scores);
		for (int i = 0; i < base.techniques().bonuses().size(); i++) {
			if (this.holding.contains("extra " + i)) {
				scores[techniques.indexOf(base.techniques().bonuses().get(i).technique())] += base.techniques()
					.bonuses()
					.get(i)
					.points();
			}
		}
		return scores;
	}

	private void addUp(KnowledgeBase base, List<String> rows, String main, List<String> techniques, int[] scores) {
		long count = rows.stream().filter(this.holding::contains).count();
		for (String row : rows) {
			if (this.holding.contains(row)) {
				int times = (has(main, row) || count == 1) ? base.techniques().mainCounts() : 1;
				for (int i = 0; i < scores.length; i++) {
					scores[i] += times * base.techniques().points().get(row).get(techniques.get(i));
				}
			}
		}
	}

	/** A condition as a Java expression on a fact. */
	static String java(Condition condition) {
		return condition.fold(new Condition.Fold<String>() {

			@Override
			public String all(List<String> parts) {
				return parts.stream().collect(Collectors.joining(" && ", "(", ")"));
			}

			@Override
			public String any(List<String> parts) {
				return parts.stream().collect(Collectors.joining(" || ", "(", ")"));
			}

			@Override
			public String chose(Condition.Chose chose) {
				return any(chose.options()
					.stream()
					.map((option) -> "has(\"" + chose.question() + "\", \"" + option + "\")")
					.toList());
			}

			@Override
			public String anySign(Condition.AnySign sign) {
				return "(number(\"" + sign.question() + "\") > 0)";
			}

			@Override
			public String within(Condition.Within within) {
				return "(number(\"" + within.question() + "\") >= " + within.from() + " && number(\""
						+ within.question() + "\") <= " + within.to() + ")";
			}
		});
	}

	/** A condition on a fact. */
	static Predicate<FactSheet> predicate(Condition condition) {
		return condition.fold(new Condition.Fold<Predicate<FactSheet>>() {

			@Override
			public Predicate<FactSheet> all(List<Predicate<FactSheet>> parts) {
				return parts.stream().reduce(Predicate::and).orElseThrow();
			}

			@Override
			public Predicate<FactSheet> any(List<Predicate<FactSheet>> parts) {
				return parts.stream().reduce(Predicate::or).orElseThrow();
			}

			@Override
			public Predicate<FactSheet> chose(Condition.Chose chose) {
				return any(chose.options()
					.stream()
					.<Predicate<FactSheet>>map((option) -> (sheet) -> sheet.has(chose.question(), option))
					.toList());
			}

			@Override
			public Predicate<FactSheet> anySign(Condition.AnySign sign) {
				return (sheet) -> sheet.number(sign.question()) > 0;
			}

			@Override
			public Predicate<FactSheet> within(Condition.Within within) {
				return (sheet) -> sheet.number(within.question()) >= within.from()
						&& sheet.number(within.question()) <= within.to();
			}
		});
	}

}
