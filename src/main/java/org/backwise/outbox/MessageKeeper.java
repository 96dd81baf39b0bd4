package org.backwise.outbox;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

/** What people at the desk do with messages that were not sent. */
@Service
class MessageKeeper {

	private final OutboxRows rows;

	private final Journal journal;

	private final Clock clock;

	MessageKeeper(OutboxRows rows, Journal journal, Clock clock) {
		this.rows = rows;
		this.journal = journal;
		this.clock = clock;
	}

	/** Tries a message now. False when it is over, or on its way at this moment. */
	@Transactional
	public boolean again(UUID id, UUID by) {
		Message message = find(id);
		boolean done = this.rows.again(id, this.clock.instant());
		if (done) {
			this.journal.note(Action.MESSAGE_TRIED_AGAIN, new Who.Staff(by), message.theCase().value());
		}
		return done;
	}

	/** Lets a message be. False when it is over, or on its way at this moment. */
	@Transactional
	public boolean giveUp(UUID id, UUID by) {
		Message message = find(id);
		boolean done = this.rows.giveUp(id, this.clock.instant());
		if (done) {
			this.journal.note(Action.MESSAGE_GIVEN_UP, new Who.Staff(by), message.theCase().value());
		}
		return done;
	}

	private Message find(UUID id) {
		Optional<Message> found = this.rows.find(id);
		return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
