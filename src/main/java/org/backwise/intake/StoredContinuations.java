package org.backwise.intake;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The continued intakes in the database. */
interface StoredContinuations extends JpaRepository<StoredContinuation, UUID> {

	Optional<StoredContinuation> findFirstByIntakeOrderBySentAtDesc(UUID intake);

}
