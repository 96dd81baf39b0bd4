package org.backwise.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

import org.backwise.cases.CaseId;

/** A plan as it lies in the database. Never rewritten: a changed plan is another one. */
@Entity
@Table(name = "care_plan")
class StoredPlan implements Persistable<UUID> {

	@Id
	private UUID id = UUID.randomUUID();

	private UUID caseId = new UUID(0, 0);

	/** Its number among the plans of the case, from 1. */
	private int number;

	private String technique = "";

	private @Nullable String alternative;

	private LocalDate firstDay = LocalDate.EPOCH;

	private int minutes;

	private @Nullable String habit;

	private Instant proposedAt = Instant.EPOCH;

	/** The phase that runs; null in a plan from before there were check-ins. */
	private @Nullable String phase;

	/** The number of the first session of its block. */
	private @Nullable Integer blockFrom;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "care_session", joinColumns = @JoinColumn(name = "plan"))
	@OrderBy("number")
	private List<Day> sessions = new ArrayList<>();

	@Transient
	private boolean stored;

	protected StoredPlan() {
	}

	StoredPlan(CaseId id, int number, CarePlan plan, Instant proposedAt) {
		this.caseId = id.value();
		this.number = number;
		this.technique = plan.technique();
		this.alternative = plan.alternative();
		this.firstDay = plan.firstDay();
		this.minutes = plan.minutes();
		this.habit = plan.habit();
		this.proposedAt = proposedAt;
		this.phase = plan.block().phase();
		this.blockFrom = plan.block().from();
		plan.sessions().forEach((session) -> this.sessions.add(new Day(session)));
	}

	int number() {
		return this.number;
	}

	CarePlan plan() {
		List<Session> days = this.sessions.stream().map(Day::session).toList();
		CarePlan.Block block = (this.phase != null && this.blockFrom != null)
				? new CarePlan.Block(this.phase, this.blockFrom) : CarePlan.Block.first(days);
		return new CarePlan(this.technique, this.alternative, this.firstDay, this.minutes, this.habit, block, days);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

	/** One row of the sessions. */
	@Embeddable
	static class Day {

		private int number;

		private String phase = "";

		private String technique = "";

		@Column(name = "on_day")
		private LocalDate day = LocalDate.EPOCH;

		private @Nullable Meant meant;

		protected Day() {
		}

		Day(Session session) {
			this.number = session.number();
			this.phase = session.phase();
			this.technique = session.technique();
			this.day = session.day();
			this.meant = Meant.of(session.shift());
		}

		Session session() {
			return new Session(this.number, this.phase, this.technique, this.day,
					(this.meant != null) ? this.meant.shift() : null);
		}

	}

	/** The day a session was meant for, when it lies on another one. */
	@Embeddable
	static class Meant {

		/** The longest words that are kept of what closed a day. */
		private static final int LONGEST_WORDS = 200;

		private @Nullable LocalDate meantDay;

		@Enumerated(EnumType.STRING)
		@Column(columnDefinition = "varchar(10)")
		private Session.@Nullable Why meantWhy;

		private @Nullable String closedWords;

		protected Meant() {
		}

		static @Nullable Meant of(Session.@Nullable Shift shift) {
			if (shift == null) {
				return null;
			}
			Meant meant = new Meant();
			meant.meantDay = shift.from();
			meant.meantWhy = shift.why();
			String words = shift.words();
			meant.closedWords = (words != null && words.length() > LONGEST_WORDS) ? words.substring(0, LONGEST_WORDS)
					: words;
			return meant;
		}

		Session.@Nullable Shift shift() {
			return (this.meantDay != null && this.meantWhy != null)
					? new Session.Shift(this.meantDay, this.meantWhy, this.closedWords) : null;
		}

	}

}
