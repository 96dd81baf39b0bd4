package org.backwise.cases;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;

/**
 * The outside of a case, without any answer: enough for lists and for its life cycle.
 *
 * @param id its id
 * @param reference a short name for talking about it on the phone
 * @param consent the consent given before the first question
 * @param sentAt when the first round was sent
 * @param level the level to which the first round led, null for a care plan
 * @param contact who the client is, when they said so
 * @param openedAt when the result was first seen, empty as long as nobody saw it
 */
public record Case(CaseId id, String reference, Consent consent, Instant sentAt, @Nullable Level level,
		Optional<Contact> contact, Optional<Instant> openedAt) {

	/**
	 * What to call the client.
	 * @return the name, or the reference when none was given
	 */
	public String client() {
		return this.contact.map(Contact::name).orElse(this.reference);
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "case " + this.reference;
	}

}
