package org.backwise.notes;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The text blocks in the database. */
interface StoredTextBlocks extends JpaRepository<StoredTextBlock, UUID> {

}
