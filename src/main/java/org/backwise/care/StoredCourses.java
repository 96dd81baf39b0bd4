package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.followup.CheckInSheet;
import org.backwise.followup.Episode;
import org.backwise.rules.DecidedCheckIn;
import org.backwise.rules.DecidedCheckIns;
import org.backwise.rules.KnowledgeArchive;

/** The check-ins with their courses of care as they were when each was decided. */
@Component
class StoredCourses implements DecidedCheckIns {

	private final CheckInRounds checkIns;

	private final Rounds rounds;

	private final Cases cases;

	private final KnowledgeArchive archive;

	private final Clock clock;

	StoredCourses(CheckInRounds checkIns, Rounds rounds, Cases cases, KnowledgeArchive archive, Clock clock) {
		this.checkIns = checkIns;
		this.rounds = rounds;
		this.cases = cases;
		this.archive = archive;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<UUID> cases(@Nullable UUID last, int most) {
		return this.checkIns.casesAfter(last, most);
	}

	@Override
	@Transactional(readOnly = true)
	public List<DecidedCheckIn> of(UUID caseId) {
		Case theCase = this.cases.find(new CaseId(caseId)).orElse(null);
		if (theCase == null) {
			return List.of();
		}
		List<CheckIn> made = this.checkIns.of(theCase.id());
		List<Round> rounds = this.rounds.of(theCase.id());
		List<DecidedCheckIn> decided = new ArrayList<>();
		for (CheckIn checkIn : made) {
			List<CheckIn> before = made.stream().filter((one) -> one.number() < checkIn.number()).toList();
			Round round = rounds.stream()
				.filter((one) -> one.number() < checkIn.number())
				.reduce((one, next) -> next)
				.orElseThrow();
			decided.add(new DecidedCheckIn(caseId, theCase.reference(), episode(theCase, checkIn, before, round),
					new CheckInSheet(checkIn.moment(), checkIn.by(), checkIn.day(), checkIn.sheet()),
					checkIn.decision()));
		}
		return decided;
	}

	/** The habit is left aside; nothing is decided by it. */
	private Episode episode(Case theCase, CheckIn checkIn, List<CheckIn> before, Round round) {
		CheckIn.Course course = checkIn.course();
		int named = Episodes.activities(before).size();
		return new Episode(this.rounds.sheet(round), LocalDate.ofInstant(theCase.sentAt(), this.clock.getZone()),
				course.phase(), course.kept(), round.assessment().sensitised(), round.assessment().complementary(),
				null, course.lastTechnique().isEmpty() ? null : course.lastTechnique(),
				Episodes.cleared(round, this.rounds.sheet(round), this.archive.of(checkIn.decision().knowledge())),
				course.stepBacks(), (named > 0) ? named : checkIn.activities().size(),
				Episodes.before(before, course.missed()));
	}

}
