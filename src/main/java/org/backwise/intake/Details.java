package org.backwise.intake;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Contact;
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
 */
record Details(String name, @Nullable Phone phone, @Nullable String email, @Nullable Boolean willCall,
		@Nullable String reach, @Nullable LocalDate firstDay, @Nullable Suits suits) {

	static Details of(Contact contact, @Nullable LocalDate firstDay, @Nullable Suits suits) {
		return new Details(contact.name(), contact.phone(), contact.email(), contact.willCall(), contact.other(),
				firstDay, suits);
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
