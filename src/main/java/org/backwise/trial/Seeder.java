package org.backwise.trial;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.AnswerSheet;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;
import org.backwise.trial.SeedTables.MadeUpIntake;
import org.backwise.trial.SeedTables.Sheet;

/**
 * Makes up intakes, a large piece at a time. A few thousand different answer sheets are
 * decided by the real rules; every intake takes one of them, with a name, a day and a key
 * of its own. The wording that each was asked in is left out, to keep a million of them
 * small.
 */
class Seeder {

	private static final int SHEETS = 2_000;

	private static final int PIECE = 20_000;

	private static final int SAID_EVERY = 100_000;

	private static final int MINUTES = 1_000 * 24 * 60;

	private static final List<String> FIRST = List.of("Ada", "Bo", "Chidi", "Dana", "Eun-ji", "Farid", "Grace", "Hana",
			"Ivo", "Jules", "Kofi", "Lena", "Mats", "Noor", "Omar", "Pia", "Quinn", "Rosa", "Sami", "Tove", "Uma",
			"Vera", "Wes", "Xiu", "Yara", "Zeno");

	private static final List<String> LAST = List.of("Abara", "Berg", "Cole", "Dias", "Ek", "Fox", "Grau", "Holm",
			"Ito", "Jansen", "Khan", "Lund", "Moreau", "Nwosu", "Ortiz", "Park", "Quist", "Reyes", "Sato", "Turan",
			"Ueda", "Voss", "Wood", "Xu", "Young", "Zaman");

	private final SeedTables tables;

	private final TransactionTemplate transaction;

	private final KnowledgeFiles files;

	private final Triage triage;

	private final JsonMapper json;

	private final PrintStream out;

	private final Random random = new Random();

	private final Instant now = Clock.systemUTC().instant();

	Seeder(DataSource database, KnowledgeFiles files, PrintStream out) {
		this.tables = new SeedTables(database);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
		this.files = files;
		this.triage = new Triage(new KnowledgeReader().read(files));
		this.json = JsonMapper.builder()
			.enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
			.addModule(new SimpleModule().addSerializer(Answer.class, new AnswerWriter()))
			.build();
		this.out = out;
	}

	/** When somebody sent which sheet. */
	private record Sending(OffsetDateTime at, Sheet sheet) {

		/** The order of the indexes that a time stands in. */
		private static final Comparator<Sending> ORDER = Comparator
			.comparing((Sending sending) -> sending.sheet().assessment().outcome())
			.thenComparing(Sending::at);

		@Override
		public String toString() {
			return "a made-up sending";
		}

	}

	void seed(int number) {
		KnowledgeBase base = this.triage.knowledge();
		this.tables.keepKnowledge(base.sha256(), base.about().version(),
				this.json.writeValueAsString(this.files.rules()), this.now);
		this.tables.keepWords(base.language().sha256(), base.language().tag(),
				this.json.writeValueAsString(this.files.words(base.language().tag())), this.now);
		List<Sheet> sheets = sheets(Math.min(SHEETS, number));
		Ladder ladder = new Ladder(number, this.random);
		int done = 0;
		while (done < number) {
			int size = Math.min(PIECE, number - done);
			add(sendings(sheets, size), ladder);
			done += size;
			if (done % SAID_EVERY == 0) {
				this.out.println(done + " intakes");
			}
		}
		this.out.println("Made up " + number + " intakes. The worklist is drawn at the next start.");
	}

	private List<Sheet> sheets(int number) {
		MadeUpSheets people = new MadeUpSheets(this.triage, this.random);
		List<Sheet> sheets = new ArrayList<>();
		while (sheets.size() < number) {
			Reading reading = people.next();
			if (reading.isComplete()) {
				Assessment assessment = this.triage.assess(reading);
				sheets.add(new Sheet(assessment,
						this.json.writeValueAsString(AnswerSheet.of(reading.answers(), this.triage.knowledge())),
						this.json.writeValueAsString(assessment)));
			}
		}
		return sheets;
	}

	private List<Sending> sendings(List<Sheet> sheets, int number) {
		return IntStream.range(0, number)
			.mapToObj((i) -> new Sending(
					this.now.minus(Duration.ofMinutes(this.random.nextInt(MINUTES))).atOffset(ZoneOffset.UTC),
					sheets.get(this.random.nextInt(sheets.size()))))
			.sorted(Sending.ORDER)
			.toList();
	}

	/** A reference that is taken already, in a database of many, costs a second try. */
	private void add(List<Sending> sendings, Ladder ladder) {
		List<Ladder.Rung> rungs = sendings.stream().map((sending) -> ladder.climb()).toList();
		while (true) {
			try {
				this.transaction.executeWithoutResult((status) -> this.tables.add(IntStream.range(0, rungs.size())
					.mapToObj((i) -> intake(sendings.get(i), rungs.get(i)))
					.toList()));
				return;
			}
			catch (DuplicateKeyException ex) {
				this.out.println("Making up other references");
			}
		}
	}

	private MadeUpIntake intake(Sending sending, Ladder.Rung rung) {
		return new MadeUpIntake(rung.id(), rung.id(), rung.reference(), rung.linkHash(), sending.at(),
				client(sending.sheet()), sending.sheet());
	}

	/** Who was referred need not say who they are. */
	private @Nullable String client(Sheet sheet) {
		return (sheet.level() == null || this.random.nextBoolean()) ? pick(FIRST) + " " + pick(LAST) : null;
	}

	private String pick(List<String> names) {
		return names.get(this.random.nextInt(names.size()));
	}

}
