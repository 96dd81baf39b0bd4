package org.backwise.care;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import org.backwise.storage.OncePerPage;

/** The plans in the database, each with its sessions in one statement. */
interface StoredPlans extends JpaRepository<StoredPlan, UUID> {

	/** The plan that was made last, by the rules or by a therapist. */
	@OncePerPage
	@Query("select p from StoredPlan p left join fetch p.sessions where p.caseId = :caseId and p.number = "
			+ "(select max(last.number) from StoredPlan last where last.caseId = :caseId)")
	Optional<StoredPlan> latest(UUID caseId);

	/** The plan that was proposed first. */
	@OncePerPage
	@EntityGraph(attributePaths = "sessions")
	Optional<StoredPlan> findByCaseIdAndNumber(UUID caseId, int number);

	@EntityGraph(attributePaths = "sessions")
	List<StoredPlan> findByCaseId(UUID caseId);

}
