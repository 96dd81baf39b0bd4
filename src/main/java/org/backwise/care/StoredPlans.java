package org.backwise.care;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The plans in the database. */
interface StoredPlans extends JpaRepository<StoredPlan, UUID> {

	/** The plan that was made last, by the rules or by a therapist. */
	Optional<StoredPlan> findFirstByCaseIdOrderByNumberDesc(UUID caseId);

	/** The plan that was proposed first. */
	Optional<StoredPlan> findByCaseIdAndNumber(UUID caseId, int number);

	List<StoredPlan> findByCaseId(UUID caseId);

}
