package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.SessionGate;
import org.backwise.care.SessionNotes;
import org.backwise.cases.CaseId;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * The notes: one for each session. A draft can be changed by whoever treats; a signed
 * note stands, and what comes later is added to it.
 */
@Service
public class Notes implements SessionNotes {

	private final StoredNotes stored;

	private final Attendance sessions;

	private final Marking marking;

	private final SessionGate gate;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	Notes(StoredNotes stored, Attendance sessions, Marking marking, SessionGate gate, SignedIn signedIn,
			Journal journal, Clock clock) {
		this.stored = stored;
		this.sessions = sessions;
		this.marking = marking;
		this.gate = gate;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * All notes on a case, by session.
	 * @param intake the intake
	 * @return drafts and signed notes, and after those the ones entered in error
	 */
	@Transactional(readOnly = true)
	public List<Note> of(CaseId intake) {
		return this.stored.findByCaseIdOrderByNumberAscStrikeAsc(intake.value())
			.stream()
			.map(StoredNote::note)
			.toList();
	}

	/**
	 * The note on a session.
	 * @param intake the intake
	 * @param number the session
	 * @return empty when nobody has begun one
	 */
	@Transactional(readOnly = true)
	public Optional<Note> find(CaseId intake, int number) {
		return of(intake).stream().filter((note) -> note.number() == number && note.struck() == null).findFirst();
	}

	/**
	 * The last signed note before a session, for whoever goes on as last time.
	 * @param intake the case
	 * @param number the session
	 * @return empty when none was signed
	 */
	@Transactional(readOnly = true)
	public Optional<Note> last(CaseId intake, int number) {
		return of(intake).stream()
			.filter((note) -> note.isSigned() && note.struck() == null && note.number() < number)
			.reduce((one, next) -> next);
	}

	/**
	 * Saves a note of words alone.
	 * @param intake the case
	 * @param number the session
	 * @param soap what it says
	 * @param version the version that was changed, -1 for a new one
	 * @param sign whether to sign it at once
	 * @throws Refused as for every note
	 */
	@Transactional
	public void write(CaseId intake, int number, Soap soap, int version, boolean sign) {
		write(intake, number, soap, Treatment.NONE, version, sign);
	}

	/**
	 * Saves a draft.
	 * @param intake the intake
	 * @param number the session
	 * @param soap what it says
	 * @param treatment what was done
	 * @param version the version that was changed, -1 for a new one
	 * @param sign whether to sign it at once
	 * @throws Refused when somebody else has changed or signed it meanwhile, or it would
	 * be signed before the session
	 */
	@Transactional
	public void write(CaseId intake, int number, Soap soap, Treatment treatment, int version, boolean sign) {
		StoredNote note = counting(intake, number)
			.orElseGet(() -> new StoredNote(intake.value(), number, this.clock.instant()));
		if (note.version() != version || note.isSigned()) {
			throw new Refused("notes.stale");
		}
		if (sign && this.sessions.of(intake)
			.stream()
			.anyMatch((one) -> one.number() == number && !this.sessions.hasCome(one))) {
			throw new Refused("notes.note.early");
		}
		note.write(soap, treatment, this.signedIn.member().id(), this.clock.instant());
		if (sign) {
			note.sign(this.signedIn.member().id(), this.clock.instant());
			this.marking.noted(intake, number, true);
			note(Action.NOTE_SIGNED, intake);
		}
		this.stored.saveAndFlush(note);
	}

	/**
	 * A session took place, and its note is signed with it: both, or neither.
	 * @param intake the case
	 * @param number the session
	 * @param kept on which day, how the session stood on the page, and what was ticked
	 * @param soap what the note says
	 * @param treatment what was done
	 * @param version the version of the note that was changed, -1 for a new one
	 * @throws Refused when either cannot be
	 */
	@Transactional
	public void keepAndSign(CaseId intake, int number, Kept kept, Soap soap, Treatment treatment, int version) {
		this.gate.tookPlace(intake, number, kept.day(), kept.seen(), kept.done());
		write(intake, number, soap, treatment, version, true);
	}

	/**
	 * A session took place, and what was typed so far is kept as a draft: both, or
	 * neither.
	 * @param intake the case
	 * @param number the session
	 * @param kept on which day, how the session stood on the page, and what was ticked
	 * @param soap what the note says so far
	 * @param treatment what was done
	 * @param version the version of the note that was changed, -1 for a new one
	 * @throws Refused when either cannot be
	 */
	@Transactional
	public void keepAndSave(CaseId intake, int number, Kept kept, Soap soap, Treatment treatment, int version) {
		this.gate.tookPlace(intake, number, kept.day(), kept.seen(), kept.done());
		write(intake, number, soap, treatment, version, false);
	}

	/**
	 * That a session took place.
	 *
	 * @param day on which day
	 * @param seen how the session stood on the page that says so
	 * @param done ids of what was ticked as done before
	 */
	public record Kept(LocalDate day, String seen, Set<String> done) {
	}

	/**
	 * Adds to a signed note.
	 * @param intake the intake
	 * @param number the session
	 * @param text what is added
	 * @param reason why
	 * @param version the version that was looked at
	 * @throws Refused when there is no signed note, or somebody else has added to it
	 * meanwhile
	 */
	@Transactional
	public void amend(CaseId intake, int number, String text, String reason, int version) {
		StoredNote note = signed(intake, number, version);
		note.amend(text, reason, this.signedIn.member().id(), this.clock.instant());
		note(Action.NOTE_AMENDED, intake);
		this.stored.saveAndFlush(note);
	}

	/**
	 * Says that a signed note was entered in error. It is kept; a fresh one can be
	 * written.
	 * @param intake the case
	 * @param number the session
	 * @param reason why
	 * @param version the version that was looked at
	 * @throws Refused when there is no signed note, or somebody else has added to it
	 * meanwhile
	 */
	@Transactional
	public void strike(CaseId intake, int number, String reason, int version) {
		StoredNote note = signed(intake, number, version);
		note.strike(this.stored.countByCaseIdAndNumber(intake.value(), number), reason, this.signedIn.member().id(),
				this.clock.instant());
		this.marking.noted(intake, number, false);
		note(Action.NOTE_STRUCK, intake);
		this.stored.saveAndFlush(note);
	}

	/**
	 * The notes on a session that were entered in error.
	 * @param intake the case
	 * @param number the session
	 * @return mostly none
	 */
	@Transactional(readOnly = true)
	public List<Note> struck(CaseId intake, int number) {
		return of(intake).stream().filter((note) -> note.number() == number && note.struck() != null).toList();
	}

	/** Whether whoever is signed in has signed these very words: a second click. */
	@Transactional(readOnly = true)
	boolean isMine(CaseId id, int number, Soap soap) {
		return find(id, number).filter(Note::isSigned)
			.filter((note) -> note.soap().equals(soap) && note.author().equals(this.signedIn.member().id()))
			.isPresent();
	}

	private StoredNote signed(CaseId intake, int number, int version) {
		return counting(intake, number).filter((row) -> row.isSigned() && row.version() == version)
			.orElseThrow(() -> new Refused("care.stale"));
	}

	private Optional<StoredNote> counting(CaseId intake, int number) {
		return this.stored.findByCaseIdAndNumberAndStrike(intake.value(), number, 0);
	}

	@Override
	@Transactional(readOnly = true)
	public boolean isSigned(CaseId id, int number) {
		return this.stored.isSigned(id.value(), number);
	}

	@Override
	@Transactional(readOnly = true)
	public int lastNoted(CaseId id) {
		return of(id).stream().mapToInt(Note::number).max().orElse(0);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Integer, String> given(CaseId id) {
		Map<Integer, String> given = new HashMap<>();
		for (Note note : of(id)) {
			String technique = note.treatment().technique();
			if (note.isSigned() && note.struck() == null && technique != null) {
				given.put(note.number(), technique);
			}
		}
		return given;
	}

	private void note(Action action, CaseId intake) {
		this.journal.note(action, new Who.Staff(this.signedIn.member().id()), intake.value());
	}

}
