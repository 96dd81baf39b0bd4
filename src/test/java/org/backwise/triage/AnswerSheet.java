package org.backwise.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer sheet as somebody hands it in: question id to a whole number, an option id or
 * a list of option ids. Never changes; each sentence gives a new sheet.
 *
 * @param answers the answers
 */
public record AnswerSheet(Map<String, Object> answers) {

	public AnswerSheet {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
	}

	/**
	 * The same sheet with one answer given or changed.
	 * @param question id of the question
	 * @param number the answer
	 * @return the changed sheet
	 */
	public AnswerSheet with(String question, int number) {
		return put(question, number);
	}

	/**
	 * The same sheet with one answer given or changed.
	 * @param question id of a multi question
	 * @param options the answer
	 * @return the changed sheet
	 */
	public AnswerSheet with(String question, List<String> options) {
		return put(question, options);
	}

	/**
	 * The same sheet with one answer given or changed.
	 * @param question id of a single question
	 * @param option the answer
	 * @return the changed sheet
	 */
	public AnswerSheet with(String question, String option) {
		return put(question, option);
	}

	/**
	 * The same sheet with whatever value, good or bad.
	 * @param question id of the question, existing or not
	 * @param value the value
	 * @return the changed sheet
	 */
	public AnswerSheet put(String question, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(this.answers);
		changed.put(question, value);
		return new AnswerSheet(changed);
	}

	/**
	 * The same sheet with several answers given or changed.
	 * @param others the answers
	 * @return the changed sheet
	 */
	public AnswerSheet with(Map<String, ?> others) {
		Map<String, Object> changed = new LinkedHashMap<>(this.answers);
		changed.putAll(others);
		return new AnswerSheet(changed);
	}

	/**
	 * The same sheet without some answers.
	 * @param questions ids of the questions
	 * @return the changed sheet
	 */
	public AnswerSheet without(String... questions) {
		return without(List.of(questions));
	}

	/**
	 * The same sheet without some answers.
	 * @param questions ids of the questions
	 * @return the changed sheet
	 */
	public AnswerSheet without(Collection<String> questions) {
		Map<String, Object> changed = new LinkedHashMap<>(this.answers);
		changed.keySet().removeAll(questions);
		return new AnswerSheet(changed);
	}

	/**
	 * The same sheet with one more sign ticked; {@code none} and {@code no-pain} give
	 * way.
	 * @param question id of a multi question
	 * @param sign the option to add
	 * @return the changed sheet
	 */
	public AnswerSheet plus(String question, String sign) {
		List<String> options = new ArrayList<>(chosen(question));
		options.removeAll(List.of("none", "no-pain"));
		options.add(sign);
		return put(question, List.copyOf(options));
	}

	boolean has(String question) {
		return this.answers.containsKey(question);
	}

	/** Whether any of these options was chosen. */
	boolean chose(String question, String... options) {
		Object answer = this.answers.get(question);
		for (String option : options) {
			if (option.equals(answer) || (answer instanceof List<?> chosen && chosen.contains(option))) {
				return true;
			}
		}
		return false;
	}

	/** The signs that were ticked. */
	List<String> signs(String question) {
		return chosen(question).stream()
			.filter((option) -> !List.of("none", "no-pain", "not-sure").contains(option))
			.toList();
	}

	/** The number given, or -1. */
	int number(String question) {
		return (this.answers.get(question) instanceof Integer number) ? number : -1;
	}

	List<String> chosen(String question) {
		Object answer = this.answers.get(question);
		if (answer instanceof String option) {
			return List.of(option);
		}
		return (answer instanceof List<?> options) ? options.stream().map(String::valueOf).toList() : List.of();
	}

}
