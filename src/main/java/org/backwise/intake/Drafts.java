package org.backwise.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.AgeBand;
import org.backwise.cases.AnswerSheet;
import org.backwise.cases.ChangedAnswer;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseLinks;
import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.cases.KnownReach;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Words;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;
import org.backwise.triage.InForce;

/** Keeps answers on their way, page by page, for some days after the last one. */
@Service
class Drafts {

	private static final Logger logger = LoggerFactory.getLogger(Drafts.class);

	private final StoredDrafts stored;

	private final DraftReader reader;

	private final InForce rules;

	private final Rounds rounds;

	private final Cases cases;

	private final JsonMapper json;

	private final Clock clock;

	private final DraftLife life;

	Drafts(StoredDrafts stored, DraftReader reader, InForce rules, Rounds rounds, Cases cases, JsonMapper json,
			Clock clock, DraftLife life) {
		this.stored = stored;
		this.reader = reader;
		this.rules = rules;
		this.rounds = rounds;
		this.cases = cases;
		this.json = json;
		this.clock = clock;
		this.life = life;
	}

	/** How long a draft waits for its client. */
	Duration kept() {
		return this.life.now();
	}

	/**
	 * Begins a draft; the same token sent twice begins one only.
	 * @param band what was said of the age; under 16 a parent or guardian agreed
	 * @param forAnother whether somebody answers for another person
	 * @param comesFrom the case of somebody who was here before, null for somebody new
	 */
	public void begin(LinkToken token, String consentVersion, AgeBand band, boolean forAnother,
			@Nullable CaseId comesFrom) {
		Instant now = this.clock.instant();
		Consent consent = new Consent(consentVersion, now, band, (band == AgeBand.UNDER_16) ? now : null, forAnother);
		if (this.stored.findOpen(token.hash(), Instant.EPOCH).isEmpty()) {
			try {
				this.stored.saveAndFlush(new StoredDraft(UUID.randomUUID(), token.hash(), consent, now.plus(kept()))
					.comingFrom((comesFrom != null) ? comesFrom.value() : null));
			}
			catch (DataIntegrityViolationException ex) {
				// A double click: the first one began it a moment ago.
			}
		}
	}

	@Transactional(readOnly = true)
	public Optional<Draft> find(LinkToken token) {
		return open(token).map(this.reader::read);
	}

	/** Whether a draft waits behind a link; its answers are not read. */
	@Transactional(readOnly = true)
	public boolean isOpen(LinkToken token) {
		return open(token).isPresent();
	}

	private Optional<StoredDraft> open(LinkToken token) {
		return spoken(this.stored.findOpen(token.hash(), this.clock.instant()));
	}

	/** From here on the page speaks of the client, where somebody answers for them. */
	private static Optional<StoredDraft> spoken(Optional<StoredDraft> found) {
		found.ifPresent((row) -> Words.speakOfAnother(row.consent().forAnother()));
		return found;
	}

	/**
	 * Lays one page's answers over a draft that is locked, and keeps them when nothing is
	 * wrong; answers no longer asked for go, altered ones are noted.
	 * @param id the id of the page
	 * @param guardian whether a parent or guardian agrees with this page
	 */
	Answered answer(StoredDraft row, String id, Map<String, Object> given, boolean guardian) {
		Page page = this.rules.base().page(id);
		Draft before = this.reader.read(row);
		if (!before.journey().mayShow(page)) {
			return new Answered.Early(before);
		}
		List<String> ids = this.rules.base().questionsOn(page).stream().map(Question::id).toList();
		Map<String, Object> sheet = sheet(before.reading().answers());
		ids.forEach(sheet::remove);
		sheet.putAll(given);
		Reading after = this.reader.read(sheet, before.reading().isCleared());
		if (isWrong(ids, after)) {
			return new Answered.Problems(before, after);
		}
		if (needsGuardian(row.consent(), ids, after.answers())) {
			if (!guardian) {
				return new Answered.NeedsGuardian(before);
			}
			row.agreedByGuardian(this.clock.instant());
		}
		List<ChangedAnswer> changes = new ArrayList<>(before.changes());
		changes.addAll(changes(before.reading().answers(), after.answers()));
		row.keepAnswers(this.json.writeValueAsString(sheet(after.answers())), this.json.writeValueAsString(changes),
				this.clock.instant().plus(kept()));
		return new Answered.Kept(new Draft(new Journey(this.rules.base(), after), changes, before.details(),
				row.consent(), row.comesFrom(), before.moved()));
	}

