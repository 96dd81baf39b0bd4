package org.backwise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database that an earlier version wrote, unpacked beside nothing else;
 * {@code src/test/resources/upgrade/README.md} says what lies in it.
 */
final class UpgradeFixture {

	/** The version that wrote it. */
	private static final String VERSION = "f173a9f";

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * How the things of the practice are counted <em>now</em>: what each was called in
	 * {@value #VERSION} stays on the left, and whoever moves tables changes the right.
	 */
	private static final Map<String, String> COUNTS = Map.ofEntries(
			Map.entry("cases", "select count(*) from care_case"),
			Map.entry("rounds", "select count(*) from case_round"),
			Map.entry("contacts", "select count(*) from case_contact"),
			Map.entry("openings", "select count(*) from case_opening"),
			Map.entry("drafts", "select count(*) from intake_draft"),
			Map.entry("clearances", "select count(*) from case_clearance"),
			Map.entry("steps", "select count(*) from case_step"),
			Map.entry("proposed-plans",
					"select count(*) from care_plan "
							+ "where id not in (select plan from case_step where plan is not null)"),
			Map.entry("marks", "select count(*) from session_mark"),
			Map.entry("notes", "select count(*) from soap_note"),
			Map.entry("amendments", "select count(*) from note_amendment"),
			Map.entry("erasure-requests", "select count(*) from erasure_request"),
			Map.entry("forgotten", "select count(*) from forgotten"),
			Map.entry("accounts", "select count(*) from staff_account"),
			Map.entry("staff-links", "select count(*) from staff_link"),
			Map.entry("recovery-codes", "select count(*) from staff_recovery_code"),
			Map.entry("passkeys", "select count(*) from user_credentials"),
			Map.entry("tries", "select count(*) from sign_in_tries"),
			Map.entry("worklist", "select count(*) from worklist_item"),
			Map.entry("comparisons", "select count(*) from rules_comparison"),
			Map.entry("changes", "select count(*) from rules_change"),
			Map.entry("approvals", "select count(*) from rules_approval"),
			Map.entry("pseudonyms", "select count(*) from journal_person"));

	/** The journal's name for a case is a pseudonym of this id. */
	private static final String CASE_ID = "select id from care_case where reference = ?";

	private final Map<String, String> settings = new LinkedHashMap<>();

	private final Keys keys;

	private final JdbcClient database;

	private UpgradeFixture(String name, DataSource source, String url, String user) throws IOException {
		this.keys = read(VERSION + "-" + name + "-keys.yaml", new TypeReference<Keys>() {
		});
		this.database = JdbcClient.create(source);
		this.settings.put("spring.datasource.url", url);
		this.settings.put("spring.datasource.username", user);
	}

	/** The H2 file, in a folder of its own. */
	static UpgradeFixture h2(Path folder) throws IOException {
		try (InputStream zip = resource(VERSION + "-h2.zip"); ZipInputStream files = new ZipInputStream(zip)) {
			files.getNextEntry();
			Files.copy(files, folder.resolve("backwise.mv.db"));
		}
		String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("backwise");
		return new UpgradeFixture("h2", new DriverManagerDataSource(url, "backwise", ""), url, "backwise");
	}

	/** The PostgreSQL database, on the server of the tests. */
	static UpgradeFixture postgresql() throws IOException, SQLException {
		Postgres.Database database = Postgres.database();
		try (InputStream packed = resource(VERSION + "-postgresql.sql.gz");
				InputStream dump = new GZIPInputStream(packed)) {
			String script = new String(dump.readAllBytes(), StandardCharsets.UTF_8);
			new JdbcTemplate(database.source()).execute(script);
		}
		return new UpgradeFixture("postgresql", database.source(), database.url(), Postgres.USER);
	}

	/** What must be there after the upgrade, whatever the database. */
	static Expected expected() throws IOException {
		return read("expected.yaml", new TypeReference<Expected>() {
		});
	}

	private static <T> T read(String name, TypeReference<T> type) throws IOException {
		try (InputStream file = resource(name)) {
			return YAML.readValue(file, type);
		}
	}

	private static InputStream resource(String name) throws IOException {
		InputStream stream = UpgradeFixture.class.getResourceAsStream("/upgrade/" + name);
		if (stream == null) {
			throw new IOException("There is no " + name);
		}
		return stream;
	}

	Map<String, String> settings() {
		return this.settings;
	}

	Keys keys() {
		return this.keys;
	}

	JdbcClient database() {
		return this.database;
	}

	/**
	 * What all rounds of each case said, from the tables of the earlier version; to be
	 * called before the upgrade.
	 * @return the reference to every word that was chosen and to every rule that referred
	 */
	Map<String, Set<String>> said() {
		Map<String, Set<String>> said = new LinkedHashMap<>();
		this.database
			.sql("select reference, wording, decision from intake union all "
					+ "select reference, later.wording, later.decision from intake_continuation later "
					+ "join intake on intake.id = later.intake")
			.query((row) -> {
				Set<String> words = said.computeIfAbsent(row.getString(1), (reference) -> new TreeSet<>());
				JSON.readTree(row.getString(2))
					.forEach((answer) -> answer.get("words").forEach((word) -> words.add(word.asString())));
				JSON.readTree(row.getString(3))
					.get("findings")
					.forEach((finding) -> words.add(finding.get("rule").asString() + " "));
			});
		return said;
	}

	/**
	 * People who were signed in a minute ago are still so; their sessions go by the real
	 * time.
	 */
	void wakeSessions() {
		long now = System.currentTimeMillis();
		this.database.sql("update spring_session set last_access_time = ?, expiry_time = ?")
			.params(now, now + 900_000)
			.update();
	}

	/** How many there are of everything, now. */
	Map<String, Long> counts() {
		return COUNTS.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(count) -> this.database.sql(count.getValue()).query(Long.class).single()));
	}

	/** How many rows of the journal are about or by the client of a case. */
	long journalOf(String reference) {
		UUID id = this.database.sql(CASE_ID).param(reference).query(UUID.class).single();
		return this.database
			.sql("select count(*) from journal_entry join journal_person on pseudonym = subject or pseudonym = who "
					+ "where person = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	/** The hash of a row of the journal. */
	String hash(long number) {
		return this.database.sql("select hash from journal_entry where number = ?")
			.param(number)
			.query(String.class)
			.single();
	}

	/**
	 * The secrets of one database: nothing of it can be read from the database itself.
	 *
	 * @param journal the end of its journal
	 * @param staff links, codes and sessions of the people who work there
	 * @param drafts the secrets of the drafts
	 * @param cases the references and links of the cases
	 */
	record Keys(End journal, Map<String, String> staff, Map<String, String> drafts, Map<String, Key> cases) {
	}

	/** The last row of the journal. */
	record End(long rows, String hash) {
	}

	/** How a case is found: by the practice, and by its client. */
	record Key(String reference, String link) {
	}

	/**
	 * What must be there.
	 *
	 * @param clock when the earlier version wrote its last row
	 * @param counts how many there are of everything
	 * @param words the words of the pages for states and the like, in one place
	 * @param cases the cases
	 */
	record Expected(Instant clock, Map<String, Long> counts, Map<String, String> words, Map<String, Case> cases) {

		String word(String key) {
			return this.words.getOrDefault(key, "There is no word for " + key);
		}

	}

	/**
	 * A case, as it must be found again. Lists that the file leaves out are empty.
	 *
	 * @param gone whether it was forgotten
	 * @param client its client's name
	 * @param reach how to reach them
	 * @param need what it needs, as the worklist filters
	 * @param level the level of its referral
	 * @param acts what a therapist can do with it
	 * @param plan whether its client sees a plan
	 * @param technique the name of the technique
	 * @param minutes the length of a session
	 * @param rounds how often answers were decided
	 * @param journal the rows of the journal about it
	 * @param sessions the sessions that are looked at
	 * @param result what its client reads
	 * @param desk what the practice reads
	 * @param notes the words of its notes, by session
	 */
	record Case(boolean gone, @Nullable String client, @Nullable String reach, @Nullable String need,
			@Nullable String level, @Nullable List<String> acts, boolean plan, @Nullable String technique, int minutes,
			int rounds, long journal, @Nullable List<Day> sessions, @Nullable List<String> result,
			@Nullable List<String> desk, @Nullable Map<Integer, List<String>> notes) {

		List<Day> days() {
			return (this.sessions != null) ? this.sessions : List.of();
		}

		static List<String> orNone(@Nullable List<String> list) {
			return (list != null) ? list : List.of();
		}

	}

	/**
	 * A session.
	 *
	 * @param day the day that holds
	 * @param state what became of it
	 * @param note whether there is a note
	 */
	record Day(String day, String state, String note) {
	}

}
