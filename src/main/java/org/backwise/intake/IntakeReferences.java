package org.backwise.intake;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.backwise.journal.CaseReferences;

/** The references of the stored intakes, for the journal's page. */
@Component
class IntakeReferences implements CaseReferences {

	private final Intakes intakes;

	IntakeReferences(Intakes intakes) {
		this.intakes = intakes;
	}

	@Override
	public Optional<String> referenceOf(UUID intake) {
		return this.intakes.find(new IntakeId(intake)).map(CompletedIntake::reference);
	}

}
