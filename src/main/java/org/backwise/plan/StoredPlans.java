package org.backwise.plan;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The plans in the database. */
interface StoredPlans extends JpaRepository<StoredPlan, UUID> {

	Optional<StoredPlan> findByIntake(UUID intake);

}
