package org.backwise.cases;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.Phone;

/**
 * Who the client is and how to reach them. No part of any decision.
 *
 * @param name what to call them
 * @param phone their telephone number, null when not said
 * @param email their address, null when not said
 * @param willCall whether they want to call the practice themselves
 * @param other what they typed before number and address had fields of their own, null
 * since
 */
public record Contact(String name, @Nullable Phone phone, @Nullable String email, boolean willCall,
		@Nullable String other) {

	/**
	 * Somebody who said a name only.
	 * @param name what to call them
	 */
	public Contact(String name) {
		this(name, null, null, false, null);
	}

	/** How a client is reached first. */
	public enum Reach {

		/** They call the practice, as they said, whatever else is known. */
		WILL_CALL,
		/** By telephone. */
		PHONE,
		/** By e-mail. */
		EMAIL,
		/** In the way that they typed in one field, long ago. */
		OTHER,
		/** Nobody knows. */
		NONE;

		/** Its name in messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * How the client is reached first.
	 * @return one way, or {@link Reach#NONE}
	 */
	public Reach reach() {
		if (this.willCall) {
			return Reach.WILL_CALL;
		}
		if (this.phone != null) {
			return Reach.PHONE;
		}
		if (this.email != null) {
			return Reach.EMAIL;
		}
		return (this.other != null) ? Reach.OTHER : Reach.NONE;
	}

	/**
	 * Everything by which the client is found when somebody calls or writes.
	 * @return number, address and older words with blanks between; may be empty
	 */
	public String findable() {
		return Stream.of((this.phone != null) ? this.phone.number() : null, this.email, this.other)
			.filter((part) -> part != null)
			.collect(Collectors.joining(" "));
	}

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "a contact";
	}

}
