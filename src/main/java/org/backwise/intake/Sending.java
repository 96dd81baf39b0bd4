package org.backwise.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Rounds;
import org.backwise.cases.SentRound;
import org.backwise.practice.LinkToken;

/**
 * Turns drafts into rounds of cases. Sent twice, the second time finds the first one's
 * result.
 */
@Service
class Sending {

	private final Drafts drafts;

	private final Cases cases;

	private final Rounds rounds;

	Sending(Drafts drafts, Cases cases, Rounds rounds) {
		this.drafts = drafts;
		this.cases = cases;
		this.rounds = rounds;
	}

	/**
	 * Sends a draft.
	 * @return the link to its result; empty when there is neither a draft that can be
	 * decided nor a case
	 */
	@Transactional
	public Optional<LinkToken> send(LinkToken token) {
		Optional<StoredDraft> row = this.drafts.lock(token);
		if (row.isEmpty()) {
			return resultOf(token);
		}
		Draft draft = this.drafts.read(row.get());
		if (!draft.reading().isComplete() || draft.needsDetails()) {
			return Optional.empty();
		}
		return Optional.of(send(token, row.get(), draft));
	}

	/** Turns a draft that is locked and complete into a round, and lets it go. */
	LinkToken send(LinkToken token, StoredDraft row, Draft draft) {
		Details details = draft.details();
		SentRound sent = new SentRound(draft.reading(), draft.changes(), (details != null) ? details.contact() : null,
				(details != null) ? details.firstDay() : null);
		@Nullable UUID continues = row.caseId();
		if (continues != null) {
			this.rounds.addCleared(new CaseId(continues), sent);
		}
		else {
			this.cases.open(new CaseId(row.getId()), token.result(), row.consent(), sent);
		}
		this.drafts.delete(row);
		return (continues != null) ? token : token.result();
	}

	/**
	 * The result link of a draft that was sent. The draft of a case that goes on goes by
	 * the result link itself.
	 */
	@Transactional(readOnly = true)
	public Optional<LinkToken> resultOf(LinkToken token) {
		return Stream.of(token.result(), token).filter(this.cases::isBehind).findFirst();
	}

}
