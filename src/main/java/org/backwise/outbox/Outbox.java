package org.backwise.outbox;

import java.util.Collection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages in, within the transaction of what they tell of: both are stored, or
 * neither.
 */
@Component
class Outbox {

	private final OutboxRows rows;

	Outbox(OutboxRows rows) {
		this.rows = rows;
	}

	/** Keeps messages to be sent; what was kept before is kept once. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void put(Collection<Message> messages) {
		messages.forEach(this.rows::add);
	}

	/** Keeps a message unless one of its kind about the case still waits. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void putOne(Message message) {
		if (!this.rows.waits(message.theCase(), message.kind())) {
			this.rows.add(message);
		}
	}

}
