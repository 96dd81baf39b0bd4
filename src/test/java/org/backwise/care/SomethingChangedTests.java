package org.backwise.care;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.cases.Act;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.Rounds;
import org.backwise.cases.Stop;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whoever is in care can say at any time that something has changed. */
class SomethingChangedTests extends CareScenario {

	private static final Map<String, Object> BLADDER = Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course",
			"new-or-worse");

	private static final Map<String, Object> LEG = Map.of("new-signs", List.of("limbs"), "limb-signs",
			List.of("pain-into-leg"));

	@Autowired
	private Rounds rounds;

	@Autowired
	private Lapses lapses;

	@Test
	void aNewSignOnABreakStopsThePlanAsItAlwaysDoes() {
		CaseId self = inCare("self");
		takeBreak(self);
		assertThat(send(self, Moment.BETWEEN, BLADDER).decision().outcome()).isEqualTo(Outcome.EMERGENCY);
		assertThat(standing(self).level()).isEqualTo(Level.EMERGENCY);
		CaseId paused = inCare("paused");
		take(paused, Act.PAUSE, "unwell");
		send(paused, Moment.BETWEEN, LEG);
		assertThat(standing(paused).level()).isEqualTo(Level.SEE_DOCTOR);
		CaseId lapsed = inCare("lapsed");
		keepTheFirst(lapsed, 1);
		this.clock.pass(Duration.ofDays(22));
		this.lapses.lapse();
		send(lapsed, Moment.BETWEEN, LEG);
		assertThat(state(lapsed)).isEqualTo(CaseState.REFERRED);
	}

	@Test
	void aCalmOneBringsNoPlanBackAndEndsNone() {
		CaseId id = inCare("calm");
		keepTheFirst(id, 1);
		takeBreak(id);
		int version = version(id);
		send(id, Moment.BETWEEN, Map.of());
		assertThat(version(id)).isEqualTo(version);
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::moment).isEqualTo(Moment.RETURN);
		assertThat(this.gate.whyNot(id, 2, today())).isPresent();
	}

	@Test
	void whoWaitsForADoctorCanTellOfSomethingMoreUrgent() {
		CaseId id = inCare("doctor");
		send(id, Moment.BETWEEN, LEG);
		send(id, Moment.BETWEEN, BLADDER);
		assertThat(standing(id).level()).isEqualTo(Level.EMERGENCY);
		assertThat(this.checkIns.isOpen(id, Moment.BETWEEN)).as("help comes first").isFalse();
	}

	@Test
	void aLaterSheetTakesBackNothingOfWhatStoppedTheCare() {
		CaseId id = inCare("stays");
		send(id, Moment.BETWEEN, LEG);
		int version = version(id);
		send(id, Moment.BETWEEN, Map.of());
		assertThat(version(id)).isEqualTo(version);
		assertThat(stop(id).findings()).extracting("rule").containsExactly("D-02");
		assertThat(this.rounds.sheetNow(id)).containsEntry("limb-signs", List.of("pain-into-leg"));
		send(id, Moment.BETWEEN, Map.of("new-signs", List.of("inside"), "general-signs", List.of("organ-pattern")));
		assertThat(version(id)).as("no more urgent than before").isEqualTo(version);
		assertThat(stop(id).findings()).extracting("rule").contains("D-02", "D-11");
		assertThat(this.rounds.sheetNow(id)).containsEntry("limb-signs", List.of("pain-into-leg"))
			.containsEntry("general-signs", List.of("organ-pattern"));
		assertThat(this.rounds.liftable(this.rounds.latest(id)).lifted()).contains("D-02");
	}

	/** A later sheet that says nothing of a fall does not make the fall unheard of. */
	@Test
	void whatAFindingRestsOnStays() {
		CaseId id = inCare("fall");
		send(id, Moment.BETWEEN,
				Map.of("new-signs", List.of("injury"), "injury-now", "small-not-seen", "injury-age", "under-3-days"));
		List<String> first = stop(id).findings().stream().map((finding) -> finding.rule()).toList();
		assertThat(first).contains("D-05");
		send(id, Moment.BETWEEN, LEG);
		assertThat(this.rounds.sheetNow(id)).containsEntry("onset", "knock-or-fall");
		assertThat(this.rounds.liftable(this.rounds.latest(id)).lifted()).contains("D-05", "D-02");
	}

	/** A wait ends by time alone; no way round a therapist, and none round 84 days. */
	@Test
	void aWaitThatIsToldDuringARestBringsNoPlanBack() {
		Map<String, Object> unfit = Map.of("new-signs", List.of("not-fit-today"));
		CaseId paused = inCare("paused");
		take(paused, Act.PAUSE, "unwell");
		send(paused, Moment.BETWEEN, unfit);
		assertThat(state(paused)).isEqualTo(CaseState.PAUSED);
		this.clock.pass(Duration.ofHours(49));
		assertThat(this.checkIns.next(paused)).isEmpty();
		CaseId rests = inCare("rests");
		takeBreak(rests);
		this.clock.pass(Duration.ofDays(120));
		send(rests, Moment.BETWEEN, unfit);
		this.clock.pass(Duration.ofHours(49));
		assertThat(state(rests)).isEqualTo(CaseState.PAUSED);
		assertThat(this.checkIns.next(rests)).isEmpty();
	}

	@Test
	void aWaitOfMoreThan84DaysLeadsToAFreshQuestionnaire() {
		CaseId id = inCare("waits");
		keepTheFirst(id, 1);
		send(id, Moment.BETWEEN, Map.of("new-signs", List.of("not-fit-today")));
		this.clock.pass(Duration.ofDays(84));
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::moment).isEqualTo(Moment.RETURN);
		this.clock.pass(Duration.ofDays(1));
		assertThat(this.checkIns.next(id)).isEmpty();
	}

	@Test
	void whatOnlyTimeLiftsWaitsAnewWithEachSheetThatSaysSo() {
		CaseId id = inCare("wait");
		send(id, Moment.BETWEEN, Map.of("new-signs", List.of("not-fit-today")));
		this.clock.pass(Duration.ofHours(40));
		send(id, Moment.BETWEEN, Map.of("new-signs", List.of("not-fit-today")));
		this.clock.pass(Duration.ofHours(40));
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::open).isEqualTo(false);
		this.clock.pass(Duration.ofHours(8));
		send(id, Moment.RETURN, Map.of());
		assertThat(state(id)).isEqualTo(CaseState.APPROVED);
		assertThat(this.rounds.stop(this.rounds.latest(id))).isEmpty();
	}

	@Test
	void nobodyIsAskedWhereNoPlanIsLeft() {
		CaseId planned = this.people.planned("planned").id();
		CaseId ended = inCare("ended");
		take(ended, Act.END, "client-wish");
		CaseId declined = inCare("declined");
		take(declined, Act.DECLINE, Act.DECLINE.reasons().get(0));
		CaseId withdrawn = inCare("withdrawn");
		this.lifeCycle.withdraw(withdrawn);
		for (CaseId id : List.of(planned, ended, declined, withdrawn)) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> send(id, Moment.BETWEEN, BLADDER))
				.withMessage("care.check-in.not-due");
		}
	}

	private Stop stop(CaseId id) {
		return this.rounds.stop(this.rounds.latest(id)).orElseThrow();
	}

}
