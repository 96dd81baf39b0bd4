package org.backwise.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The notes in the database. */
interface StoredNotes extends JpaRepository<StoredNote, UUID> {

	Optional<StoredNote> findByCaseIdAndNumber(UUID caseId, int number);

	List<StoredNote> findByCaseIdOrderByNumber(UUID caseId);

	@Query("select count(n) > 0 from StoredNote n where n.caseId = :caseId and n.number = :number "
			+ "and n.signedAt is not null")
	boolean isSigned(UUID caseId, int number);

}
