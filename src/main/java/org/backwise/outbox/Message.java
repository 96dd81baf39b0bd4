package org.backwise.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseId;

/**
 * A row of the outbox: what is to be told, about which case and to whom. It holds no link
 * and no words.
 *
 * @param id its id, of which the Message-ID is made
 * @param once what makes it the same message as another one
 * @param kind what it is about
 * @param theCase the case
 * @param account who of the practice is told, null for the client
 * @param number number of the session or of the step, or how many check-ins were made;
 * null for none
 * @param day the day of the session, null for none
 * @param address where a client just asked to have it, gone as soon as it is sent; null
 * where the address of the moment counts
 * @param state what became of it
 * @param from when it could first be sent
 * @param due when it is tried next
 * @param attempts how often it was tried
 * @param trouble why the last try failed, null when none did
 */
record Message(UUID id, String once, Kind kind, CaseId theCase, @Nullable UUID account, @Nullable Integer number,
		@Nullable LocalDate day, @Nullable String address, State state, Instant from, Instant due, int attempts,
		@Nullable Trouble trouble) {

	/** What became of a message. The names are stored. */
	enum State {

		/** To be sent, now or later. */
		WAITING,
		/** A server took it. */
		SENT,
		/** It could not be sent, and nobody tries again by themselves. */
		FAILED,
		/** What it tells is no longer so, or nobody wants it any more. */
		DROPPED,
		/** Somebody at the desk said that it need not be sent. */
		GIVEN_UP;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** A new one that can be sent from a moment on. */
	static Message of(Kind kind, CaseId theCase, @Nullable UUID account, String once, Instant from) {
		return of(kind, theCase, account, once, from, null, null);
	}

	static Message of(Kind kind, CaseId theCase, @Nullable UUID account, String once, Instant from,
			@Nullable Integer number, @Nullable LocalDate day) {
		String whole = kind + ":" + theCase.value() + ":" + once + ((account != null) ? ":" + account : "");
		return new Message(UUID.randomUUID(), whole, kind, theCase, account, number, day, null, State.WAITING, from,
				from, 0, null);
	}

	/** The private link for somebody who has just said where to. */
	static Message link(CaseId theCase, String address, Instant now) {
		Message message = of(Kind.LINK, theCase, null, UUID.randomUUID().toString(), now);
		return new Message(message.id, message.once, message.kind, theCase, null, null, null, address, message.state,
				now, now, 0, null);
	}

	/** Says nothing of whom it is about. */
	@Override
	public String toString() {
		return this.kind + " " + this.state;
	}

}
