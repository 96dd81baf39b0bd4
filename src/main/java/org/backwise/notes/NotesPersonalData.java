package org.backwise.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.backwise.care.Attendance;
import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.cases.CaseId;
import org.backwise.cases.PersonalData;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.notes.Treatment.Pressure;
import org.backwise.practice.Dates;
import org.backwise.practice.Words;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;
import org.backwise.triage.InForce;

/** The sessions and notes in what is held about a client. */
@Component
@Order(3)
class NotesPersonalData implements PersonalData {

	private final Attendance sessions;

	private final Notes notes;

	private final StaffAccounts staff;

	private final Words words;

	private final Dates dates;

	private final InForce rules;

	private final Clock clock;

	NotesPersonalData(Attendance sessions, Notes notes, StaffAccounts staff, Words words, Dates dates, InForce rules,
			Clock clock) {
		this.sessions = sessions;
		this.notes = notes;
		this.staff = staff;
		this.words = words;
		this.dates = dates;
		this.rules = rules;
		this.clock = clock;
	}

	@Override
	public String part() {
		return "sessions";
	}

	@Override
	public @Nullable Object held(CaseId intake) {
		return part(intake).orElse(null);
	}

	private Optional<Part> part(CaseId intake) {
		List<Marked> marked = this.sessions.of(intake)
			.stream()
			.filter((session) -> session.state() != State.PLANNED)
			.map((session) -> new Marked(session.number(), session.state(), session.day(), session.cancelledBy()))
			.toList();
		List<Written> written = this.notes.of(intake).stream().map(this::written).toList();
		return (marked.isEmpty() && written.isEmpty()) ? Optional.empty() : Optional.of(new Part(marked, written));
	}

	@Override
	public Optional<Line> printed(CaseId intake) {
		return part(intake).map((part) -> {
			List<Line> lines = new ArrayList<>();
			part.sessions()
				.forEach((marked) -> lines.add(new Line(this.words.of("notes.record.session", marked.session()),
						this.words.of("notes.record.state." + marked.state(), this.dates.full(marked.day())))));
			part.notes().forEach((note) -> lines.add(printed(note)));
			return new Line(this.words.of("notes.record.title"), lines);
		});
	}

	private Line printed(Written note) {
		List<Line> lines = new ArrayList<>();
		add(lines, "notes.record.by", note.therapist());
		add(lines, "notes.record.signed", (note.signedAt() != null) ? this.dates.moment(note.signedAt())
				: this.words.of("notes.record.not-signed"));
		add(lines, "notes.soap.subjective", note.note().subjective());
		add(lines, "notes.soap.objective", note.note().objective());
		add(lines, "notes.soap.assessment", note.note().assessment());
		add(lines, "notes.soap.plan", note.note().plan());
		printed(lines, note.treatment());
		note.amendments().forEach((added) -> {
			List<Line> amendment = new ArrayList<>();
			add(amendment, "notes.record.by", added.therapist());
			add(amendment, "notes.record.reason", added.reason());
			add(amendment, "notes.record.text", added.text());
			lines.add(new Line(this.words.of("notes.record.added", this.dates.moment(added.at())), amendment));
		});
		Struck struck = note.enteredInError();
		if (struck != null) {
			List<Line> error = new ArrayList<>();
			add(error, "notes.record.by", struck.therapist());
			add(error, "notes.record.reason", struck.reason());
			lines.add(new Line(this.words.of("notes.record.error", this.dates.moment(struck.at())), error));
		}
		return new Line(this.words.of("notes.record.note", note.session()), lines);
	}

	private void printed(List<Line> lines, Treatment done) {
		KnowledgeBase base = this.rules.base();
		add(lines, "notes.record.areas",
				String.join("; ", done.areas().stream().map((id) -> place(base, id)).toList()));
		Pressure pressure = done.pressure();
		add(lines, "notes.record.pressure", (pressure != null) ? this.words.of("notes.pressure." + pressure) : "");
		String technique = done.technique();
		add(lines, "notes.record.technique",
				(technique != null) ? base.techniques()
					.techniques()
					.stream()
					.filter((one) -> one.id().equals(technique))
					.map(TechniqueGuide.Technique::name)
					.findFirst()
					.orElse(technique) : "");
		add(lines, "notes.record.minutes", (done.minutes() != null) ? done.minutes().toString() : "");
		add(lines, "notes.record.beyond", (done.beyond() != null) ? done.beyond() : "");
	}

	private static String place(KnowledgeBase base, String id) {
		return base.question(base.roles().location())
			.options()
			.stream()
			.filter((option) -> option.id().equals(id))
			.map(Option::label)
			.findFirst()
			.orElse(id);
	}

	private void add(List<Line> lines, String label, String words) {
		if (!words.isBlank()) {
			lines.add(new Line(this.words.of(label), words));
		}
	}

	@Override
	public Optional<Instant> lastUsed(CaseId intake) {
		Stream<Instant> days = this.sessions.of(intake)
			.stream()
			.filter((session) -> session.state() != State.PLANNED)
			.map((session) -> session.day().atStartOfDay(this.clock.getZone()).toInstant());
		Stream<Instant> notes = this.notes.of(intake)
			.stream()
			.flatMap((note) -> Stream.concat(Stream.of(note.savedAt()),
					note.amendments().stream().map(Note.Amendment::at)));
		return Stream.concat(days, notes).max(Instant::compareTo);
	}

	private Written written(Note note) {
		Note.Amendment struck = note.struck();
		return new Written(note.number(), note.signedAt(), name(note.author()), note.soap(), note.treatment(),
				note.amendments()
					.stream()
					.map((added) -> new Added(added.at(), name(added.author()), added.reason(), added.text()))
					.toList(),
				(struck != null) ? new Struck(struck.at(), name(struck.author()), struck.reason()) : null,
				note.isSigned() && struck == null);
	}

	private String name(UUID account) {
		return this.staff.find(account).map(StaffMember::name).orElse("");
	}

	/** What the download says. */
	record Part(List<Marked> sessions, List<Written> notes) {
	}

	/** A session that took place, did not, or was moved. */
	record Marked(int session, State state, LocalDate day, @Nullable CancelledBy cancelledBy) {
	}

	/** A note. One that was entered in error was signed too, and counts no more. */
	record Written(int session, @Nullable Instant signedAt, String therapist, Soap note, Treatment treatment,
			List<Added> amendments, @Nullable Struck enteredInError, boolean counts) {

		@Override
		public String toString() {
			return "a note";
		}

	}

	/** Why a note does not count. */
	record Struck(Instant at, String therapist, String reason) {

		@Override
		public String toString() {
			return "a struck note";
		}

	}

	/** An amendment. */
	record Added(Instant at, String therapist, String reason, String text) {

		@Override
		public String toString() {
			return "an amendment";
		}

	}

}
