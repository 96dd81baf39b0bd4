package org.backwise.intake;

import org.springframework.data.jpa.repository.JpaRepository;

/** The kept knowledge bases, by hash. */
interface StoredKnowledges extends JpaRepository<StoredKnowledge, String> {

}
