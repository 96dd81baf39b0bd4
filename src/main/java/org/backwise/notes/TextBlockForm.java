package org.backwise.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.backwise.notes.TextBlock.Part;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * A text block as typed.
 *
 * @param id id of a new block
 * @param part id of the part of a note that it is for
 * @param title what it is called
 * @param words the words
 * @param version the version that was looked at
 * @param act what to do: save or remove
 */
record TextBlockForm(@Nullable String id, @Nullable String part, @Nullable String title, @Nullable String words,
		@Nullable Integer version, @Nullable String act) {

	static final int LONGEST_TITLE = 80;

	static final int LONGEST = 2_000;

	static TextBlockForm of(TextBlock block) {
		return new TextBlockForm(null, block.part().toString(), block.title(), block.words(), block.version(), null);
	}

	int sawVersion() {
		return (this.version != null) ? this.version : -1;
	}

	boolean removes() {
		return "remove".equals(this.act);
	}

	Optional<Part> toPart() {
		return Part.parse(this.part);
	}

	FormText toTitle() {
		return FormText.line(this.title);
	}

	FormText toWords() {
		return FormText.lines(this.words);
	}

	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (toPart().isEmpty()) {
			problems.add(new FieldProblem("part", words.apply("notes.blocks.part.missing")));
		}
		check("title", toTitle(), LONGEST_TITLE, words, problems);
		check("words", toWords(), LONGEST, words, problems);
		return problems;
	}

	private static void check(String field, FormText typed, int most, UnaryOperator<String> words,
			List<FieldProblem> problems) {
		if (typed.isEmpty()) {
			problems.add(new FieldProblem(field, words.apply("notes.blocks." + field + ".missing")));
		}
		else if (typed.isLongerThan(most)) {
			problems.add(new FieldProblem(field, words.apply("notes.blocks." + field + ".long")));
		}
	}

}
