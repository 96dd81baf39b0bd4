package org.backwise.care;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import org.backwise.storage.OncePerPage;

/** What became of sessions, in the database. */
interface StoredMarks extends JpaRepository<StoredMark, StoredMark.Key> {

	@OncePerPage
	@Query("select m from StoredMark m where m.key.caseId = :caseId")
	List<StoredMark> of(UUID caseId);

}
