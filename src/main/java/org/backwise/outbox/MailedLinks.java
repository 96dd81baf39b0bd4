package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.LinkSender;
import org.backwise.practice.Refused;

/** Sends a client the way back, because they or the practice asked for it just now. */
@Component
class MailedLinks implements LinkSender {

	/** Nobody fills a box that is not theirs. */
	private static final int MOST_AN_HOUR = 5;

	private final Offered offered;

	private final OutboxRows rows;

	private final Clock clock;

	MailedLinks(Offered offered, OutboxRows rows, Clock clock) {
		this.offered = offered;
		this.rows = rows;
		this.clock = clock;
	}

	@Override
	public boolean canSend() {
		return this.offered.byMail();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(CaseId id, String email) {
		Instant now = this.clock.instant();
		if (!canSend() || MailAddress.of(email).isEmpty()) {
			throw new Refused("outbox.link.not");
		}
		long lately = this.rows.about(id)
			.stream()
			.filter((message) -> message.kind() == Kind.LINK && message.from().isAfter(now.minus(Duration.ofHours(1))))
			.count();
		if (lately >= MOST_AN_HOUR) {
			throw new Refused("outbox.link.often");
		}
		this.rows.add(Message.link(id, email, now));
	}

}
