package org.backwise.desk;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Continuations;
import org.backwise.intake.Intakes;
import org.backwise.intake.KnowledgeArchive;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.plan.CarePlans;
import org.backwise.plan.CaseStep;
import org.backwise.plan.Cases;
import org.backwise.plan.Standing;
import org.backwise.staff.StaffMember;

/** Takes cases out to the desk; every look is in the journal. */
@Component
class CaseFiles {

	private final Intakes intakes;

	private final Continuations continuations;

	private final Cases cases;

	private final CarePlans plans;

	private final KnowledgeArchive archive;

	private final Journal journal;

	CaseFiles(Intakes intakes, Continuations continuations, Cases cases, CarePlans plans, KnowledgeArchive archive,
			Journal journal) {
		this.intakes = intakes;
		this.continuations = continuations;
		this.cases = cases;
		this.plans = plans;
		this.archive = archive;
		this.journal = journal;
	}

	/**
	 * The case with a reference.
	 * @return empty for whatever never was a reference
	 */
	@Transactional
	public Optional<CaseFile> open(String reference, StaffMember reader) {
		Optional<CaseFile> file = this.intakes.referredToAs(reference).map(this::file);
		file.map((found) -> found.sent().id().value())
			.ifPresent((id) -> this.journal.note(Action.CASE_READ, new Who.Staff(reader.id()), id));
		return file;
	}

	/** Keeps that something was tried that is never allowed. */
	@Transactional
	public void refuse(CaseFile file, StaffMember reader) {
		this.journal.note(Action.REFUSED, new Who.Staff(reader.id()), file.sent().id().value());
	}

	private CaseFile file(CompletedIntake sent) {
		Standing standing = this.cases.standing(sent);
		CompletedIntake latest = this.cases.latest(sent);
		return new CaseFile(sent, latest, standing,
				standing.last(CaseStep.Kind.PROPOSED)
					.map(CaseStep::plan)
					.or(() -> this.plans.proposed(sent.id()))
					.orElse(null),
				this.continuations.clearance(sent.id()),
				this.archive.bySha256(latest.assessment().knowledge().sha256()));
	}

}
