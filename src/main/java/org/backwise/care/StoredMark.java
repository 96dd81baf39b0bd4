package org.backwise.care;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;

/** What became of a session, as it lies in the database. */
@Entity
@Table(name = "session_mark")
class StoredMark {

	@EmbeddedId
	private Key key = new Key(new UUID(0, 0), 0);

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(20)")
	private State state = State.PLANNED;

	private LocalDate plannedDay = LocalDate.EPOCH;

	private LocalDate liveDay = LocalDate.EPOCH;

	private StoredPlan.@Nullable Meant meant;

	private UUID markedBy = new UUID(0, 0);

	private Instant markedAt = Instant.EPOCH;

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(10)")
	private @Nullable CancelledBy cancelledBy;

	/** Whether a signed note counts for it. */
	private boolean noteSigned;

	/** Ids of what was ticked as done before the session, with commas between. */
	private @Nullable String done;

	@Version
	private @Nullable Integer version;

	protected StoredMark() {
	}

	StoredMark(UUID caseId, int number) {
		this.key = new Key(caseId, number);
	}

	void set(LiveSession session, UUID by, Instant at) {
		this.state = session.state();
		this.plannedDay = session.planned();
		this.liveDay = session.day();
		this.meant = StoredPlan.Meant.of(session.session().shift());
		this.cancelledBy = session.cancelledBy();
		this.markedBy = by;
		this.markedAt = at;
	}

	void done(List<String> ticked) {
		this.done = String.join(",", ticked);
	}

	void noted(boolean signed) {
		this.noteSigned = signed;
	}

	int number() {
		return this.key.number;
	}

	UUID markedBy() {
		return this.markedBy;
	}

	Schedule.Mark mark() {
		return new Schedule.Mark(this.state, this.plannedDay, this.liveDay,
				(this.meant != null) ? this.meant.shift() : null, this.cancelledBy, this.markedAt);
	}

	/** A session of a plan. */
	@Embeddable
	record Key(UUID caseId, int number) implements Serializable {
	}

}
