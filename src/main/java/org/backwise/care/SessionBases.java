package org.backwise.care;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.SessionBasis.Mind;
import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.triage.Assessment;

/** What sessions are to be like: the plan, and what check-ins chose again for it. */
@Service
public class SessionBases {

	private final Rounds rounds;

	private final KnowledgeArchive archive;

	private final CarePlans plans;

	private final CheckInRounds checkIns;

	private final LifeCycle lifeCycle;

	SessionBases(Rounds rounds, KnowledgeArchive archive, CarePlans plans, CheckInRounds checkIns,
			LifeCycle lifeCycle) {
		this.lifeCycle = lifeCycle;
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.plans = plans;
		this.archive = archive;
	}

	/**
	 * What a session is to be like, from all that holds for it together. Where no
	 * check-in holds, what the last one left out stays left out.
	 * @param id the case
	 * @param session one of its sessions
	 * @param holding every check-in that holds for it, in order
	 * @return technique, areas and limits in words
	 */
	@Transactional(readOnly = true)
	public SessionBasis of(CaseId id, LiveSession session, List<CheckIn> holding) {
		Round round = this.rounds.latest(id);
		Assessment planned = round.assessment();
		KnowledgeBase base = this.archive.toStaff(planned.knowledge()).knowledge();
		Told told = Told.of(holding, this.checkIns.since(round), planned.technique(), planned.areas());
		String technique = told.technique(session.session().technique(), base);
		List<SessionBasis.Kind> kinds = kinds(base, told.leftOut());
		List<String> gentlerFirst = base.techniques().gentlerFirst();
		String firmest = gentlerFirst.get(gentlerFirst.size() - 1);
		return new SessionBasis(base.technique(technique).name(),
				kinds.stream().filter(SessionBasis.Kind::leftOut).map(SessionBasis.Kind::name).toList(),
				told.work(base).stream().map(base::areaName).toList(),
				told.leave().stream().map((left) -> base.areaName(left.area())).distinct().toList(),
				minds(planned, base, told.counting()), technique, kinds,
				kinds.stream().anyMatch((kind) -> kind.leftOut() && kind.id().equals(firmest)),
				this.plans.of(id).map(CarePlan::minutes).orElse(0), this.lifeCycle.clearance(id).orElse(null));
	}

	/** What limits the plan since it began, and what check-ins added to that. */
	private List<Mind> minds(Assessment planned, KnowledgeBase base, List<CheckIn> told) {
		Map<String, Mind> minds = new LinkedHashMap<>();
		planned.cautions().forEach((caution) -> minds.put(caution.rule(), mind(caution, base)));
		for (CheckIn checkIn : told) {
			KnowledgeBase then = this.archive.toStaff(checkIn.decision().knowledge()).knowledge();
			checkIn.decision()
				.cautions()
				.stream()
				.flatMap((caution) -> caution.limits().stream())
				.map(then::caution)
				.forEach((rule) -> minds.putIfAbsent(rule.id(),
						new Mind(rule.id(), Objects.requireNonNull(rule.title()), rule.caution())));
		}
		return List.copyOf(minds.values());
	}

	private static List<SessionBasis.Kind> kinds(KnowledgeBase base, Set<String> out) {
		return base.techniques()
			.techniques()
			.stream()
			.map((kind) -> new SessionBasis.Kind(kind.id(), kind.name(), out.contains(kind.id())))
			.toList();
	}

	private static Mind mind(Assessment.Caution caution, KnowledgeBase base) {
		String title = base.cautions()
			.stream()
			.filter((rule) -> rule.id().equals(caution.rule()))
			.map((rule) -> Objects.requireNonNull(rule.title()))
			.findFirst()
			.or(() -> Optional.of(base.referral(caution.rule()).title()))
			.orElseThrow();
		return new Mind(caution.rule(), title, caution.caution());
	}

}
