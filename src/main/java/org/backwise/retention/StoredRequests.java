package org.backwise.retention;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** Wishes to be forgotten, in the database. */
interface StoredRequests extends JpaRepository<StoredRequest, UUID> {

	List<StoredRequest> findByRefusedAtIsNullOrderByAskedAt(Limit limit);

}
