package org.backwise.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.LinkToken;
import org.backwise.cases.Rounds;
import org.backwise.cases.SentRound;

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
	 * @return what became of it; empty when there is neither a draft that can be decided
	 * nor a case
	 */
	@Transactional
	public Optional<Sent> send(LinkToken token) {
		Optional<StoredDraft> row = this.drafts.lock(token);
		if (row.isEmpty()) {
			return resultOf(token).map((result) -> new Sent(result, true));
		}
		Draft draft = this.drafts.read(row.get());
		if (!draft.reading().isComplete() || draft.needsDetails()) {
			return Optional.empty();
		}
		return Optional.of(send(token, row.get(), draft));
	}

	/** Turns a draft that is locked and complete into a round, and lets it go. */
	Sent send(LinkToken token, StoredDraft row, Draft draft) {
		Details details = draft.details();
		SentRound sent = new SentRound(draft.reading(), draft.changes(), (details != null) ? details.contact() : null,
				(details != null) ? details.firstDay() : null);
		this.drafts.delete(row);
		@Nullable UUID continues = row.caseId();
		if (continues != null) {
			return new Sent(token, this.rounds.addCleared(new CaseId(continues), sent));
		}
		this.cases.open(new CaseId(row.getId()), token.result(), row.consent(), sent);
		return new Sent(token.result(), true);
	}

	/**
	 * What became of answers that were sent.
	 *
	 * @param result the link to the result
	 * @param used false when the clearance that they followed was taken back meanwhile
	 */
	record Sent(LinkToken result, boolean used) {
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
