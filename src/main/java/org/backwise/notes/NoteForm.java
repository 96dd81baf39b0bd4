package org.backwise.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * A note as typed.
 *
 * @param subjective what the client says
 * @param objective what the therapist finds
 * @param assessment what that means
 * @param plan what comes next
 * @param version the version that was changed
 * @param act what to do with it: save or sign
 */
record NoteForm(@Nullable String subjective, @Nullable String objective, @Nullable String assessment,
		@Nullable String plan, @Nullable Integer version, @Nullable String act) {

	static final int LONGEST = 4_000;

	static NoteForm of(Soap soap, int version) {
		return new NoteForm(soap.subjective(), soap.objective(), soap.assessment(), soap.plan(), version, null);
	}

	boolean signs() {
		return "sign".equals(this.act);
	}

	int sawVersion() {
		return (this.version != null) ? this.version : -1;
	}

	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		check("subjective", this.subjective, words, problems);
		check("objective", this.objective, words, problems);
		check("assessment", this.assessment, words, problems);
		check("plan", this.plan, words, problems);
		return problems;
	}

	private void check(String field, @Nullable String text, UnaryOperator<String> words, List<FieldProblem> problems) {
		if (FormText.lines(text).isLongerThan(LONGEST)) {
			problems.add(new FieldProblem(field, words.apply("notes.note.long")));
		}
		else if (signs() && FormText.lines(text).isEmpty()) {
			problems.add(new FieldProblem(field, words.apply("notes.note.missing." + field)));
		}
	}

	public Soap toSoap() {
		return new Soap(text(this.subjective), text(this.objective), text(this.assessment), text(this.plan));
	}

	private static String text(@Nullable String typed) {
		return FormText.lines(typed).text();
	}

	@Override
	public String toString() {
		return "a note form";
	}

}
