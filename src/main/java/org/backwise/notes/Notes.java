package org.backwise.notes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	Notes(StoredNotes stored, SignedIn signedIn, Journal journal, Clock clock) {
		this.stored = stored;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * All notes on a case, by session.
	 * @param intake the intake
	 * @return drafts and signed notes
	 */
	@Transactional(readOnly = true)
	public List<Note> of(CaseId intake) {
		return this.stored.findByCaseIdOrderByNumber(intake.value()).stream().map(StoredNote::note).toList();
	}

	/**
	 * The note on a session.
	 * @param intake the intake
	 * @param number the session
	 * @return empty when nobody has begun one
	 */
	@Transactional(readOnly = true)
	public Optional<Note> find(CaseId intake, int number) {
		return this.stored.findByCaseIdAndNumber(intake.value(), number).map(StoredNote::note);
	}

	/**
	 * Saves a draft.
	 * @param intake the intake
	 * @param number the session
	 * @param soap what it says
	 * @param version the version that was changed, -1 for a new one
	 * @param sign whether to sign it at once
	 * @throws Refused when somebody else has changed or signed it meanwhile
	 */
	@Transactional
	public void write(CaseId intake, int number, Soap soap, int version, boolean sign) {
		StoredNote note = this.stored.findByCaseIdAndNumber(intake.value(), number)
			.orElseGet(() -> new StoredNote(intake.value(), number, this.clock.instant()));
		if (note.version() != version || note.isSigned()) {
			throw new Refused("notes.stale");
		}
		note.write(soap, this.signedIn.member().id(), this.clock.instant());
		if (sign) {
			note.sign(this.signedIn.member().id(), this.clock.instant());
			note(Action.NOTE_SIGNED, intake);
		}
		this.stored.saveAndFlush(note);
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
		StoredNote note = this.stored.findByCaseIdAndNumber(intake.value(), number)
			.filter((row) -> row.isSigned() && row.version() == version)
			.orElseThrow(() -> new Refused("notes.stale"));
		note.amend(text, reason, this.signedIn.member().id(), this.clock.instant());
		note(Action.NOTE_AMENDED, intake);
		this.stored.saveAndFlush(note);
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

	private void note(Action action, CaseId intake) {
		this.journal.note(action, new Who.Staff(this.signedIn.member().id()), intake.value());
	}

}
