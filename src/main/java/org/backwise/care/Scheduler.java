package org.backwise.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.backwise.triage.Assessment.PlannedPhase;

/** Turns phases into days. */
class Scheduler {

	private Scheduler() {
	}

	/**
	 * The days of all sessions. The first session of a phase comes that phase's interval
	 * after the last session before it, so every session falls on the weekday of the
	 * first.
	 */
	static List<Session> sessions(List<PlannedPhase> phases, LocalDate firstDay, String technique,
			String firstTechnique) {
		List<Session> sessions = new ArrayList<>();
		LocalDate day = firstDay;
		for (PlannedPhase phase : phases) {
			for (int i = 0; i < phase.sessions(); i++) {
				boolean first = sessions.isEmpty();
				day = first ? firstDay : day.plusDays(phase.everyDays());
				sessions.add(new Session(sessions.size() + 1, phase.phase(), first ? firstTechnique : technique, day));
			}
		}
		return List.copyOf(sessions);
	}

}
