package org.backwise.cases;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.backwise.journal.CaseReferences;

/** The references of the cases, for the journal's page. */
@Component
class JournalReferences implements CaseReferences {

	private final CaseRows rows;

	JournalReferences(CaseRows rows) {
		this.rows = rows;
	}

	@Override
	public Optional<String> referenceOf(UUID id) {
		return this.rows.find(id).map(Case::reference);
	}

}
