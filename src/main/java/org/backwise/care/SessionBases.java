package org.backwise.care;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.TechniqueChoice;

/** What sessions are to be like: the plan, and what a check-in chose again for it. */
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
	 * What a session is to be like. Where no check-in holds for it, what the last one
	 * left out stays left out.
	 * @param id the case
	 * @param session one of its sessions
	 * @param holds the check-in that holds for it, null when none does
	 * @return technique, areas and limits in words
	 */
	@Transactional(readOnly = true)
	public SessionBasis of(CaseId id, LiveSession session, @Nullable CheckIn holds) {
		Round round = this.rounds.latest(id);
		Assessment planned = round.assessment();
		KnowledgeBase base = this.archive.toStaff(planned.knowledge()).knowledge();
		@Nullable CheckIn told = (holds != null) ? holds : this.checkIns.lastSince(round).orElse(null);
		@Nullable TechniqueChoice choice = (told != null && told.decision().technique() != null) ? told.decision().technique()
				: planned.technique();
		@Nullable Areas areas = (told != null && told.decision().areas() != null) ? told.decision().areas() : planned.areas();
		String technique = session.session().technique();
		if (choice != null && choice.excluded().containsKey(technique)) {
			technique = choice.primary();
		}
		List<SessionBasis.Kind> kinds = kinds(base, choice, told);
		List<String> gentlerFirst = base.techniques().gentlerFirst();
		String firmest = gentlerFirst.get(gentlerFirst.size() - 1);
		return new SessionBasis(base.technique(technique).name(),
				kinds.stream().filter(SessionBasis.Kind::leftOut).map(SessionBasis.Kind::name).toList(),
				(areas != null) ? areas.work().stream().map(base::areaName).toList() : List.of(),
				(areas != null) ? areas.leave().stream().map((left) -> base.areaName(left.area())).distinct().toList()
						: List.of(),
				minds(planned, base, told), technique, kinds,
				kinds.stream().anyMatch((kind) -> kind.leftOut() && kind.id().equals(firmest)),
				this.plans.of(id).map(CarePlan::minutes).orElse(0), this.lifeCycle.clearance(id).orElse(null));
	}

	/** What limits the plan since it began, and what the last check-in added to that. */
	private List<Mind> minds(Assessment planned, KnowledgeBase base, @Nullable CheckIn told) {
		Map<String, Mind> minds = new LinkedHashMap<>();
		planned.cautions().forEach((caution) -> minds.put(caution.rule(), mind(caution, base)));
		if (told != null) {
			KnowledgeBase then = this.archive.toStaff(told.decision().knowledge()).knowledge();
			told.decision()
				.cautions()
				.stream()
				.flatMap((caution) -> caution.limits().stream())
				.map(then::caution)
				.forEach((rule) -> minds.putIfAbsent(rule.id(),
						new Mind(rule.id(), Objects.requireNonNull(rule.title()), rule.caution())));
		}
		return List.copyOf(minds.values());
	}

	/** What the plan and the last check-in leave out. */
	private static List<SessionBasis.Kind> kinds(KnowledgeBase base, @Nullable TechniqueChoice choice,
			@Nullable CheckIn told) {
		Set<String> out = new HashSet<>((choice != null) ? choice.excluded().keySet() : Set.of());
		if (told != null) {
			told.decision().cautions().forEach((caution) -> out.addAll(caution.excludes()));
		}
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
