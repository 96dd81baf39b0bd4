package org.backwise.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.util.MultiValueMap;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;

/**
 * What a question page handed in: as it was typed, and as a sheet to be read.
 *
 * @param typed question id to the values as they came, for showing them again
 */
record PageForm(Map<String, Set<String>> typed) {

	private static final int LONGEST_VALUE = 60;

	/** From what the browser sent; anything but the page's questions is left aside. */
	static PageForm of(List<Question> questions, MultiValueMap<String, String> sent) {
		Map<String, Set<String>> typed = new LinkedHashMap<>();
		for (Question question : questions) {
			Set<String> values = new LinkedHashSet<>();
			sent.getOrDefault(question.id(), List.of())
				.stream()
				.map(String::strip)
				.filter((value) -> !value.isEmpty())
				.map((value) -> value.substring(0, Math.min(LONGEST_VALUE, value.length())))
				.forEach(values::add);
			typed.put(question.id(), values);
		}
		return new PageForm(typed);
	}

	/** From what was kept before. */
	static PageForm of(List<Question> questions, Answers answers) {
		Map<String, Set<String>> typed = new LinkedHashMap<>();
		for (Question question : questions) {
			Set<String> values = (answers.to(question.id()).orElse(null) instanceof Answer.Amount amount)
					? Set.of(Integer.toString(amount.value())) : answers.chosen(question.id());
			typed.put(question.id(), values);
		}
		return new PageForm(typed);
	}

	/**
	 * The same with earlier answers ticked where there is none yet.
	 * @param questions which of its questions may be ticked beforehand
	 * @param earlier the earlier answers
	 * @param used told when there was one
	 */
	PageForm filledIn(List<Question> questions, Answers earlier, Runnable used) {
		Map<String, Set<String>> filled = new LinkedHashMap<>(this.typed);
		of(questions, earlier).typed().forEach((question, values) -> {
			if (!values.isEmpty() && this.typed.getOrDefault(question, Set.of()).isEmpty()) {
				filled.put(question, values);
				used.run();
			}
		});
		return new PageForm(filled);
	}

	/** The sheet for the engine's reader, which finds whatever is wrong with it. */
	Map<String, Object> sheet(List<Question> questions) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		for (Question question : questions) {
			List<String> values = new ArrayList<>(this.typed.getOrDefault(question.id(), Set.of()));
			if (!values.isEmpty()) {
				sheet.put(question.id(), value(question, values));
			}
		}
		return sheet;
	}

	private static Object value(Question question, List<String> values) {
		if (question.kind() == Kind.MULTI || values.size() > 1) {
			return values;
		}
		String value = values.get(0);
		boolean isNumber = question.kind() == Kind.NUMBER && value.matches("-?[0-9]{1,9}");
		return isNumber ? Integer.valueOf(value) : value;
	}

	@Override
	public String toString() {
		return "a page's answers";
	}

}
