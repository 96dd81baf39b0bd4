package org.backwise.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.util.MultiValueMap;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * The things that matter to the client, up to three in their own words.
 *
 * @param texts one for each field
 */
record ThingsForm(List<FormText> texts) {

	static final int MOST = 3;

	private static final int LONGEST = 60;

	private static final String FIELD = "thing-";

	static ThingsForm of(MultiValueMap<String, String> sent) {
		List<FormText> texts = new ArrayList<>();
		for (int i = 1; i <= MOST; i++) {
			texts.add(FormText.line(Objects.requireNonNullElse(sent.getFirst(FIELD + i), "")));
		}
		return new ThingsForm(texts);
	}

	List<FieldProblem> problems(Function<String, String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		for (int i = 1; i <= MOST; i++) {
			if (this.texts.get(i - 1).isLongerThan(LONGEST)) {
				problems.add(new FieldProblem(FIELD + i, words.apply("intake.things.long")));
			}
		}
		return problems;
	}

	/** What was typed, for showing it again. */
	List<String> typed() {
		return this.texts.stream().map(FormText::text).toList();
	}

	/** What was named, each once. */
	List<String> things() {
		return this.texts.stream().filter((text) -> !text.isEmpty()).map(FormText::text).distinct().toList();
	}

	@Override
	public String toString() {
		return "things that matter";
	}

}
