package org.backwise.followup;

import java.util.ArrayList;
import java.util.List;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.followup.Measures.Course;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Contract;

/**
 * The rules of the follow-up as plain {@code if}s, for the check-ins of the benchmark:
 * before a session and at a review, with no finding that a clearance lifted.
 */
class HandWritten {

	private static final int[] NEED = { 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3 };

	private static final String[] PHASES = { "weekly", "fortnightly", "monthly" };

	private final Contract contract;

	private final KnowledgeVersion version;

	HandWritten(Contract contract, KnowledgeVersion version) {
		this.contract = contract;
		this.version = version;
	}

	CheckInDecision decide(HandSheet s) {
		Measures measures = measures(s);
		List<FiredRule> rules = new ArrayList<>();
		String to = rules(s, measures, rules);
		boolean stop = s.wish.equals("stop");
		FiredRule decides = null;
		for (FiredRule rule : rules) {
			boolean reported = stop && rule.outcome().compareTo(Outcome.STEP_BACK) >= 0
					&& rule.outcome() != Outcome.FINISH;
			if (!reported && (decides == null || rule.outcome().isStricterThan(decides.outcome()))) {
				decides = rule;
			}
		}
		Outcome outcome = (decides != null) ? decides.outcome() : Outcome.GO_ON;
		List<FiredCaution> cautions = cautions(s, measures);
		Assessment plan = (outcome.pauses() || outcome == Outcome.END_AND_REFER) ? null
				: this.contract.assess(s.massage);
		boolean moves = outcome == Outcome.STEP_BACK || outcome == Outcome.STEP_DOWN;
		return new CheckInDecision(outcome, moves ? to : null, null, s.fresh, s.known, rules, cautions, measures,
				(plan != null) ? plan.technique() : null, (plan != null) ? plan.areas() : null, s.asked, s.ignored,
				this.version);
	}

	private static Measures measures(HandSheet s) {
		int size = (s.activities == 1) ? 3 : 2 * s.activities;
		Course pain = (s.painNow - s.painStart >= 2) ? Course.WORSE
				: (NEED[s.painStart] > 0 && s.painStart - s.painNow >= NEED[s.painStart]) ? Course.BETTER : Course.SAME;
		Course activity = Course.SAME;
		if (s.activities > 0) {
			activity = (s.activityStart - s.activityNow >= size) ? Course.WORSE
					: (s.activityAsked && s.activityNow - s.activityStart >= size) ? Course.BETTER : Course.SAME;
		}
		Response response;
		int better = ((pain == Course.BETTER) ? 1 : 0) + ((activity == Course.BETTER) ? 1 : 0)
				+ ((s.felt == Course.BETTER) ? 1 : 0);
		if (pain == Course.WORSE || activity == Course.WORSE || s.felt == Course.WORSE) {
			response = Response.WORSE;
		}
		else if (better >= 2 || (s.activities == 0 || s.painStart == 0) && s.felt == Course.BETTER) {
			response = Response.RESPONDS;
		}
		else {
			response = (better == 1 || s.felt == Course.A_LITTLE_BETTER) ? Response.A_LITTLE : Response.NONE;
		}
		boolean settled = s.painNow <= 3 && s.painNow <= s.painBest + 1 && s.loose && s.activityNow >= 8 * s.activities;
		boolean flare = s.painNow >= 4 && s.painNow >= s.painBest + 2
				|| s.activities > 0 && s.activityBest - s.activityNow >= size;
		return new Measures(new Measures.Pain(s.painNow, s.painStart, s.painBest, NEED[s.painStart], pain),
				(s.activities > 0) ? new Measures.Activities(s.activityNow, s.activityStart, s.activityBest,
						s.activities, activity) : null,
				s.felt, response, settled, flare);
	}

