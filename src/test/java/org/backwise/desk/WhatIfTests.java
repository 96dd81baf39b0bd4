package org.backwise.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What would change a decision, compared with a second search that shares nothing with
 * the first: it knows answers as sets of ticks, and tries every sheet one tick away, and
 * two ticks away where one is not enough.
 */
class WhatIfTests {

	private static final int SHEETS = 40;

	private static final Map<String, Object> ORDINARY = Map.ofEntries(Map.entry("nerve-signs", List.of("none")),
			Map.entry("body-signs", List.of("none")), Map.entry("age", 41),
			Map.entry("location", List.of("upper-back-left")), Map.entry("duration", "6-to-12-weeks"),
			Map.entry("onset", "posture-or-sitting"), Map.entry("pain", 5), Map.entry("pain-pattern", "comes-and-goes"),
			Map.entry("pain-trend", "same"), Map.entry("limb-signs", List.of("none")),
			Map.entry("disc-diagnosis", "no"), Map.entry("general-signs", List.of("none")),
			Map.entry("history", List.of("none")), Map.entry("health-today", List.of("none")),
			Map.entry("health-ongoing", List.of("none")), Map.entry("skin-and-medicines", List.of("none")),
			Map.entry("movement", "free"), Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting")), Map.entry("preference", "no-preference"));

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	private final Random random = new Random(20_270_301);

	/** Another answer to one question. */
	private record Edit(String question, Object answer, String words, int distance) {
	}

	@Test
	void everySingleChangeIsFoundAndNothingElse() {
		int changing = 0;
		for (int i = 0; i < SHEETS; i++) {
			Map<String, Object> sheet = sheet(i % 5);
			String here = outcome(sheet);
			Map<String, Map<String, Set<String>>> expected = new TreeMap<>();
			edits(sheet).forEach((edit) -> {
				String there = outcome(with(sheet, edit));
				if (there != null && !there.equals(here)) {
					expected.computeIfAbsent(there, (key) -> new TreeMap<>())
						.computeIfAbsent(edit.question(), (key) -> new TreeSet<>())
						.add(edit.words());
				}
			});
			Map<String, Map<String, Set<String>>> found = new TreeMap<>();
			found(sheet).forEach((there, ways) -> ways.stream()
				.filter((way) -> way.size() == 1)
				.map((way) -> way.iterator().next().split("\\|", 2))
				.forEach((way) -> found.computeIfAbsent(there, (key) -> new TreeMap<>())
					.computeIfAbsent(way[0], (key) -> new TreeSet<>())
					.add(way[1])));
			expected.values()
				.forEach((questions) -> questions.replaceAll((question, words) -> nearest(question, words, sheet)));
			assertThat(found).as("sheet %d: %s", i, sheet).isEqualTo(expected);
			changing += expected.size();
		}
		assertThat(changing).isGreaterThan(SHEETS);
	}

	@Test
	void everyPairIsFoundWhereNoSingleChangeEases() {
		int searched = 0;
		for (int i = 0; i < 400 && searched < 6; i++) {
			Map<String, Object> sheet = sheet(3 + i % 4);
			String here = outcome(sheet);
			List<Edit> single = edits(sheet);
			if (here.startsWith("plan") || single.stream().anyMatch((edit) -> eases(with(sheet, edit), here))) {
				continue;
			}
			searched++;
			Set<Set<String>> expected = new HashSet<>();
			for (Edit one : single) {
				Map<String, Object> between = with(sheet, one);
				for (Edit two : edits(between)) {
					if (eases(with(between, two), here)) {
						expected.add(Set.of(name(one), name(two)));
					}
				}
			}
			Set<Set<String>> found = new HashSet<>();
			found(sheet).values()
				.forEach((ways) -> ways.stream()
					.filter((way) -> way.size() == 2)
					.forEach((way) -> found.add(way.stream().map(this::withoutNumber).collect(Collectors.toSet()))));
			assertThat(found).as("sheet %d: %s", i, sheet).isEqualTo(expected);
		}
		assertThat(searched).isEqualTo(6);
	}

	/** Of a number only the question counts here. */
	private String name(Edit edit) {
		return withoutNumber(edit.question() + "|" + edit.words());
	}

	private String withoutNumber(String way) {
		String question = way.split("\\|")[0];
		return (question(question).range() != null) ? question : way;
	}

	/**
	 * Of a number only the nearest one is said; of two that are as near, the lower one.
	 */
	private Set<String> nearest(String question, Set<String> words, Map<String, Object> sheet) {
		if (question(question).range() == null) {
			return words;
		}
		int now = (int) sheet.get(question);
		String unit = question(question).range().unit();
		return IntStream.range(1, 200)
			.boxed()
			.flatMap((away) -> Stream.of(now - away, now + away))
			.map((value) -> "instead " + value + " " + unit)
			.filter(words::contains)
			.limit(1)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Map<String, Set<Set<String>>> found(Map<String, Object> sheet) {
		Reading reading = this.triage.read(sheet);
		Map<String, Set<Set<String>>> found = new TreeMap<>();
		new WhatIf(this.triage).of(reading.answers(), this.triage.assess(reading).findings())
			.forEach(
					(outcome) -> outcome.ways()
						.forEach((way) -> assertThat(found
							.computeIfAbsent(
									outcome.outcome()
											+ ((outcome.technique() != null) ? " " + outcome.technique() : ""),
									(key) -> new HashSet<>())
							.add(way.stream()
								.map((change) -> change.question() + "|" + change.kind() + " " + change.words())
								.collect(Collectors.toSet())))
							.as("said twice: %s", way)
							.isTrue()));
		return found;
	}

	private boolean eases(Map<String, Object> sheet, String here) {
		String there = outcome(sheet);
		return there != null && rank(there) > rank(here);
	}

	private static int rank(String outcome) {
		return Stream.of(Level.values())
			.filter((level) -> level.toString().equals(outcome))
			.findFirst()
			.map(Level::ordinal)
			.orElse(99);
	}

	/** Null when it cannot be told without asking more of the safety questions. */
	private String outcome(Map<String, Object> sheet) {
		Reading reading = this.triage.read(sheet);
		boolean open = reading.missing()
			.stream()
			.anyMatch((id) -> !this.triage.knowledge().isAboutMassage(question(id)));
		if (!reading.problems().isEmpty() || (open && !reading.isEmergency())) {
			return null;
		}
		if (reading.level() != null) {
			return reading.level().toString();
		}
		return reading.missing().isEmpty()
				? "plan " + this.triage.knowledge().technique(this.triage.assess(reading).technique().primary()).name()
				: "plan";
	}

	/** Every sheet in which one answer differs by one tick. */
	private List<Edit> edits(Map<String, Object> sheet) {
		List<Edit> edits = new ArrayList<>();
		sheet.forEach((id, now) -> {
			Question question = question(id);
			if (now instanceof Integer number) {
				for (int value = question.range().from(); value <= question.range().to(); value++) {
					if (value != number) {
						edits.add(new Edit(id, value, "instead " + value + " " + question.range().unit(),
								Math.abs(value - number)));
					}
				}
			}
			else if (now instanceof String chosen) {
				question.options()
					.stream()
					.filter((option) -> !option.id().equals(chosen))
					.forEach((option) -> edits.add(new Edit(id, option.id(), "instead " + option.label(), 0)));
			}
			else {
				edits.addAll(ticks(question, new TreeSet<>(((List<?>) now).stream().map(String::valueOf).toList())));
			}
		});
		return edits;
	}

	private List<Edit> ticks(Question question, Set<String> now) {
		Set<String> alone = question.options()
			.stream()
			.filter((option) -> option.excludesOthers())
			.map((option) -> option.id())
			.collect(Collectors.toSet());
		String nothing = question.options()
			.stream()
			.map((option) -> option.id())
			.filter(alone::contains)
			.findFirst()
			.orElse(null);
		List<Edit> edits = new ArrayList<>();
		Set<Set<String>> reached = new HashSet<>();
		question.options().forEach((option) -> {
			Set<String> then = new TreeSet<>(now);
			String kind = "with ";
			if (then.remove(option.id())) {
				kind = "without ";
				if (then.isEmpty() && nothing != null) {
					then.add(nothing);
				}
			}
			else if (!alone.contains(option.id())) {
				then.removeAll(alone);
				then.add(option.id());
			}
			if (!then.isEmpty() && !then.equals(now) && reached.add(then)) {
				edits.add(new Edit(question.id(), List.copyOf(then), kind + option.label(), 0));
			}
		});
		question.options().stream().filter((option) -> alone.contains(option.id())).forEach((option) -> {
			Set<String> then = Set.of(option.id());
			if (!then.equals(now) && reached.add(then)) {
				edits.removeIf((edit) -> edit.answer().equals(List.of(option.id())));
				edits.add(new Edit(question.id(), List.of(option.id()), "instead " + option.label(), 0));
			}
		});
		return edits;
	}

	/**
	 * An ordinary sheet with some answers made up, and nothing left open by an emergency.
	 */
	private Map<String, Object> sheet(int madeUp) {
		while (true) {
			Map<String, Object> sheet = new LinkedHashMap<>(ORDINARY);
			for (int i = 0; i < madeUp; i++) {
				String question = List.copyOf(new TreeSet<>(sheet.keySet())).get(this.random.nextInt(sheet.size()));
				List<Edit> edits = edits(sheet).stream().filter((edit) -> edit.question().equals(question)).toList();
				Edit edit = edits.get(this.random.nextInt(edits.size()));
				sheet.put(edit.question(), edit.answer());
			}
			Reading reading = this.triage.read(sheet);
			sheet.keySet().removeAll(reading.ignored());
			if (reading.isComplete() && reading.missing().isEmpty()) {
				return sheet;
			}
		}
	}

	private static Map<String, Object> with(Map<String, Object> sheet, Edit edit) {
		Map<String, Object> changed = new LinkedHashMap<>(sheet);
		changed.put(edit.question(), edit.answer());
		return changed;
	}

	private Question question(String id) {
		return this.triage.knowledge().question(id);
	}

}
