package org.backwise.notes;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.backwise.notes.TextBlock.Part;

/** A text block as it lies in the database. */
@Entity
@Table(name = "text_block")
class StoredTextBlock {

	@Id
	private UUID id = new UUID(0, 0);

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(12)")
	private Part part = Part.SUBJECTIVE;

	private String title = "";

	@Column(length = 4_000)
	private String words = "";

	private UUID changedBy = new UUID(0, 0);

	private Instant changedAt = Instant.EPOCH;

	@Version
	private @Nullable Integer version;

	protected StoredTextBlock() {
	}

	StoredTextBlock(UUID id) {
		this.id = id;
	}

	void write(Part part, String title, String words, UUID by, Instant at) {
		this.part = part;
		this.title = title;
		this.words = words;
		this.changedBy = by;
		this.changedAt = at;
	}

	TextBlock block() {
		return new TextBlock(this.id, this.part, this.title, this.words, this.changedBy, this.changedAt,
				(this.version != null) ? this.version : -1);
	}

}
