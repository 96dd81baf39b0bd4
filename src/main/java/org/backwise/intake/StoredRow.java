package org.backwise.intake;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/**
 * A row whose key is known before it is stored, so that storing it twice is refused by
 * the database and never becomes an update.
 *
 * @param <K> the type of its key
 */
@MappedSuperclass
abstract class StoredRow<K> implements Persistable<K> {

	@Transient
	private boolean stored;

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

}
