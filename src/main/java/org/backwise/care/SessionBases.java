package org.backwise.care;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.SessionBasis.Mind;
import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
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

	SessionBases(Rounds rounds, KnowledgeArchive archive) {
		this.rounds = rounds;
		this.archive = archive;
	}

	/**
	 * What a session is to be like.
	 * @param id the case
	 * @param session one of its sessions
	 * @param holds the check-in that holds for it, null when none does
	 * @return technique, areas and limits in words
	 */
	@Transactional(readOnly = true)
	public SessionBasis of(CaseId id, LiveSession session, @Nullable CheckIn holds) {
		Round round = this.rounds.latest(id);
		Assessment planned = round.assessment();
		KnowledgeBase base = this.archive.of(planned.knowledge()).knowledge();
		@Nullable TechniqueChoice choice = (holds != null && holds.decision().technique() != null) ? holds.decision().technique()
				: planned.technique();
		@Nullable Areas areas = (holds != null && holds.decision().areas() != null) ? holds.decision().areas() : planned.areas();
		String technique = session.session().technique();
		if (choice != null && choice.excluded().containsKey(technique)) {
			technique = choice.primary();
		}
		return new SessionBasis(base.technique(technique).name(),
				(choice != null) ? choice.excluded().keySet().stream().map((out) -> base.technique(out).name()).toList()
						: List.of(),
				(areas != null) ? areas.work().stream().map(base::areaName).toList() : List.of(),
				(areas != null) ? areas.leave().stream().map((left) -> base.areaName(left.area())).distinct().toList()
						: List.of(),
				planned.cautions().stream().map((caution) -> mind(caution, base)).toList());
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
