package org.backwise.rules;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
import org.backwise.practice.Words;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.InForce;
import org.backwise.triage.Triage;

/**
 * All rules that ever decided and all words that were ever read, each once by its
 * fingerprint, so that an old result is shown under the words it was given in.
 */
@Component
public class KnowledgeArchive implements SmartInitializingSingleton {

	private final JdbcClient jdbc;

	private final KnowledgeFiles files;

	private final InForce inForce;

	private final JsonMapper json;

	private final Clock clock;

	private final Map<Key, Triage> read = new ConcurrentHashMap<>();

	KnowledgeArchive(JdbcClient jdbc, KnowledgeFiles files, InForce inForce, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.files = files;
		this.inForce = inForce;
		this.json = json;
		this.clock = clock;
		inForce.all().forEach((rules) -> this.read.put(Key.of(rules.knowledge()), rules));
	}

	/**
	 * What is read once.
	 *
	 * @param rules fingerprint of the rules
	 * @param words fingerprint of the words
	 * @param ofAnother whether they speak of the client to somebody else
	 */
	private record Key(String rules, String words, boolean ofAnother) {

		static Key of(KnowledgeBase base) {
			return new Key(base.sha256(), base.language().sha256(), base.language().ofAnother());
		}

	}

	/**
	 * The rules that made a decision, with the words that were read; they speak to the
	 * client or of them as the page does.
	 * @param version what is stored with the decision
	 * @return the rules and their words as they were then
	 * @throws IllegalStateException when they were never kept
	 */
	public Triage of(KnowledgeVersion version) {
		return of(version, Words.speaksOfAnother());
	}

	/**
	 * The same in words that speak of the client, for whoever is not the client.
	 * @param version what is stored with the decision
	 * @return the rules; to the client where no words of the time speak of them
	 * @throws IllegalStateException when they were never kept
	 */
	public Triage toStaff(KnowledgeVersion version) {
		return of(version, true);
	}

	private Triage of(KnowledgeVersion version, boolean ofAnother) {
		String words = Objects.requireNonNullElse(version.words(), version.sha256());
		Key wanted = new Key(version.sha256(), words, ofAnother);
		return this.read.computeIfAbsent(wanted, (key) -> {
			Map<String, String> texts = new LinkedHashMap<>(
					kept("select content from knowledge_base where sha256 = ?", version.sha256()));
			if (!words.equals(version.sha256())) {
				texts.putAll(kept("select content from knowledge_words where sha256 = ?", words));
			}
			KnowledgeFiles files = new KnowledgeFiles(texts);
			return new Triage(
					new KnowledgeReader().read(files, files.voice(files.languages().get(0), key.ofAnother())));
		});
	}

	private Map<String, String> kept(String query, String sha256) {
		String kept = this.jdbc.sql(query)
			.param(sha256)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new IllegalStateException("A knowledge base was not kept: " + sha256));
		return this.json.readValue(kept, new TypeReference<LinkedHashMap<String, String>>() {
		});
	}

	/** Keeps the running knowledge base before the first request can be answered. */
	@Override
	public void afterSingletonsInstantiated() {
		this.inForce.all().stream().map(Triage::knowledge).forEach((base) -> {
			keep("knowledge_base", "version", base.sha256(), base.about().version(), this.files.rules());
			Map<String, String> words = this.files.words(base.language().tag());
			if (!words.isEmpty()) {
				keep("knowledge_words", "language", base.language().sha256(), base.language().tag(), words);
			}
		});
	}

	private void keep(String table, String column, String sha256, String value, Map<String, String> texts) {
		boolean isKept = this.jdbc.sql("select count(*) from " + table + " where sha256 = ?")
			.param(sha256)
			.query(Integer.class)
			.single() > 0;
		if (isKept) {
			return;
		}
		try {
			this.jdbc
				.sql("insert into " + table + " (sha256, " + column + ", content, first_used_at) values (?, ?, ?, ?)")
				.params(sha256, value, this.json.writeValueAsString(texts),
						this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another instance has kept it a moment ago.
		}
	}

}
