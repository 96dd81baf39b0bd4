package org.backwise.rules;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.Triage;

/**
 * Every knowledge base that ever decided, by its hash, so that an old result is shown
 * under the words it was given in.
 */
@Component
public class KnowledgeArchive implements SmartInitializingSingleton {

	private final JdbcClient jdbc;

	private final KnowledgeFiles files;

	private final Triage current;

	private final JsonMapper json;

	private final Clock clock;

	private final Map<String, Triage> read = new ConcurrentHashMap<>();

	KnowledgeArchive(JdbcClient jdbc, KnowledgeFiles files, Triage current, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.files = files;
		this.current = current;
		this.json = json;
		this.clock = clock;
		this.read.put(current.knowledge().sha256(), current);
	}

	/**
	 * The rules with a hash.
	 * @param sha256 the hash stored with a decision
	 * @return the rules and their words as they were then
	 * @throws IllegalStateException when it was never kept
	 */
	public Triage bySha256(String sha256) {
		return this.read.computeIfAbsent(sha256, (hash) -> {
			String kept = this.jdbc.sql("select content from knowledge_base where sha256 = ?")
				.param(hash)
				.query(String.class)
				.optional()
				.orElseThrow(() -> new IllegalStateException("A knowledge base was not kept: " + hash));
			Map<String, String> texts = this.json.readValue(kept, new TypeReference<LinkedHashMap<String, String>>() {
			});
			return new Triage(new KnowledgeReader().read(new KnowledgeFiles(texts)));
		});
	}

	/** Keeps the running knowledge base before the first request can be answered. */
	@Override
	public void afterSingletonsInstantiated() {
		KnowledgeBase base = this.current.knowledge();
		if (!isKept(base)) {
			try {
				this.jdbc
					.sql("insert into knowledge_base (sha256, version, content, first_used_at) values (?, ?, ?, ?)")
					.params(base.sha256(), base.about().version(), this.json.writeValueAsString(this.files.texts()),
							this.clock.instant().atOffset(ZoneOffset.UTC))
					.update();
			}
			catch (DuplicateKeyException ex) {
				// Another instance has kept it a moment ago.
			}
		}
	}

	private boolean isKept(KnowledgeBase base) {
		return this.jdbc.sql("select count(*) from knowledge_base where sha256 = ?")
			.param(base.sha256())
			.query(Integer.class)
			.single() > 0;
	}

}
