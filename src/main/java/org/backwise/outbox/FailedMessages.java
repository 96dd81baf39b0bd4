package org.backwise.outbox;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.outbox.Message.State;

/**
 * What could not be sent, for the pages of the desk ({@code @failedMessages}); a practice
 * that sends nothing is not asked for it.
 */
@Component("failedMessages")
class FailedMessages {

	/** Counting stops here. */
	private static final int MOST = 100;

	private final Offered offered;

	private final OutboxRows rows;

	FailedMessages(Offered offered, OutboxRows rows) {
		this.offered = offered;
		this.rows = rows;
	}

	@Transactional(readOnly = true)
	public int count() {
		return this.offered.any() ? this.rows.count(State.FAILED, MOST) : 0;
	}

	/** Those of one case, to its client. */
	@Transactional(readOnly = true)
	public List<Message> of(CaseId id) {
		return this.offered.any() ? this.rows.about(id)
			.stream()
			.filter((message) -> message.state() == State.FAILED && message.account() == null)
			.toList() : List.of();
	}

}
