package org.backwise.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The sent intakes in the database. */
interface StoredIntakes extends JpaRepository<StoredIntake, UUID> {

	Optional<StoredIntake> findByLinkHash(String linkHash);

	Optional<StoredIntake> findByReference(String reference);

	boolean existsByLinkHash(String linkHash);

	/** Makes everybody else who wants to end or erase it wait. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from StoredIntake i where i.id = :id")
	Optional<StoredIntake> lock(UUID id);

	/** All of them, in the order of their ids. */
	@Query("select i from StoredIntake i where i.id > :after order by i.id")
	List<StoredIntake> after(UUID after, Limit limit);

	@Modifying
	@Query("delete from StoredIntake i where i.id = :id")
	int erase(UUID id);

}
