package org.backwise.intake;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Contact;
import org.backwise.cases.KnownReach;
import org.backwise.cases.Suits;
import org.backwise.practice.Phone;

/**
 * What the client says of themselves at the end: who they are, how to reach them and when
 * they would like to begin. Kept as JSON with the draft.
 *
 * @param name what to call them
 * @param phone their number, null when not said
 * @param email their address, null when not said
 * @param willCall whether they call the practice themselves; null in drafts from before
 * that was asked
 * @param reach what was typed before number and address had fields of their own
 * @param firstDay the day on which they would like to begin
 * @param suits when sessions suit them, when they said so
 * @param seen the mark of what their case knew when they said it, null outside a case
 */
record Details(String name, @Nullable Phone phone, @Nullable String email, @Nullable Boolean willCall,
		@Nullable String reach, @Nullable LocalDate firstDay, @Nullable Suits suits, @Nullable String seen) {

	static Details of(Contact contact, @Nullable LocalDate firstDay, @Nullable Suits suits) {
		return new Details(contact.name(), contact.phone(), contact.email(), contact.willCall(), contact.other(),
				firstDay, suits, null);
	}

	/** What a case knows already. */
	static Optional<Details> of(KnownReach known, @Nullable LocalDate firstDay) {
		return Optional.ofNullable(known.contact())
			.map((contact) -> of(contact, firstDay, known.suits()).seeing(known.mark()));
	}

	/** The same, said while a case knew something. */
	Details seeing(@Nullable String mark) {
		return new Details(this.name, this.phone, this.email, this.willCall, this.reach, this.firstDay, this.suits,
				mark);
	}

	/** The mark of what is said here, for the forms that show it. */
	String mark() {
		return new KnownReach(contact(), this.suits).mark();
	}

	/** The same as it is kept with a case. */
	public Contact contact() {
		return new Contact(this.name, this.phone, this.email, Boolean.TRUE.equals(this.willCall), this.reach);
	}

	/** Whether the practice would not know how to go on. */
	boolean lacksReach() {
		return contact().reach() == Contact.Reach.NONE || contact().reach() == Contact.Reach.OTHER;
	}

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "details";
	}

}
