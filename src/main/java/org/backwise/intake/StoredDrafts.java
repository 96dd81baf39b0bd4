package org.backwise.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The drafts in the database. */
interface StoredDrafts extends JpaRepository<StoredDraft, UUID> {

	@Query("select d from StoredDraft d where d.linkHash = :linkHash and d.expiresAt > :now and d.moment is null")
	Optional<StoredDraft> findOpen(String linkHash, Instant now);

	/** The same, so that a second tab waits until the first one is done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from StoredDraft d where d.linkHash = :linkHash and d.expiresAt > :now and d.moment is null")
	Optional<StoredDraft> lockOpen(String linkHash, Instant now);

	@Query("select d from StoredDraft d where d.caseId = :caseId and d.moment = :moment and d.expiresAt > :now")
	Optional<StoredDraft> findCheckIn(UUID caseId, String moment, Instant now);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from StoredDraft d where d.caseId = :caseId and d.moment = :moment and d.expiresAt > :now")
	Optional<StoredDraft> lockCheckIn(UUID caseId, String moment, Instant now);

	@Modifying
	@Query("delete from StoredDraft d where d.caseId = :caseId and d.moment is null")
	int deleteContinuing(UUID caseId);

	@Modifying
	@Query("delete from StoredDraft d where d.expiresAt <= :now")
	int deleteExpired(Instant now);

}
