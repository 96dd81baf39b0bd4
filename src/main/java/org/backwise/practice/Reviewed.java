package org.backwise.practice;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Which clinician reviewed the rules for this practice, as an owner entered it. It counts
 * for the version they reviewed and for no other.
 */
@Component
public class Reviewed {

	private final Supplier<Entered> entered;

	private final Clock clock;

	Reviewed(Settings settings, Clock clock) {
		this.entered = settings.current("review", Entered.class);
		this.clock = clock;
	}

	/** What an owner typed. */
	record Entered(@DefaultValue("") String reviewedBy, @DefaultValue("") String reviewedRole,
			@DefaultValue("") String reviewedOn, @DefaultValue("") String reviewedVersion) {
	}

	/**
	 * Who reviewed a version.
	 *
	 * @param by the name
	 * @param role what they are, such as physiotherapist
	 * @param on the day
	 */
	public record Review(String by, String role, LocalDate on) {
	}

	/**
	 * The review of a version of the rules.
	 * @param version the version that decides
	 * @return null when nobody reviewed it, or when something of the review is missing
	 */
	public @Nullable Review of(String version) {
		Entered now = this.entered.get();
		if (now.reviewedBy().isBlank() || now.reviewedRole().isBlank() || !now.reviewedVersion().equals(version)) {
			return null;
		}
		try {
			LocalDate on = LocalDate.parse(now.reviewedOn());
			return on.isAfter(LocalDate.now(this.clock)) ? null : new Review(now.reviewedBy(), now.reviewedRole(), on);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
