package org.backwise.seed;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import javax.sql.DataSource;

import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * Writes made-up intakes in batches. A few thousand different answer sheets are decided
 * by the real rules; every intake takes one of them, with a name, a day and a link of its
 * own. The wording that each was asked in is left out, to keep a million of them small.
 */
class Seeder {

	private static final int SHEETS = 2_000;

	private static final int BATCH = 1_000;

	private static final int DAYS = 1_000;

	private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int REFERENCE_LENGTH = 8;

	private static final int BITS = 5;

	private static final long LAST_PLACE = (1L << (BITS * REFERENCE_LENGTH)) - 1;

	private static final long STEP = 0x9E3779B97FL;

	private static final List<String> FIRST = List.of("Ada", "Bo", "Chidi", "Dana", "Eun-ji", "Farid", "Grace", "Hana",
			"Ivo", "Jules", "Kofi", "Lena", "Mats", "Noor", "Omar", "Pia", "Quinn", "Rosa", "Sami", "Tove", "Uma",
			"Vera", "Wes", "Xiu", "Yara", "Zeno");

	private static final List<String> LAST = List.of("Abara", "Berg", "Cole", "Dias", "Ek", "Fox", "Grau", "Holm",
			"Ito", "Jansen", "Khan", "Lund", "Moreau", "Nwosu", "Ortiz", "Park", "Quist", "Reyes", "Sato", "Turan",
			"Ueda", "Voss", "Wood", "Xu", "Young", "Zaman");

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final KnowledgeFiles files;

	private final Triage triage;

	private final JsonMapper json;

	private final PrintStream out;

	private final Random random = new Random();

	private long place = this.random.nextLong() & LAST_PLACE;

	private final Instant now = Clock.systemUTC().instant();

	Seeder(DataSource database, KnowledgeFiles files, PrintStream out) {
		this.jdbc = new JdbcTemplate(database);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
		this.files = files;
		this.triage = new Triage(new KnowledgeReader().read(files));
		this.json = JsonMapper.builder()
			.enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
			.addModule(new SimpleModule().addSerializer(Answer.class, new AnswerWriter()))
			.build();
		this.out = out;
	}

	/** A sheet that was decided, as it is stored. */
	private record Sheet(Assessment assessment, String answers, String decision) {

		@Override
		public String toString() {
			return "a made-up sheet";
		}

	}

	void seed(int number) {
		keepKnowledge();
		List<Sheet> sheets = sheets(Math.min(SHEETS, number));
		int done = 0;
		while (done < number) {
			int size = Math.min(BATCH, number - done);
			this.transaction.executeWithoutResult((status) -> write(sheets, size));
			done += size;
			if (done % (100 * BATCH) == 0) {
				this.out.println(done + " intakes");
			}
		}
		this.out.println("Made up " + number + " intakes. The worklist is drawn at the next start.");
	}

	private void keepKnowledge() {
		KnowledgeBase base = this.triage.knowledge();
		Integer kept = this.jdbc.queryForObject("select count(*) from knowledge_base where sha256 = ?", Integer.class,
				base.sha256());
		if (kept == null || kept == 0) {
			this.jdbc.update("insert into knowledge_base (sha256, version, content, first_used_at) values (?, ?, ?, ?)",
					base.sha256(), base.about().version(), this.json.writeValueAsString(this.files.texts()),
					utc(this.now));
		}
	}

	private List<Sheet> sheets(int number) {
		MadeUpSheets people = new MadeUpSheets(this.triage, this.random);
		List<Sheet> sheets = new ArrayList<>();
		while (sheets.size() < number) {
			Reading reading = people.next();
			if (reading.isComplete()) {
				Assessment assessment = this.triage.assess(reading);
				sheets.add(new Sheet(assessment, this.json.writeValueAsString(raw(reading)),
						this.json.writeValueAsString(assessment)));
			}
		}
		return sheets;
	}

	private Map<String, Object> raw(Reading reading) {
		Map<String, Object> raw = new LinkedHashMap<>();
		reading.answers().given().forEach((id, answer) -> {
			Question question = this.triage.knowledge().question(id);
			if (answer instanceof Answer.Choice choice) {
				raw.put(id, (question.kind() == Kind.SINGLE) ? choice.options().get(0) : choice.options());
			}
			else if (answer instanceof Answer.Amount amount) {
				raw.put(id, amount.value());
			}
		});
		return raw;
	}

	private void write(List<Sheet> sheets, int size) {
		List<Object[]> intakes = new ArrayList<>();
		List<Object[]> contacts = new ArrayList<>();
		List<Object[]> plans = new ArrayList<>();
		List<Object[]> sessions = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			Sheet sheet = sheets.get(this.random.nextInt(sheets.size()));
			Assessment assessment = sheet.assessment();
			UUID id = UUID.randomUUID();
			OffsetDateTime sent = utc(this.now.minus(Duration.ofMinutes(this.random.nextInt(DAYS * 24 * 60))));
			LocalDate firstDay = sent.toLocalDate().plusDays(7);
			intakes.add(new Object[] { id, reference(), hash(id.toString()), "seed", sent, sent,
					assessment.outcome().toString(),
					(assessment.level() != null) ? assessment.level().toString() : null, sheet.answers(), "[]", "[]",
					sheet.decision(), assessment.knowledge().sha256() });
			if (assessment.level() == null || this.random.nextBoolean()) {
				contacts.add(new Object[] { id, pick(FIRST) + " " + pick(LAST), null,
						(assessment.level() == null) ? firstDay : null, sent });
			}
			if (assessment.technique() != null) {
				plan(id, assessment, firstDay, sent, plans, sessions);
			}
		}
		this.jdbc.batchUpdate("insert into intake (id, reference, link_hash, consent_version, consented_at, sent_at, "
				+ "outcome, level, answers, wording, changes, decision, knowledge) "
				+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", intakes);
		this.jdbc.batchUpdate(
				"insert into intake_contact (intake, name, reach, first_day, given_at) " + "values (?, ?, ?, ?, ?)",
				contacts);
		this.jdbc
			.batchUpdate("insert into care_plan (id, intake, state, technique, alternative, first_day, proposed_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?)", plans);
		this.jdbc.batchUpdate(
				"insert into care_session (plan, number, phase, technique, on_day) values (?, ?, ?, ?, ?)", sessions);
	}

	private void plan(UUID intake, Assessment assessment, LocalDate firstDay, OffsetDateTime sent, List<Object[]> plans,
			List<Object[]> sessions) {
		Assessment.TechniqueChoice choice = Objects.requireNonNull(assessment.technique());
		UUID plan = UUID.randomUUID();
		plans.add(new Object[] { plan, intake, "PROPOSED", choice.primary(), choice.alternative(), firstDay, sent });
		LocalDate day = firstDay;
		int number = 0;
		for (PlannedPhase phase : assessment.phases()) {
			for (int i = 0; i < phase.sessions(); i++) {
				day = (number == 0) ? firstDay : day.plusDays(phase.everyDays());
				number++;
				sessions.add(new Object[] { plan, number, phase.phase(), choice.primary(), day });
			}
		}
	}

	/** Steps through all references there can be, so that none comes twice. */
	private String reference() {
		this.place = (this.place + STEP) & LAST_PLACE;
		StringBuilder reference = new StringBuilder();
		for (int i = 0; i < REFERENCE_LENGTH; i++) {
			reference.append(LETTERS.charAt((int) (this.place >> (BITS * i)) & (LETTERS.length() - 1)));
		}
		return reference.toString();
	}

	private String pick(List<String> names) {
		return names.get(this.random.nextInt(names.size()));
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	private static String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

}
