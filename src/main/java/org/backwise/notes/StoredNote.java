package org.backwise.notes;

import java.time.Instant;
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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.backwise.notes.Treatment.Pressure;

/**
 * A session's note as it lies in the database. Once signed, only amendments are added, or
 * it is struck.
 */
@Entity
@Table(name = "soap_note")
class StoredNote {

	private static final int LONGEST = 8_000;

	@Id
	private UUID id = UUID.randomUUID();

	private UUID caseId = new UUID(0, 0);

	private int number;

	/** 0 for the note that counts; those entered in error are counted from 1. */
	private int strike;

	@Column(length = LONGEST)
	private String subjective = "";

	@Column(length = LONGEST)
	private String objective = "";

	@Column(length = LONGEST)
	private String assessment = "";

	@Column(length = LONGEST)
	private String nextSteps = "";

	/** Ids of the places, with commas between. */
	private @Nullable String areas;

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(10)")
	private @Nullable Pressure pressure;

	private @Nullable String technique;

	private @Nullable Integer minutes;

	private @Nullable String beyond;

	private UUID author = new UUID(0, 0);

	private Instant begunAt = Instant.EPOCH;

	private Instant savedAt = Instant.EPOCH;

	private @Nullable Instant signedAt;

	private @Nullable UUID signedBy;

	private @Nullable Instant struckAt;

	private @Nullable UUID struckBy;

	private @Nullable String struckReason;

	@Version
	private @Nullable Integer version;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "note_amendment", joinColumns = @JoinColumn(name = "note"))
	@OrderColumn(name = "position")
	private List<Added> amendments = new ArrayList<>();

	protected StoredNote() {
	}

	StoredNote(UUID caseId, int number, Instant begunAt) {
		this.caseId = caseId;
		this.number = number;
		this.begunAt = begunAt;
	}

	void write(Soap soap, Treatment done, UUID by, Instant at) {
		if (this.signedAt != null) {
			throw new IllegalStateException("A signed note stands");
		}
		this.subjective = soap.subjective();
		this.objective = soap.objective();
		this.assessment = soap.assessment();
		this.nextSteps = soap.plan();
		this.areas = done.areas().isEmpty() ? null : String.join(",", done.areas());
		this.pressure = done.pressure();
		this.technique = done.technique();
		this.minutes = done.minutes();
		this.beyond = done.beyond();
		this.author = by;
		this.savedAt = at;
	}

	void sign(UUID by, Instant at) {
		if (this.signedAt != null) {
			throw new IllegalStateException("A signed note stands");
		}
		this.signedBy = by;
		this.signedAt = at;
	}

	void amend(String text, String reason, UUID by, Instant at) {
		if (this.signedAt == null) {
			throw new IllegalStateException("A draft is changed, not amended");
		}
		this.amendments.add(new Added(text, reason, by, at));
	}

	void strike(int strike, String reason, UUID by, Instant at) {
		if (this.signedAt == null || this.strike != 0) {
			throw new IllegalStateException("Only a signed note that counts is struck");
		}
		this.strike = strike;
		this.struckReason = reason;
		this.struckBy = by;
		this.struckAt = at;
	}

	int version() {
		return (this.version != null) ? this.version : -1;
	}

	boolean isSigned() {
		return this.signedAt != null;
	}

	Note note() {
		return new Note(this.number, new Soap(this.subjective, this.objective, this.assessment, this.nextSteps),
				treatment(), (this.signedBy != null) ? this.signedBy : this.author, this.savedAt, this.signedAt,
				this.amendments.stream().map(Added::amendment).toList(), struck(), version());
	}

	private Treatment treatment() {
		return new Treatment((this.areas != null) ? List.of(this.areas.split(",")) : List.of(), this.pressure,
				this.technique, this.minutes, this.beyond);
	}

	private Note.@Nullable Amendment struck() {
		return (this.struckReason != null && this.struckBy != null && this.struckAt != null)
				? new Note.Amendment("", this.struckReason, this.struckBy, this.struckAt) : null;
	}

	/** One amendment. */
	@Embeddable
	static class Added {

		@Column(length = LONGEST)
		private String words = "";

		private String reason = "";

		private UUID author = new UUID(0, 0);

		private Instant amendedAt = Instant.EPOCH;

		protected Added() {
		}

		Added(String words, String reason, UUID author, Instant amendedAt) {
			this.words = words;
			this.reason = reason;
			this.author = author;
			this.amendedAt = amendedAt;
		}

		Note.Amendment amendment() {
			return new Note.Amendment(this.words, this.reason, this.author, this.amendedAt);
		}

	}

}
