package org.backwise.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.notes.Treatment.Pressure;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * A note as typed.
 *
 * @param subjective what the client says
 * @param objective what the therapist finds
 * @param assessment what that means
 * @param plan what comes next
 * @param location ids of the places that were worked on
 * @param pressure how firmly
 * @param technique id of the kind of massage
 * @param minutes how long
 * @param beyond why it went beyond the limits of the plan
 * @param version the version that was changed
 * @param act what to do with it: save, sign, insert a text block, or fill it as last time
 * @param block id of the text block that is put in
 */
record NoteForm(@Nullable String subjective, @Nullable String objective, @Nullable String assessment,
		@Nullable String plan, @Nullable Set<String> location, @Nullable String pressure, @Nullable String technique,
		@Nullable String minutes, @Nullable String beyond, @Nullable Integer version, @Nullable String act,
		@Nullable String block) {

	static final int LONGEST = 4_000;

	static final int LONGEST_REASON = 300;

	private static final int LONGEST_SESSION = 300;

	private static final String BEYOND = "beyond";

	/** What a note says, to change it. */
	static NoteForm of(Note note) {
		Soap soap = note.soap();
		Treatment done = note.treatment();
		return new NoteForm(soap.subjective(), soap.objective(), soap.assessment(), soap.plan(),
				Set.copyOf(done.areas()), Objects.toString(done.pressure(), null), done.technique(),
				Objects.toString(done.minutes(), null), done.beyond(), note.version(), null, null);
	}

	/** A note that nobody has begun, with what the plan says of the session. */
	static NoteForm begun(NoteChoices choices) {
		int minutes = choices.basis().minutes();
		return new NoteForm(null, null, null, null, null, null, choices.basis().chosen(),
				(minutes > 0) ? Integer.toString(minutes) : null, null, -1, null, null);
	}

	boolean signs() {
		return "sign".equals(this.act);
	}

	/** Whether a text block is to be put in. */
	boolean inserts() {
		return "insert".equals(this.act);
	}

	/** Whether it is to be filled as last time. */
	boolean fills() {
		return "last".equals(this.act);
	}

	/** Whether it only is to be kept as a draft. */
	boolean saves() {
		return "save".equals(this.act);
	}

	int sawVersion() {
		return (this.version != null) ? this.version : -1;
	}

	/** The places that are ticked. */
	public Set<String> ticked() {
		return Objects.requireNonNullElse(this.location, Set.of());
	}

	/** The same with the words of a text block at the end of its part. */
	NoteForm with(TextBlock block) {
		String words = block.words();
		return switch (block.part()) {
			case SUBJECTIVE -> with(more(this.subjective, words), this.objective, this.assessment, this.plan);
			case OBJECTIVE -> with(this.subjective, more(this.objective, words), this.assessment, this.plan);
			case ASSESSMENT -> with(this.subjective, this.objective, more(this.assessment, words), this.plan);
			case PLAN -> with(this.subjective, this.objective, this.assessment, more(this.plan, words));
		};
	}

	private static String more(@Nullable String typed, String words) {
		String before = text(typed);
		return before.isEmpty() ? words : before + "\n" + words;
	}

	private NoteForm with(@Nullable String says, @Nullable String sees, @Nullable String thinks,
			@Nullable String does) {
		return new NoteForm(says, sees, thinks, does, this.location, this.pressure, this.technique, this.minutes,
				this.beyond, this.version, null, null);
	}

	/**
	 * Filled as last time. What is typed stays; of what only stood there from the plan,
	 * the kind of massage and the minutes are taken over, as far as nothing leaves them
	 * out today.
	 */
	NoteForm as(Note last, NoteChoices choices) {
		NoteForm before = of(last);
		NoteForm plan = begun(choices);
		boolean left = choices.isLeftOut(before.technique) || before.technique == null;
		boolean firm = choices.isTooFirm(last.treatment().pressure());
		return new NoteForm(either(this.subjective, before.subjective), either(this.objective, before.objective),
				either(this.assessment, before.assessment), either(this.plan, before.plan),
				ticked().isEmpty() ? before.location : this.location,
				firm ? this.pressure : either(this.pressure, before.pressure),
				(!left && isAsPlanned(this.technique, plan.technique)) ? before.technique : this.technique,
				(before.minutes != null && isAsPlanned(this.minutes, plan.minutes)) ? before.minutes : this.minutes,
				this.beyond, this.version, null, null);
	}

	private static @Nullable String either(@Nullable String typed, @Nullable String before) {
		return text(typed).isEmpty() ? before : typed;
	}

	private static boolean isAsPlanned(@Nullable String typed, @Nullable String planned) {
		return text(typed).isEmpty() || text(typed).equals(planned);
	}

	List<FieldProblem> problems(UnaryOperator<String> words, NoteChoices choices) {
		List<FieldProblem> problems = new ArrayList<>();
		check("subjective", this.subjective, words, problems);
		check("objective", this.objective, words, problems);
		check("assessment", this.assessment, words, problems);
		check("plan", this.plan, words, problems);
		if (signs() && !hasWords()) {
			problems.add(new FieldProblem("subjective", words.apply("notes.note.missing")));
		}
		if (!text(this.technique).isEmpty() && !choices.hasTechnique(text(this.technique))) {
			problems.add(new FieldProblem("technique", words.apply("notes.technique.unknown")));
		}
		if (!FormText.line(this.minutes).isEmpty() && toMinutes() == null) {
			problems.add(new FieldProblem("minutes", words.apply("notes.minutes.wrong")));
		}
		if (FormText.line(this.beyond).isLongerThan(LONGEST_REASON)) {
			problems.add(new FieldProblem(BEYOND, words.apply("notes.beyond.long")));
		}
		else if (signs() && FormText.line(this.beyond).isEmpty() && choices.isBeyond(toTreatment(choices))) {
			problems.add(new FieldProblem(BEYOND, words.apply("notes.beyond.missing")));
		}
		return problems;
	}

	private static void check(String field, @Nullable String text, UnaryOperator<String> words,
			List<FieldProblem> problems) {
		if (FormText.lines(text).isLongerThan(LONGEST)) {
			problems.add(new FieldProblem(field, words.apply("notes.note.long")));
		}
	}

	/** Whether anything is written in one of the four boxes. */
	boolean hasWords() {
		return Stream.of(this.subjective, this.objective, this.assessment, this.plan)
			.anyMatch((typed) -> !text(typed).isEmpty());
	}

	/** Whether there is anything to lose. */
	public boolean isBegun() {
		return hasWords() || !ticked().isEmpty() || Pressure.parse(this.pressure).isPresent()
				|| !FormText.line(this.beyond).isEmpty();
	}

	public Soap toSoap() {
		return new Soap(text(this.subjective), text(this.objective), text(this.assessment), text(this.plan));
	}

	/** What was done; why it went beyond the limits is kept only where it did. */
	public Treatment toTreatment(NoteChoices choices) {
		String technique = text(this.technique);
		Treatment done = new Treatment(choices.places(ticked()), Pressure.parse(this.pressure).orElse(null),
				choices.hasTechnique(technique) ? technique : null, toMinutes(), null);
		return choices.isBeyond(done) ? new Treatment(done.areas(), done.pressure(), done.technique(), done.minutes(),
				FormText.line(this.beyond).orNull()) : done;
	}

	private @Nullable Integer toMinutes() {
		String typed = FormText.line(this.minutes).text();
		if (!typed.matches("[0-9]{1,3}")) {
			return null;
		}
		int number = Integer.parseInt(typed);
		return (number >= 1 && number <= LONGEST_SESSION) ? Integer.valueOf(number) : null;
	}

	private static String text(@Nullable String typed) {
		return FormText.lines(typed).text();
	}

	@Override
	public String toString() {
		return "a note form";
	}

}
