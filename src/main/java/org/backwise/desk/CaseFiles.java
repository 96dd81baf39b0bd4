package org.backwise.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckInView;
import org.backwise.care.CheckInViews;
import org.backwise.care.DueCheckIns;
import org.backwise.care.PlanSteps;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.cases.Stop;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.staff.StaffMember;
import org.backwise.triage.Liftable;

/** Takes cases out to the desk; every look is in the journal. */
@Component
class CaseFiles {

	/** How many check-ins stand on a case's page. */
	private static final int MOST = 5;

	/** No round has this number. */
	private static final int NONE = Integer.MAX_VALUE;

	private final Cases cases;

	private final Rounds rounds;

	private final LifeCycle lifeCycle;

	private final CarePlans plans;

	private final Attendance sessions;

	private final PlanSteps steps;

	private final CheckInViews checkIns;

	private final DueCheckIns due;

	private final KnowledgeArchive archive;

	private final Journal journal;

	CaseFiles(Cases cases, Rounds rounds, LifeCycle lifeCycle, CarePlans plans, Attendance sessions, PlanSteps steps,
			CheckInViews checkIns, DueCheckIns due, KnowledgeArchive archive, Journal journal) {
		this.cases = cases;
		this.rounds = rounds;
		this.lifeCycle = lifeCycle;
		this.plans = plans;
		this.sessions = sessions;
		this.steps = steps;
		this.checkIns = checkIns;
		this.due = due;
		this.archive = archive;
		this.journal = journal;
	}

	/**
	 * The case with a reference.
	 * @return empty for whatever never was a reference
	 */
	@Transactional
	public Optional<CaseFile> open(String reference, StaffMember reader) {
		return this.cases.read(reference, reader.id()).map(this::file);
	}

	/** Keeps that something was tried that is never allowed. */
	@Transactional
	public void refuse(CaseFile file, StaffMember reader) {
		this.journal.note(Action.REFUSED, new Who.Staff(reader.id()), file.id().value());
	}

	private CaseFile file(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		List<Round> rounds = this.rounds.of(theCase.id());
		Round latest = rounds.get(rounds.size() - 1);
		List<Integer> stops = standing.state().refers()
				? this.rounds.stop(latest).map(CaseFiles::numbers).orElse(List.of()) : List.of();
		CheckInViews.Newest newest = this.checkIns.newest(theCase.id(), MOST,
				stops.stream().mapToInt(Integer::intValue).min().orElse(NONE));
		return new CaseFile(theCase, rounds.get(0), latest, standing, this.plans.all(theCase.id()),
				this.plans.of(theCase.id()).orElse(null), this.sessions.of(theCase.id()),
				this.plans.proposed(theCase.id(), standing).orElse(null), this.lifeCycle.clearance(theCase.id()),
				this.archive.toStaff(latest.assessment().knowledge()), liftable(standing, latest),
				this.plans.leftOut(theCase.id()), this.steps.waiting(theCase).orElse(null), newest.views(),
				newest.earlier(), stopping(newest, stops), this.due.silence(theCase).orElse(null),
				this.due.mustAskWhole(theCase), this.sessions.restedSince(standing));
	}

	/** First of the one that decides, then of the others. */
	private static List<Integer> numbers(Stop stop) {
		return Stream
			.concat(Stream.of(stop.decides()), stop.sheets().stream().filter((sheet) -> !sheet.equals(stop.decides())))
			.map(CheckIn::number)
			.toList();
	}

	private static List<CheckInView> stopping(CheckInViews.Newest newest, List<Integer> numbers) {
		return numbers.stream()
			.flatMap((number) -> newest.views().stream().filter((view) -> view.number() == number))
			.toList();
	}

	/** Where no rule referred, there is nothing to lift. */
	private Liftable liftable(Standing standing, Round latest) {
		return (standing.level() != null) ? this.rounds.liftable(latest) : new Liftable(List.of(), List.of());
	}

}
