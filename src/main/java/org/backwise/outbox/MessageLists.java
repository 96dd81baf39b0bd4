package org.backwise.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.StaffNames;
import org.backwise.outbox.Message.State;
import org.backwise.practice.Words;

/** The messages as the desk reads them. */
@Component
class MessageLists {

	/** Each list shows so many. */
	static final int MOST = 50;

	private final OutboxRows rows;

	private final Cases cases;

	private final StaffNames names;

	private final Words words;

	MessageLists(OutboxRows rows, Cases cases, StaffNames names, Words words) {
		this.rows = rows;
		this.cases = cases;
		this.names = names;
		this.words = words;
	}

	/**
	 * A message as a page shows it.
	 *
	 * @param message the message
	 * @param reference the reference of its case
	 * @param client what to call the client
	 * @param to who of the practice is told, null for the client
	 * @param at when it is tried next, or when it was over
	 */
	record Shown(Message message, String reference, String client, @Nullable String to, Instant at) {

		/** Says nothing of the client. */
		@Override
		public String toString() {
			return this.message.toString();
		}

	}

	/** Those of one state, as many as a page shows and one more. */
	@Transactional(readOnly = true)
	public List<Shown> of(State state) {
		Map<CaseId, Optional<Case>> found = new HashMap<>();
		return (state == State.WAITING)
				? this.rows.waiting(MOST + 1).stream().map((one) -> shown(one, one.due(), found)).toList()
				: this.rows.over(state, MOST + 1).stream().map((one) -> shown(one.message(), one.at(), found)).toList();
	}

	private Shown shown(Message message, Instant at, Map<CaseId, Optional<Case>> found) {
		Optional<Case> theCase = found.computeIfAbsent(message.theCase(), this.cases::find);
		return new Shown(message, theCase.map(Case::reference).orElse(""), theCase.map(Case::client).orElse(""),
				(message.account() != null)
						? this.names.nameOf(message.account()).orElseGet(() -> this.words.of("outbox.somebody")) : null,
				at);
	}

}