	/** The page of the age says under 16, and no parent or guardian has agreed. */
	private boolean needsGuardian(Consent consent, List<String> ids, Answers answers) {
		return ids.contains(this.rules.base().roles().age()) && consent.guardianAt() == null
				&& consent.isChild(answers, this.rules.base());
	}

	/** Once an emergency is certain, nothing that is missing matters. */
	private static boolean isWrong(List<String> ids, Reading reading) {
		return reading.problems().stream().map(Problem::question).anyMatch(ids::contains)
				|| (!reading.isEmergency() || !reading.problems().isEmpty())
						&& reading.missing().stream().anyMatch(ids::contains);
	}

	/**
	 * Keeps who the client is.
	 * @param details what they said, null when something is wrong with it
	 * @param seen the mark of what the form showed
	 */
	@Transactional
	public Answered answerDetails(LinkToken token, @Nullable Details details, String seen) {
		return lock(token).<Answered>map((row) -> {
			Draft draft = this.reader.read(row);
			if (draft.isBeforeDetails()) {
				return new Answered.Early(draft);
			}
			if (details == null) {
				return new Answered.Problems(draft, draft.reading());
			}
			if (!seen.equals(draft.mark()) && !details.mark().equals(draft.mark())) {
				return new Answered.Overtaken(draft);
			}
			@Nullable String known = this.reader.known(row).map(KnownReach::mark).orElse(null);
			row.keepDetails(this.json.writeValueAsString(details.seeing(known)), this.clock.instant().plus(kept()));
			return new Answered.Kept(draft);
		}).orElseGet(Answered.Gone::new);
	}

	/**
	 * Begins the draft that adds the massage section to a case, or finds it again.
	 * @param token the case's own link
	 * @param theCase the case
	 * @param round the round that it follows
	 */
	@Transactional
	public void goOn(LinkToken token, Case theCase, Round round) {
		Instant now = this.clock.instant();
		Optional<StoredDraft> earlier = this.stored.findOpen(token.hash(), Instant.EPOCH);
		if (earlier.isEmpty()) {
			StoredDraft row = new StoredDraft(UUID.randomUUID(), token.hash(), theCase.consent(), now.plus(kept()))
				.continuing(theCase.id().value());
			row.keepAnswers(this.json.writeValueAsString(this.rounds.sheet(round)), "[]", now.plus(kept()));
			Details.of(this.cases.reach(theCase.id()), round.firstDay())
				.ifPresent((details) -> row.keepDetails(this.json.writeValueAsString(details), now.plus(kept())));
			this.stored.saveAndFlush(row);
		}
		else {
			earlier.get().keepUntil(now.plus(kept()));
		}
	}

	/** The draft of a link; whoever else wants to change or send it waits. */
	Optional<StoredDraft> lock(LinkToken token) {
		return spoken(this.stored.lockOpen(token.hash(), this.clock.instant()));
	}

	/** What was begun with a link ends with it: the link would still lead to it. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void endWith(CaseLinks.Ended ended) {
		this.stored.deleteContinuing(ended.id().value());
	}

	void delete(StoredDraft row) {
		this.stored.delete(row);
	}

	private Map<String, Object> sheet(Answers answers) {
		return AnswerSheet.of(answers, this.rules.base());
	}

	private List<ChangedAnswer> changes(Answers before, Answers after) {
		Instant now = this.clock.instant();
		List<ChangedAnswer> changes = new ArrayList<>();
		before.given().forEach((question, answer) -> {
			Answer later = after.to(question).orElse(null);
			if (!answer.equals(later)) {
				changes.add(new ChangedAnswer(question, answer, later, now));
			}
		});
		return changes;
	}

	/** Forgets drafts that nobody came back to. Safe on several instances at once. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	@Transactional
	public void forgetExpired() {
		int forgotten = this.stored.deleteExpired(this.clock.instant());
		if (forgotten > 0) {
			logger.info("Forgot {} expired drafts", forgotten);
		}
	}

}
