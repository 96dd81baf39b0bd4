package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Standing;
import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;

/**
 * No session takes place unasked: the warning signs were asked for it, nothing that stops
 * the care came out, and what the therapist has to mind is ticked.
 */
@Service
public class SessionGate {

	private final Episodes episodes;

	private final CheckInTimes times;

	private final Marking marking;

	private final Cases cases;

	private final Clock clock;

	SessionGate(Episodes episodes, CheckInTimes times, Marking marking, Cases cases, Clock clock) {
		this.episodes = episodes;
		this.times = times;
		this.marking = marking;
		this.cases = cases;
		this.clock = clock;
	}

	/**
	 * What was asked for a session, what lies in its way, and where the care stands.
	 *
	 * @param standing where the case stands
	 * @param plan its plan as it is now
	 * @param live the sessions of the plan as they stand
	 * @param day the day on which it took place, as long as nobody says otherwise
	 * @param made all check-ins so far, in order
	 * @param holding every check-in that holds on that day, in order; for a session that
	 * took place, those that held then
	 * @param whyNot why it cannot be said to have taken place, apart from what is to be
	 * ticked; null when it can
	 * @param step the step that waits for a therapist, null when none does
	 * @param aloud as which check-in a therapist may ask aloud now: a return after a
	 * stop, else one between; null while the care does not run
	 */
	public record Asked(Standing standing, CarePlan plan, List<LiveSession> live, LocalDate day, List<CheckIn> made,
			List<CheckIn> holding, @Nullable Refusal whyNot, PlanSteps.@Nullable Proposed step,
			@Nullable Moment aloud) {

		/**
		 * The check-in that holds.
		 * @return the last one; null when the therapist has to ask aloud
		 */
		public @Nullable CheckIn last() {
			return this.holding.isEmpty() ? null : this.holding.get(this.holding.size() - 1);
		}

	}

	/**
	 * What was asked for a session.
	 * @param id the case
	 * @param session one of its sessions
	 * @return all of it, from one look at the course of care
	 */
	@Transactional(readOnly = true)
	public Asked asked(CaseId id, LiveSession session) {
		CareSoFar soFar = soFar(id);
		LocalDate today = LocalDate.now(this.clock);
		LocalDate planned = session.day();
		boolean isKept = session.state() == LiveSession.State.KEPT;
		boolean past = planned.isBefore(today);
		boolean isHeld = !planned.isAfter(today) && this.times.holding(soFar, planned).isPresent();
		LocalDate day = (isKept || isHeld || (past && this.times.holding(soFar, today).isEmpty())) ? planned : today;
		return new Asked(soFar.standing(), soFar.plan(), soFar.live(), day, soFar.made(),
				isKept ? this.times.allHeld(soFar, session) : this.times.allHolding(soFar, day),
				whyNot(soFar, session.number(), day).orElse(null), PlanSteps.proposed(soFar).orElse(null),
				aloud(soFar));
	}

	private @Nullable Moment aloud(CareSoFar soFar) {
		NextCheckIn next = this.times.next(soFar).orElse(null);
		if (next != null && next.moment() == Moment.RETURN) {
			return next.open() ? Moment.RETURN : null;
		}
		return soFar.standing().state().isChecked() ? Moment.BETWEEN : null;
	}

	/**
	 * What has to be ticked before a session on a day can be said to have taken place.
	 * @param id the case
	 * @param day the day
	 * @return the cautions of every check-in that holds, each once; none without one
	 */
	@Transactional(readOnly = true)
	public List<FiredCaution> toConfirm(CaseId id, LocalDate day) {
		return toConfirm(soFar(id), day);
	}

	private List<FiredCaution> toConfirm(CareSoFar soFar, LocalDate day) {
		Map<String, FiredCaution> cautions = new LinkedHashMap<>();
		this.times.allHolding(soFar, day)
			.stream()
			.flatMap((checkIn) -> checkIn.decision().cautions().stream())
			.filter(FiredCaution::confirm)
			.forEach((caution) -> cautions.put(caution.caution(), caution));
		return List.copyOf(cautions.values());
	}

	/**
	 * Why a session cannot be said to have taken place on a day, apart from what is to be
	 * ticked.
	 * @param id the case
	 * @param number the session
	 * @param day the day
	 * @return why, else empty
	 */
	@Transactional(readOnly = true)
	public Optional<Refusal> whyNot(CaseId id, int number, LocalDate day) {
		return whyNot(soFar(id), number, day);
	}

	private Optional<Refusal> whyNot(CareSoFar soFar, int number, LocalDate day) {
		if (!soFar.plan().isFirm(number)) {
			return Optional.of(Refusal.of("care.forecast"));
		}
		if (this.times.isQuestionnaireOld(soFar.theCase(), day)) {
			return Optional.of(Refusal.of("care.questionnaire.old", this.times.timing().wholeAgain()));
		}
		if (this.times.holding(soFar, day).isEmpty()) {
			return Optional.of(Refusal.of("care.check-in.ask"));
		}
		return soFar.waitingStep()
			.filter((checkIn) -> checkIn.decision().outcome() == Outcome.END_AND_REFER)
			.map((checkIn) -> Refusal.of("care.step.first"));
	}

	private CareSoFar soFar(CaseId id) {
		return this.episodes.soFar(this.cases.find(id).orElseThrow(() -> new Refused("care.no-plan")));
	}

	/**
	 * A session took place.
	 * @param id the case
	 * @param number the session
	 * @param day the day on which it took place
	 * @param seen how the session stood on the page that says so
	 * @param done ids of the cautions that the therapist ticked
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void tookPlace(CaseId id, int number, LocalDate day, String seen, Set<String> done) {
		this.cases.lock(id).orElseThrow(() -> new Refused("care.no-plan"));
		this.marking.check(id, number, day, seen);
		CareSoFar soFar = soFar(id);
		Refused.because(whyNot(soFar, number, day));
		List<String> asked = toConfirm(soFar, day).stream().map(FiredCaution::caution).toList();
		if (!done.containsAll(asked)) {
			throw new Refused("care.cautions.tick");
		}
		this.marking.keep(id, number, day, seen, asked);
	}

}
