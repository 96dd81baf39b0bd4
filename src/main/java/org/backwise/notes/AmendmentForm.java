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
 * @param error why the whole note was entered in error, when that is what it says
 * @param act what to do: add or error
 * @param version the version of the note that was looked at
 */
record AmendmentForm(@Nullable String text, @Nullable String reason, @Nullable String error, @Nullable String act,
		@Nullable Integer version) {

	static final int LONGEST_REASON = 200;

	int sawVersion() {
		return (this.version != null) ? this.version : -1;
	}

	FormText toText() {
		return FormText.lines(this.text);
	}

	FormText toReason() {
		return FormText.line(isError() ? this.error : this.reason);
	}

	/** Whether the whole note is said to be entered in error. */
	boolean isError() {
		return "error".equals(this.act);
	}

	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (isError()) {
			reason("error", this.error, "notes.error.missing", words, problems);
			return problems;
		}
		if (toText().isEmpty()) {
			problems.add(new FieldProblem("text", words.apply("notes.amend.text.missing")));
		}
		else if (toText().isLongerThan(NoteForm.LONGEST)) {
			problems.add(new FieldProblem("text", words.apply("notes.note.long")));
		}
		reason("reason", this.reason, "notes.amend.reason.missing", words, problems);
		return problems;
	}

	private static void reason(String field, @Nullable String typed, String missing, UnaryOperator<String> words,
			List<FieldProblem> problems) {
		FormText reason = FormText.line(typed);
		if (reason.isEmpty()) {
			problems.add(new FieldProblem(field, words.apply(missing)));
		}
		else if (reason.isLongerThan(LONGEST_REASON)) {
			problems.add(new FieldProblem(field, words.apply("notes.amend.reason.long")));
		}
	}

	@Override
	public String toString() {
		return "an amendment form";
	}

}
