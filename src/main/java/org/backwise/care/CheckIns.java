package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.ChangedAnswer;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.SentCheckIn;
import org.backwise.followup.By;
import org.backwise.followup.CheckInDecision;
import org.backwise.followup.CheckInReading;
import org.backwise.followup.CheckInSheet;
import org.backwise.followup.CheckInTriage;
import org.backwise.followup.CheckInsInForce;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.practice.Dates;
import org.backwise.practice.Refused;

/**
 * The check-ins of a course of care: which one is due, what it asks, and what happens
 * when it is sent. A safety outcome stops the plan in the same transaction.
 */
@Service
public class CheckIns {

	private final Episodes episodes;

	private final CheckInTimes times;

	private final CheckInRounds rounds;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final CheckInSteps steps;

	private final CheckInsInForce rules;

	private final Dates dates;

	private final Clock clock;

	CheckIns(Episodes episodes, CheckInTimes times, CheckInRounds rounds, Cases cases, LifeCycle lifeCycle,
			CheckInSteps steps, CheckInsInForce rules, Dates dates, Clock clock) {
		this.episodes = episodes;
		this.times = times;
		this.rounds = rounds;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.steps = steps;
		this.rules = rules;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * What a check-in asks, in the language of the page.
	 * @return a questionnaire of its own
	 */
	public KnowledgeBase questions() {
		return this.rules.triage().questions();
	}

	/**
	 * All check-ins of a case.
	 * @param id the case
	 * @return in order
	 */
	@Transactional(readOnly = true)
	public List<CheckIn> of(CaseId id) {
		return this.rounds.of(id);
	}

	/**
	 * The check-in that the client makes next.
	 * @param id the case
	 * @return empty while none is due: nothing approved, stopped, or all made
	 */
	@Transactional(readOnly = true)
	public Optional<NextCheckIn> next(CaseId id) {
		return this.cases.find(id).map(this.episodes::soFar).flatMap(this.times::next);
	}

	/**
	 * Whether a check-in can be made now.
	 * @param id the case
	 * @param moment when it is made
	 * @return true when it is due, or something may have changed at any time
	 */
	@Transactional(readOnly = true)
	public boolean isOpen(CaseId id, Moment moment) {
		return this.cases.find(id).filter((theCase) -> isDue(theCase, moment)).isPresent();
	}

	/**
	 * The questions of a check-in in the words for one client.
	 * @param id the case
	 * @param named the things that matter as they are named with it; the stored ones
	 * count where there are some
	 * @return what fills their open places
	 */
	@Transactional(readOnly = true)
	public CheckInWords words(CaseId id, List<String> named) {
		KnowledgeBase base = this.rules.triage().knowledge();
		FollowUp.Roles roles = Objects.requireNonNull(base.followUp()).roles();
		Case theCase = this.cases.find(id).orElseThrow(() -> new Refused("care.no-plan"));
		Episodes.Known known = this.episodes.known(theCase);
		List<String> told = roles.health()
			.stream()
			.flatMap((question) -> base.question(question)
				.options()
				.stream()
				.filter((option) -> !option.excludesOthers() && known.sheet().get(question) instanceof List<?> options
						&& options.contains(option.id())))
			.map(Option::label)
			.toList();
		List<String> stored = activities(id);
		return new CheckInWords(this.dates.day(known.day()), String.join(", ", told),
				(known.habit() != null) ? base.habit(known.habit()).name() : "", roles.activities(),
				stored.isEmpty() ? named : stored);
	}

	/**
	 * The kinds of massage that were given.
	 * @param id the case
	 * @return number of a session that took place to the id of its technique
	 */
	@Transactional(readOnly = true)
	public Map<Integer, String> given(CaseId id) {
		return this.cases.find(id).map(this.episodes::soFar).map(this.episodes::given).orElse(Map.of());
	}

	/**
	 * The things that matter to the client, as they named them at the start.
	 * @param id the case
	 * @return none to three
	 */
	@Transactional(readOnly = true)
	public List<String> activities(CaseId id) {
		return Episodes.activities(this.rounds.of(id));
	}

	/**
	 * Reads the answers of a check-in as far as they go.
	 * @param id the case
	 * @param moment when it is made
	 * @param by who gives the answers
	 * @param answers question id to answer
	 * @param activities how many things that matter are named with it, at the start
	 * @return what was found
	 * @throws Refused when there is no plan to check in about
	 */
	@Transactional(readOnly = true)
	public CheckInReading read(CaseId id, Moment moment, By by, Map<String, Object> answers, int activities) {
		Case theCase = this.cases.find(id).orElseThrow(() -> new Refused("care.no-plan"));
		return this.rules.triage()
			.read(this.episodes.of(this.episodes.soFar(theCase), activities),
					new CheckInSheet(moment, by, LocalDate.now(this.clock), answers));
	}

	/**
	 * Decides and stores a check-in, and takes the step that its outcome takes at once.
	 * @param id the case
	 * @param moment when it is made; a moment other than {@code BETWEEN} has to be due
	 * @param by who gives the answers
	 * @param answers question id to answer, complete
	 * @param activities the things that matter, in the client's own words, at the start
	 * @param who who sends it
	 * @return the check-in as it is stored
	 * @throws Refused when it is not due, or the answers are not complete
	 */
	@Transactional
	public CheckIn send(CaseId id, Moment moment, By by, Map<String, Object> answers, List<String> activities,
			Who who) {
		return send(id, moment, by, answers, activities, List.of(), who);
	}

	private CheckIn send(CaseId id, Moment moment, By by, Map<String, Object> answers, List<String> activities,
			List<ChangedAnswer> changes, Who who) {
		Case theCase = this.cases.lock(id).orElseThrow(() -> new Refused("care.no-plan"));
		if (!isDue(theCase, moment)) {
			throw new Refused("care.check-in.not-due");
		}
		CheckInTriage triage = this.rules.triage();
		CheckInReading read = read(id, moment, by, answers, activities.size());
		if (!read.isComplete()) {
			throw new Refused("care.check-in.incomplete");
		}
		CheckInDecision decision = triage.decide(read);
		CheckIn sent = this.rounds.add(id, read, triage.questions(), words(id, activities)::of,
				new SentCheckIn(triage.answers(read), activities, this.episodes.course(this.episodes.soFar(theCase)),
						changes),
				decision, who);
		this.steps.take(theCase, decision.outcome(), moment, read);
		return sent;
	}

	/**
	 * The same, as the client sends it on their own page.
	 * @param id the case
	 * @param moment when it is made
	 * @param answers question id to answer, complete
	 * @param activities the things that matter, in the client's own words, at the start
	 * @param changes answers altered on the way
	 * @return the check-in as it is stored
	 * @throws Refused when it is not due, or the answers are not complete
	 */
	@Transactional
	public CheckIn send(CaseId id, Moment moment, Map<String, Object> answers, List<String> activities,
			List<ChangedAnswer> changes) {
		return send(id, moment, By.CLIENT, answers, activities, changes, new Who.Client(id.value()));
	}

	private boolean isDue(Case theCase, Moment moment) {
		if (moment == Moment.BETWEEN) {
			return this.episodes.mayTell(theCase, this.lifeCycle.standing(theCase));
		}
		return this.times.next(this.episodes.soFar(theCase))
			.filter((next) -> next.open() && next.moment() == moment)
			.isPresent();
	}

	/**
	 * The check-in that holds for a session: made within the hours for which a sheet
	 * holds, and not stopped since.
	 * @param id the case
	 * @param day the day of the session
	 * @return empty when the therapist has to ask aloud
	 */
	@Transactional(readOnly = true)
	public Optional<CheckIn> holding(CaseId id, LocalDate day) {
		return this.cases.find(id).map(this.episodes::soFar).flatMap((soFar) -> this.times.holding(soFar, day));
	}

}
