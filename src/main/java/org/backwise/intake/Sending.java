package org.backwise.intake;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.JoinedCases;
import org.backwise.cases.Rounds;
import org.backwise.cases.SentRound;
import org.backwise.knowledge.Level;
import org.backwise.practice.LinkToken;

/**
 * Turns drafts into rounds of cases. Sent twice, the second time finds the first one's
 * result.
 */
@Service
class Sending {

	private final Drafts drafts;

	private final DraftReader reader;

	private final Cases cases;

	private final Rounds rounds;

	private final JoinedCases joined;

	Sending(Drafts drafts, DraftReader reader, Cases cases, Rounds rounds, JoinedCases joined) {
		this.drafts = drafts;
		this.reader = reader;
		this.cases = cases;
		this.rounds = rounds;
		this.joined = joined;
	}

	/**
	 * Answers one page of a draft. Where that makes an emergency certain, the draft is
	 * sent at once, in the same transaction.
	 * @param page the id of the page
	 * @param given what it handed in, only for questions that got an answer
	 * @param guardian whether a parent or guardian agrees with it
	 */
	@Transactional
	public Answered answer(LinkToken token, String page, Map<String, Object> given, boolean guardian) {
		StoredDraft row = lock(token).orElse(null);
		if (row == null) {
			return new Answered.Gone();
		}
		Answered answered = this.drafts.answer(row, page, given, guardian);
		return (answered instanceof Answered.Kept kept && kept.draft().reading().isEmergency()
				&& kept.draft().reading().isComplete()) ? send(token, row, kept.draft()) : answered;
	}

	/** Sends a draft, when it can be decided; one that was sent before has its result. */
	@Transactional
	public Answered send(LinkToken token) {
		StoredDraft row = lock(token).orElse(null);
		if (row == null) {
			return resultOf(token).<Answered>map((result) -> new Answered.Sent(result, true))
				.orElseGet(Answered.Gone::new);
		}
		Draft draft = this.reader.read(row);
		return (!draft.reading().isComplete() || draft.needsDetails()) ? new Answered.Early(draft)
				: send(token, row, draft);
	}

	/** With its case, so that nobody changes meanwhile how the client is reached. */
	private Optional<StoredDraft> lock(LinkToken token) {
		Optional<StoredDraft> row = this.drafts.lock(token);
		row.map(StoredDraft::caseId).map(CaseId::new).ifPresent(this.cases::lock);
		return row;
	}

	/** Turns a draft that is locked and complete into a round, and lets it go. */
	private Answered.Sent send(LinkToken token, StoredDraft row, Draft draft) {
		Details details = draft.details();
		SentRound sent = new SentRound(draft.reading(), draft.changes(), (details != null) ? details.contact() : null,
				(details != null) ? details.firstDay() : null, (details != null) ? details.suits() : null);
		this.drafts.delete(row);
		@Nullable UUID continues = row.caseId();
		if (continues != null) {
			return new Answered.Sent(token, this.rounds.addCleared(new CaseId(continues), sent));
		}
		this.cases.open(new CaseId(row.getId()), token.result(), row.consent(), sent);
		@Nullable UUID before = row.comesFrom();
		if (before != null) {
			this.joined.joinOwn(new CaseId(row.getId()), new CaseId(before));
		}
		return new Answered.Sent(token.result(), true);
	}

	/**
	 * The result link of a draft that was sent. The draft of a case that goes on goes by
	 * the result link itself.
	 */
	@Transactional(readOnly = true)
	public Optional<LinkToken> resultOf(LinkToken token) {
		return Stream.of(token.result(), token).filter(this.cases::isBehind).findFirst();
	}

	/** Whether what was sent last under a result link led to an emergency notice. */
	@Transactional(readOnly = true)
	public boolean isEmergency(LinkToken result) {
		return this.cases.behind(result.text())
			.map((known) -> this.rounds.latest(known.id()).assessment().level() == Level.EMERGENCY)
			.orElse(false);
	}

}
