package org.backwise.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Who sent an intake, kept apart from the answers. */
@Entity
@Table(name = "intake_contact")
class StoredContact extends StoredRow<UUID> {

	@Id
	private UUID intake = new UUID(0, 0);

	private String name = "";

	private @Nullable String reach;

	private @Nullable LocalDate firstDay;

	private Instant givenAt = Instant.EPOCH;

	protected StoredContact() {
	}

	StoredContact(UUID intake, Details details, Instant givenAt) {
		this.intake = intake;
		this.name = details.name();
		this.reach = details.reach();
		this.firstDay = details.firstDay();
		this.givenAt = givenAt;
	}

	@Override
	public UUID getId() {
		return this.intake;
	}

	Details details() {
		return new Details(this.name, this.reach, this.firstDay);
	}

}
