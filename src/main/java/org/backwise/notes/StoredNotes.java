package org.backwise.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The notes in the database. */
interface StoredNotes extends JpaRepository<StoredNote, UUID> {

	Optional<StoredNote> findByIntakeAndNumber(UUID intake, int number);

	List<StoredNote> findByIntakeOrderByNumber(UUID intake);

	@Query("select count(n) > 0 from StoredNote n where n.intake = :intake and n.number = :number "
			+ "and n.signedAt is not null")
	boolean isSigned(UUID intake, int number);

}
