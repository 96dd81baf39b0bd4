package org.backwise.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.util.MultiValueMap;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * What a therapist ticked while asking aloud.
 *
 * @param typed question id to the values as they came
 * @param shown ids of the questions that stood on the page
 */
record AloudForm(Map<String, Set<String>> typed, Set<String> shown) {

	/** The field that names the questions that stood on the page. */
	static final String SHOWN = "shown";

	private static final int LONGEST_VALUE = 60;

	/** Nothing was asked yet. */
	static AloudForm blank() {
		return new AloudForm(Map.of(), Set.of());
	}

	/** From what the browser sent; anything but questions is left aside. */
	static AloudForm of(KnowledgeBase questions, MultiValueMap<String, String> sent) {
		Map<String, Set<String>> typed = new LinkedHashMap<>();
		for (Question question : questions.questions()) {
			Set<String> values = new LinkedHashSet<>();
			sent.getOrDefault(question.id(), List.of())
				.stream()
				.map(String::strip)
				.filter((value) -> !value.isEmpty() && value.length() <= LONGEST_VALUE)
				.forEach(values::add);
			if (!values.isEmpty()) {
				typed.put(question.id(), values);
			}
		}
		return new AloudForm(typed, new LinkedHashSet<>(sent.getOrDefault(SHOWN, List.of())));
	}

	/** The sheet for the engine's reader, which finds whatever is wrong with it. */
	Map<String, Object> sheet(KnowledgeBase questions) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		this.typed.forEach((id, values) -> {
			Question question = questions.question(id);
			String first = values.iterator().next();
			boolean isNumber = question.kind() == Kind.NUMBER && first.matches("-?[0-9]{1,9}");
			sheet.put(id, (question.kind() == Kind.MULTI || values.size() > 1) ? new ArrayList<>(values)
					: isNumber ? (Object) Integer.valueOf(first) : first);
		});
		return sheet;
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "answers said aloud";
	}

}
