package org.backwise.intake;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The content of a knowledge base that decided, kept once. */
@Entity
@Immutable
@Table(name = "knowledge_base")
class StoredKnowledge extends StoredRow<String> {

	@Id
	private String sha256;

	private String version;

	@Column(length = 1_000_000)
	private String content;

	private Instant firstUsedAt;

	protected StoredKnowledge() {
		this("", "", "", Instant.EPOCH);
	}

	StoredKnowledge(String sha256, String version, String content, Instant firstUsedAt) {
		this.sha256 = sha256;
		this.version = version;
		this.content = content;
		this.firstUsedAt = firstUsedAt;
	}

	@Override
	public String getId() {
		return this.sha256;
	}

	String content() {
		return this.content;
	}

}