	/** The strictest first; where it leads to, of those that lead somewhere. */
	private static String rules(HandSheet s, Measures m, List<FiredRule> rules) {
		boolean emergency = false;
		boolean urgent = false;
		boolean doctor = false;
		boolean wait = false;
		for (Finding finding : s.fresh) {
			emergency |= finding.level() == Level.EMERGENCY;
			urgent |= finding.level() == Level.URGENT;
			doctor |= finding.level() == Level.SEE_DOCTOR;
			wait |= finding.level() == Level.WAIT;
		}
		if (emergency) {
			rules.add(new FiredRule("FS-01", Outcome.EMERGENCY, Origin.GUIDELINE));
		}
		if (urgent) {
			rules.add(new FiredRule("FS-02", Outcome.URGENT, Origin.GUIDELINE));
		}
		if (doctor) {
			rules.add(new FiredRule("FS-03", Outcome.SEE_DOCTOR, Origin.GUIDELINE));
		}
		if (s.afterLast.equals("severe")) {
			rules.add(new FiredRule("FS-07", Outcome.SEE_DOCTOR, Origin.OURS));
		}
		if (s.afterLast.equals("longer")) {
			rules.add(new FiredRule("FS-08", Outcome.SEE_DOCTOR, Origin.OURS));
		}
		if (wait) {
			rules.add(new FiredRule("FS-04", Outcome.WAIT, Origin.PROFESSIONAL));
		}
		boolean worse = m.response() == Response.WORSE;
		boolean none = worse || m.response() == Response.NONE;
		boolean responds = m.response() == Response.RESPONDS;
		if (s.review && s.weekly >= 6 && none) {
			rules.add(new FiredRule("FR-01", Outcome.END_AND_REFER, Origin.DOC));
		}
		if (s.inCare && worse && s.worseBefore) {
			rules.add(new FiredRule("FR-02", Outcome.END_AND_REFER, Origin.GUIDELINE));
		}
		if (s.inCare && s.weekly >= 10 && !responds) {
			rules.add(new FiredRule("FR-03", Outcome.END_AND_REFER, Origin.TRIAL));
		}
		boolean tight = s.tightAgain && s.painNow >= 1;
		if (s.stepBacks >= 2 && s.phase > 0 && s.inCare && (m.flare() || tight)) {
			rules.add(new FiredRule("FR-04", Outcome.END_AND_REFER, Origin.OURS));
		}
		if (s.review && s.weekly >= 4 && worse) {
			rules.add(new FiredRule("FR-05", Outcome.END_AND_REFER, Origin.GUIDELINE));
		}
		if (s.badReactionBefore && (s.afterLast.equals("severe") || s.afterLast.equals("longer"))) {
			rules.add(new FiredRule("FR-06", Outcome.END_AND_REFER, Origin.OURS));
		}
		String to = null;
		if (s.phase > 0 && s.inCare && m.flare()) {
			rules.add(new FiredRule("FB-01", Outcome.STEP_BACK, Origin.DOC));
			to = PHASES[s.phase - 1];
		}
		if (s.phase == 2 && s.inCare && m.flare() && s.painNow >= s.painStart) {
			rules.add(new FiredRule("FB-02", Outcome.STEP_BACK, Origin.DOC));
			to = PHASES[0];
		}
		if (s.phase > 0 && s.inCare && tight) {
			rules.add(new FiredRule("FB-03", Outcome.STEP_BACK, Origin.DOC));
			to = (to != null) ? to : PHASES[s.phase - 1];
		}
		if (s.review && s.phase == 0 && s.weekly >= 3 && (!responds || !s.loose)) {
			rules.add(new FiredRule("FH-01", Outcome.HOLD, Origin.DOC));
		}
		if (isLittleChange(s, m)) {
			rules.add(new FiredRule("FH-02", Outcome.HOLD, Origin.TRIAL));
		}
		if (s.review && s.sensitised && s.weekly < 6) {
			rules.add(new FiredRule("FH-03", Outcome.HOLD, Origin.OURS));
		}
		if (s.afterLast.equals("sore-up-to-3-days") || s.afterLast.equals("not-sure")) {
			rules.add(new FiredRule("FH-04", Outcome.HOLD, Origin.TRIAL));
		}
		if (s.inCare && s.missingLately >= 2) {
			rules.add(new FiredRule("FH-05", Outcome.HOLD, Origin.OURS));
		}
		if (s.inCare && worse) {
			rules.add(new FiredRule("FH-06", Outcome.HOLD, Origin.OURS));
		}
		if (s.review && s.phase > 0 && !m.settled() && (!s.painFree || s.painNow >= 2)) {
			rules.add(new FiredRule("FH-07", Outcome.HOLD, Origin.DOC));
		}
		if (s.wish.equals("talk-first")) {
			rules.add(new FiredRule("FH-08", Outcome.HOLD, Origin.OURS));
		}
		if (s.review && s.phase == 0 && responds && s.loose && !m.flare()
				&& (s.complementary ? s.weekly >= 6 && s.doctorSeen : s.weekly >= 4)) {
			rules.add(new FiredRule("FD-01", Outcome.STEP_DOWN, Origin.DOC));
			to = PHASES[1];
		}
		if (s.review && s.phase == 1 && s.fortnightly >= 3 && m.settled() && s.settledBefore >= 1) {
			rules.add(new FiredRule("FD-02", Outcome.STEP_DOWN, Origin.DOC));
			to = (to != null) ? to : PHASES[2];
		}
		if (s.review && s.phase == 2 && s.monthly >= 3 && m.settled() && s.settledBefore >= 2) {
			rules.add(new FiredRule("FF-01", Outcome.FINISH, Origin.DOC));
		}
		if (s.inCare && s.wellLong && (s.wish.equals("fewer") || s.wish.equals("stop"))) {
			rules.add(new FiredRule("FF-02", Outcome.FINISH, Origin.OURS));
		}
		if (s.wish.equals("stop")) {
			rules.add(new FiredRule("FF-03", Outcome.FINISH, Origin.OURS));
		}
		return to;
	}

