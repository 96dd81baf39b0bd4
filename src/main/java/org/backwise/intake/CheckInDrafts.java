package org.backwise.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.CheckIns;
import org.backwise.care.NextCheckIn;
import org.backwise.cases.AnswerSheet;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.ChangedAnswer;
import org.backwise.followup.By;
import org.backwise.followup.CheckInReading;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Page;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.LinkToken;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.InForce;
import org.backwise.triage.Problem;

/**
 * Keeps check-ins on their way, one for each moment of a case, until they are sent. The
 * last answer that is missing sends it, and so does an emergency that is certain.
 */
@Service
class CheckInDrafts {

	private static final TypeReference<LinkedHashMap<String, Object>> SHEET = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	private static final TypeReference<List<ChangedAnswer>> CHANGES = new TypeReference<>() {
	};

	private static final Duration WITHOUT_A_SESSION = Duration.ofDays(1);

	private final StoredDrafts stored;

	private final CheckIns checkIns;

	private final InForce rules;

	private final JsonMapper json;

	private final Clock clock;

	CheckInDrafts(StoredDrafts stored, CheckIns checkIns, InForce rules, JsonMapper json, Clock clock) {
		this.stored = stored;
		this.checkIns = checkIns;
		this.rules = rules;
		this.json = json;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Optional<CheckInDraft> find(Case theCase, Moment moment) {
		return this.stored.findCheckIn(theCase.id().value(), moment.toString(), this.clock.instant())
			.map((row) -> read(theCase.id(), moment, row));
	}

	/**
	 * Begins a check-in that is due; a double click begins one only. Its answers wait to
	 * be sent until the day of the session is over; where there is none, for a day, since
	 * a sheet holds from when it is sent and the signs were asked before.
	 */
	public void begin(LinkToken link, Case theCase, Moment moment) {
		UUID id = theCase.id().value();
		Instant now = this.clock.instant();
		if (this.stored.findCheckIn(id, moment.toString(), now).isPresent()) {
			return;
		}
		Instant expires = expires(theCase.id(), moment, now);
		try {
			StoredDraft row = this.stored.findCheckIn(id, moment.toString(), Instant.EPOCH)
				.orElseGet(() -> new StoredDraft(UUID.randomUUID(), new LinkToken(link.text() + " " + moment).hash(),
						theCase.consent(), expires)
					.checkIn(id, moment.toString()));
			row.startOver(expires);
			this.stored.saveAndFlush(row);
		}
		catch (DataIntegrityViolationException ex) {
			// A double click: the first one began it a moment ago.
		}
	}

	private Instant expires(CaseId id, Moment moment, Instant now) {
		boolean before = moment == Moment.SESSION || moment == Moment.REVIEW;
		Instant last = now.plus(before ? Duration.ofHours(followUp().timing().holdsHours()) : WITHOUT_A_SESSION);
		return this.checkIns.next(id)
			.map(NextCheckIn::day)
			.map((day) -> day.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant())
			.filter((end) -> end.isBefore(last) && end.isAfter(now))
			.orElse(last);
	}

	/**
	 * Lays one page's answers over a draft, and keeps them when nothing is wrong; answers
	 * no longer asked for go.
	 * @param given what the page handed in
	 */
	@Transactional
	public CheckInAnswered answer(Case theCase, Moment moment, Page page, Map<String, Object> given) {
		StoredDraft row = lock(theCase, moment).orElse(null);
		if (row == null) {
			return new CheckInAnswered.Gone();
		}
		CheckInDraft before = read(theCase.id(), moment, row);
		if (!before.mayShow(page)) {
			return new CheckInAnswered.Early(before);
		}
		List<String> ids = before.questions().questionsOn(page).stream().map(Question::id).toList();
		Map<String, Object> sheet = sheet(before);
		ids.forEach(sheet::remove);
		sheet.putAll(given);
		CheckInDraft after = read(theCase.id(), moment, sheet, before.named(), before.changes());
		return isWrong(ids, after.reading()) ? new CheckInAnswered.Problems(before, after.reading().reading())
				: keep(theCase.id(), row, read(theCase.id(), moment, sheet, before.named(), changes(before, after)));
	}

	/** Those of before, and what this page altered; what is known beside is no answer. */
	private List<ChangedAnswer> changes(CheckInDraft before, CheckInDraft after) {
		Instant now = this.clock.instant();
		Answers later = after.reading().reading().answers();
		List<ChangedAnswer> changes = new ArrayList<>(before.changes());
		before.reading().reading().answers().given().forEach((question, answer) -> {
			Answer altered = later.to(question).orElse(null);
			if (!answer.equals(altered) && !isFact(question, before.questions())) {
				changes.add(new ChangedAnswer(question, answer, altered, now));
			}
		});
		return changes;
	}

	/** Keeps the things that matter, maybe none. */
	@Transactional
	public CheckInAnswered name(Case theCase, Moment moment, List<String> things) {
		StoredDraft row = lock(theCase, moment).orElse(null);
		if (row == null) {
			return new CheckInAnswered.Gone();
		}
		CheckInDraft before = read(theCase.id(), moment, row);
		if (!before.mayName()) {
			return new CheckInAnswered.Early(before);
		}
		return keep(theCase.id(), row, read(theCase.id(), moment, sheet(before), things, before.changes()));
	}

	private CheckInAnswered keep(CaseId id, StoredDraft row, CheckInDraft draft) {
		if (draft.isComplete()) {
			this.stored.delete(row);
			this.checkIns.send(id, draft.moment(), sheet(draft), draft.activities(), draft.changes());
			return new CheckInAnswered.Sent();
		}
		row.keepAnswers(this.json.writeValueAsString(sheet(draft)), this.json.writeValueAsString(draft.changes()),
				row.expiresAt());
		if (draft.named() != null) {
			row.keepActivities(this.json.writeValueAsString(draft.named()));
		}
		return new CheckInAnswered.Kept(draft);
	}

	/** Once an emergency is certain, nothing that is missing matters. */
	private static boolean isWrong(List<String> ids, CheckInReading reading) {
		return reading.problems().stream().map(Problem::question).anyMatch(ids::contains)
				|| (!reading.isEmergency() || !reading.problems().isEmpty())
						&& reading.missing().stream().anyMatch(ids::contains);
	}

	private Optional<StoredDraft> lock(Case theCase, Moment moment) {
		return this.stored.lockCheckIn(theCase.id().value(), moment.toString(), this.clock.instant());
	}

	private CheckInDraft read(CaseId id, Moment moment, StoredDraft row) {
		String named = row.activities();
		return read(id, moment, this.json.readValue(row.answers(), SHEET),
				(named != null) ? this.json.readValue(named, TEXTS) : null,
				this.json.readValue(row.changes(), CHANGES));
	}

	private CheckInDraft read(CaseId id, Moment moment, Map<String, Object> sheet, @Nullable List<String> named,
			List<ChangedAnswer> changes) {
		KnowledgeBase questions = this.checkIns.questions();
		int things = (named != null) ? named.size() : 0;
		CheckInReading reading = this.checkIns.read(id, moment, By.CLIENT, sheet, things);
		Page about = questions.page(questions.question(followUp().roles().activities().get(0)).page());
		return CheckInDraft.of(moment, questions, reading, named, about, changes);
	}

	private static Map<String, Object> sheet(CheckInDraft draft) {
		Map<String, Object> sheet = AnswerSheet.of(draft.reading().reading().answers(), draft.questions());
		sheet.keySet().removeIf((id) -> isFact(id, draft.questions()));
		return sheet;
	}

	private static boolean isFact(String question, KnowledgeBase questions) {
		return questions.question(question).page().equals(FollowUp.FACTS);
	}

	private FollowUp followUp() {
		return Objects.requireNonNull(this.rules.triage().knowledge().followUp());
	}

}
