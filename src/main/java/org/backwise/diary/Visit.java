package org.backwise.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A session as the diary shows it.
 *
 * @param row the session
 * @param therapist who treats, null while nobody was named
 * @param room where, null while no room was named
 * @param attention what to see before it, the most urgent first
 */
record Visit(DiaryRow row, @Nullable String therapist, @Nullable String room, List<Attention> attention) {

	/** From when to when, null while it has no time. */
	public @Nullable String time() {
		LocalTime start = this.row.at().start();
		return (start == null) ? null : Appointment.clock(Appointment.minute(start)) + "–"
				+ Appointment.clock(Objects.requireNonNull(this.row.at().endMinute()));
	}

	/** When it begins, as machines read it. */
	public @Nullable String starts() {
		LocalTime start = this.row.at().start();
		return (start != null) ? this.row.day() + "T" + start : null;
	}

	public LocalDate day() {
		return this.row.day();
	}

	public int minutes() {
		return this.row.at().minutes();
	}

	/** The address of its page. */
	public String link() {
		return "/desk/cases/" + this.row.reference() + "/sessions/" + this.row.number();
	}

	/** Whether it is still to come in a plan that runs. */
	public boolean isPending() {
		return this.row.pending();
	}

	/** Whether its day is only to be expected. */
	public boolean isExpected() {
		return this.row.pending() && !this.row.firm();
	}

	/** Whether it does not take place at its time. */
	public boolean isOff() {
		return !this.row.pending() && !this.row.state().equals("KEPT");
	}

	/** What became of it, or of its plan. */
	public String state() {
		return (this.row.stop() != null) ? "stop-" + this.row.stop() : this.row.state();
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return this.row.toString();
	}

}
