package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.CaseLinks;
import org.backwise.cases.LinkSender;
import org.backwise.outbox.Message.State;
import org.backwise.practice.Refused;

/** Sends a client the way back, because they or the practice asked for it just now. */
@Component
class MailedLinks implements LinkSender {

	/** Nobody fills a box that is not theirs. */
	private static final int MOST_AN_HOUR = 5;

	private static final Duration HOUR = Duration.ofHours(1);

	private final Offered offered;

	private final OutboxRows rows;

	private final Clock clock;

	MailedLinks(Offered offered, OutboxRows rows, Clock clock) {
		this.offered = offered;
		this.rows = rows;
		this.clock = clock;
	}

	/** Whoever asked with a link that was lost gets no other one. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void endWith(CaseLinks.Ended ended) {
		this.rows.dropLinks(ended.id());
	}

	@Override
	public boolean canSend() {
		return this.offered.byMail();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean send(CaseId id, String email) {
		Instant now = this.clock.instant();
		if (!canSend() || MailAddress.of(email).isEmpty()) {
			throw new Refused("outbox.link.not");
		}
		List<Message> links = this.rows.about(id).stream().filter((message) -> message.kind() == Kind.LINK).toList();
		if (links.stream().anyMatch((message) -> message.state() == State.WAITING && email.equals(message.address()))) {
			return false;
		}
		if (links.stream().filter((message) -> message.from().isAfter(now.minus(HOUR))).count() >= MOST_AN_HOUR) {
			throw new Refused("outbox.link.often");
		}
		this.rows.add(Message.link(id, email, now));
		return true;
	}

}
