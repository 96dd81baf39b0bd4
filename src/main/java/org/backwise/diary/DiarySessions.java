package org.backwise.diary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.LiveSession.State;

/**
 * The sessions that stand in the diary, for calendars outside: when, with whom and where,
 * and nobody's name.
 */
@Service
public class DiarySessions {

	private final DiaryRows rows;

	DiarySessions(DiaryRows rows) {
		this.rows = rows;
	}

	/**
	 * A session that stands in the diary.
	 *
	 * @param caseId the case
	 * @param number its number in the plan, from 1
	 * @param reference the case's reference
	 * @param day the day that holds
	 * @param at when, for how long, with whom and where
	 * @param open whether nobody has said what became of it
	 * @param cancelled whether it was cancelled
	 * @param rests whether its plan rests, so that it does not take place
	 */
	public record DiarySession(UUID caseId, int number, String reference, LocalDate day, Appointment at, boolean open,
			boolean cancelled, boolean rests) {

		private static DiarySession of(DiaryRow row) {
			State state = State.valueOf(row.state());
			return new DiarySession(row.caseId(), row.number(), row.reference(), row.day(), row.at(), state.isOpen(),
					state.isCancelled(), row.stop() != null);
		}

	}

	/**
	 * The sessions whose day is firm, in one statement however many there are.
	 * @param from the first day
	 * @param therapist whose sessions, null for everybody's
	 * @return in no order
	 */
	@Transactional(readOnly = true)
	public List<DiarySession> firm(LocalDate from, @Nullable UUID therapist) {
		return this.rows.firm(from, therapist).stream().map(DiarySession::of).toList();
	}

}
