package org.backwise.intake;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** Contact details in the database. */
interface StoredContacts extends JpaRepository<StoredContact, UUID> {

}
