package org.backwise.intake;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The sent intakes in the database. */
interface StoredIntakes extends JpaRepository<StoredIntake, UUID> {

	Optional<StoredIntake> findByLinkHash(String linkHash);

	Optional<StoredIntake> findByReference(String reference);

	boolean existsByLinkHash(String linkHash);

}
