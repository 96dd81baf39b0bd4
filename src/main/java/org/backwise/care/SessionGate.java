package org.backwise.care;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.followup.CheckInDecision.FiredCaution;
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

	private final CarePlans plans;

	private final Attendance sessions;

	private final Cases cases;

	SessionGate(Episodes episodes, CarePlans plans, Attendance sessions, Cases cases) {
		this.episodes = episodes;
		this.plans = plans;
		this.sessions = sessions;
		this.cases = cases;
	}

	/**
	 * What has to be ticked before a session on a day can be said to have taken place.
	 * @param id the case
	 * @param day the day
	 * @return the cautions of every check-in that holds, each once; none without one
	 */
	@Transactional(readOnly = true)
	public List<FiredCaution> toConfirm(CaseId id, LocalDate day) {
		Map<String, FiredCaution> cautions = new LinkedHashMap<>();
		this.cases.find(id)
			.map((theCase) -> this.episodes.allHolding(theCase, day))
			.orElse(List.of())
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
		Case theCase = this.cases.find(id).orElseThrow(() -> new Refused("care.no-plan"));
		if (!this.plans.of(id).orElseThrow(() -> new Refused("care.no-plan")).isFirm(number)) {
			return Optional.of(Refusal.of("care.forecast"));
		}
		if (this.episodes.holding(theCase, day).isEmpty()) {
			return Optional.of(Refusal.of("care.check-in.ask"));
		}
		return this.episodes.waitingStep(theCase)
			.filter((checkIn) -> checkIn.decision().outcome() == Outcome.END_AND_REFER)
			.map((checkIn) -> Refusal.of("care.step.first"));
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
		this.sessions.check(id, number, day, seen);
		Refused.because(whyNot(id, number, day));
		List<String> asked = toConfirm(id, day).stream().map(FiredCaution::caution).toList();
		if (!done.containsAll(asked)) {
			throw new Refused("care.cautions.tick");
		}
		this.sessions.keep(id, number, day, seen, asked);
	}

}
