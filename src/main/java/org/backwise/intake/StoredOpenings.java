package org.backwise.intake;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** First sights of results in the database. */
interface StoredOpenings extends JpaRepository<StoredOpening, UUID> {

}
