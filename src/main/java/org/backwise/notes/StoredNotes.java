package org.backwise.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import org.backwise.storage.OncePerPage;

/** The notes in the database. */
interface StoredNotes extends JpaRepository<StoredNote, UUID> {

	Optional<StoredNote> findByCaseIdAndNumberAndStrike(UUID caseId, int number, int strike);

	int countByCaseIdAndNumber(UUID caseId, int number);

	/** In the order of the sessions, of each the note that counts first. */
	@OncePerPage
	List<StoredNote> findByCaseIdOrderByNumberAscStrikeAsc(UUID caseId);

	@Query("select count(n) > 0 from StoredNote n where n.caseId = :caseId and n.number = :number "
			+ "and n.signedAt is not null and n.strike = 0")
	boolean isSigned(UUID caseId, int number);

}