	private static boolean isLittleChange(HandSheet s, Measures m) {
		return s.inCare && s.weekly == 3 && m.pain().course() != Course.BETTER
				&& (s.felt == Course.SAME || s.felt == Course.WORSE);
	}

	private static List<FiredCaution> cautions(HandSheet s, Measures m) {
		List<FiredCaution> cautions = new ArrayList<>();
		if (isLittleChange(s, m)) {
			cautions.add(new FiredCaution("FK-01", false, List.of(), List.of()));
		}
		if (s.afterLast.equals("sore-up-to-3-days") || "too-firm".equals(s.pressure)) {
			cautions.add(new FiredCaution("FK-02", true, List.of("deep-therapeutic"), List.of()));
		}
		if (s.afterKind.contains("skin")) {
			cautions.add(new FiredCaution("FK-03", true, List.of("heat"), List.of()));
		}
		if (!s.limits.isEmpty()) {
			cautions.add(new FiredCaution("FK-04", true, List.of(), s.limits));
		}
		if (s.stress >= 7 || s.sleep >= 7 || s.afterKind.contains("upset")) {
			cautions.add(new FiredCaution("FK-06", false, List.of(), List.of()));
		}
		if (s.review && s.confidence <= 3 && m.response() != Response.RESPONDS) {
			cautions.add(new FiredCaution("FK-07", false, List.of(), List.of()));
		}
		if (s.habitDays <= 1 && s.slowHabitBefore) {
			cautions.add(new FiredCaution("FK-08", false, List.of(), List.of()));
		}
		if (s.wish.equals("fewer")) {
			cautions.add(new FiredCaution("FK-10", false, List.of(), List.of()));
		}
		if (s.afterKind.contains("dizzy")) {
			cautions.add(new FiredCaution("FK-11", true, List.of(), List.of()));
		}
		if (s.weeksSinceWhole >= 12) {
			cautions.add(new FiredCaution("FK-12", false, List.of(), List.of()));
		}
		return cautions;
	}

}
