package org.backwise.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * An amendment as typed.
 *
 * @param text what is added
 * @param reason why
 * @param version the version of the note that was looked at
 */
record AmendmentForm(@Nullable String text, @Nullable String reason, @Nullable Integer version) {

	static final int LONGEST_REASON = 200;

	int sawVersion() {
		return (this.version != null) ? this.version : -1;
	}

	FormText toText() {
		return FormText.lines(this.text);
	}

	FormText toReason() {
		return FormText.line(this.reason);
	}

	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (toText().isEmpty()) {
			problems.add(new FieldProblem("text", words.apply("notes.amend.text.missing")));
		}
		else if (toText().isLongerThan(NoteForm.LONGEST)) {
			problems.add(new FieldProblem("text", words.apply("notes.note.long")));
		}
		if (toReason().isEmpty()) {
			problems.add(new FieldProblem("reason", words.apply("notes.amend.reason.missing")));
		}
		else if (toReason().isLongerThan(LONGEST_REASON)) {
			problems.add(new FieldProblem("reason", words.apply("notes.amend.reason.long")));
		}
		return problems;
	}

	@Override
	public String toString() {
		return "an amendment form";
	}

}
