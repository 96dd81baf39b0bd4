package org.backwise.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.practice.UnsetPractice;
import org.backwise.practice.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DataJpaTest
@Import({ Journal.class, Chain.class, Words.class, UnsetPractice.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class JournalTests {

	private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456789Z");

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final UUID account = UUID.randomUUID();

	private final UUID intake = UUID.randomUUID();

	@BeforeEach
	void beginAnew() {
		this.jdbc.sql("delete from journal_entry").update();
		this.jdbc.sql("delete from journal_proved").update();
		this.jdbc.sql("delete from journal_person").update();
		this.jdbc.sql("update journal_head set last_number = 0, last_hash = ?").param(Link.START).update();
	}

	@Test
	void keepsWhoDidWhatAboutWhom() {
		this.journal.note(Action.INTAKE_SENT, new Who.Client(this.intake), this.intake);
		this.journal.note(Action.CASE_READ, new Who.Staff(this.account), this.intake);
		this.journal.note(Action.SIGN_IN_FAILED, new Who.Unknown(), null);
		assertThat(this.journal.about(this.intake)).extracting(JournalEntry::action, JournalEntry::who)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(Action.INTAKE_SENT, "The client"),
					org.assertj.core.groups.Tuple.tuple(Action.CASE_READ, "Mara Lind"));
		assertThat(this.journal.before(Long.MAX_VALUE, 2)).extracting(JournalEntry::number).containsExactly(3L, 2L);
		assertThat(this.journal.check().isWhole()).isTrue();
	}

	@Test
	void holdsNobodysId() {
		this.journal.note(Action.CASE_READ, new Who.Staff(this.account), this.intake);
		assertThat(this.jdbc.sql("select * from journal_entry").query().singleRow().values())
			.doesNotContain(this.account, this.intake);
	}

	@Test
	void writesWithItsTransactionOrNotAtAll() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.journal.note(Action.ERASED, new Who.System(), this.intake);
			status.setRollbackOnly();
		});
		assertThat(this.journal.about(this.intake)).isEmpty();
		assertThat(this.journal.check().entries()).isZero();
	}

	@Test
	void refusesATransactionThatMayNotWrite() {
		TransactionTemplate readOnly = new TransactionTemplate(this.transactions);
		readOnly.setReadOnly(true);
		assertThatIllegalStateException().isThrownBy(() -> readOnly
			.executeWithoutResult((status) -> this.journal.note(Action.CASE_READ, new Who.System(), null)));
	}

	@Test
	void findsAnAlteredARemovedAndALostRow() {
		for (int row = 0; row < 5; row++) {
			this.journal.note(Action.CASE_READ, new Who.Staff(this.account), this.intake);
		}
		for (String tampering : List.of("update journal_entry set action = 'ERASED' where number = 3",
				"update journal_entry set noted_at = timestamp with time zone '2020-01-01 00:00:00+00' where number = 3",
				"update journal_entry set who = null where number = 3", "delete from journal_entry where number = 3")) {
			assertThat(brokenBy(tampering)).as(tampering).isEqualTo(3);
		}
		assertThat(brokenBy("insert into journal_entry (number, noted_at, action, kind, previous_hash, hash) "
				+ "values (6, current_timestamp, 'CASE_READ', 'system', '" + "0".repeat(64) + "', '" + "0".repeat(64)
				+ "')"))
			.isEqualTo(6);
		assertThat(brokenBy("delete from journal_entry where number = 5")).isEqualTo(5);
		assertThat(brokenBy("delete from journal_entry")).isEqualTo(1);
		assertThat(this.journal.check()).isEqualTo(new ChainCheck(5, null, this.journal.check().lastHash(), 0, null));
	}

	@Test
	void followsWhatIsNewSinceTheLastProofAndAllOfItWhenAsked() {
		note(5);
		this.journal.checkAll(new Who.System());
		note(2);
		assertThat(this.journal.check()).matches(ChainCheck::isWhole)
			.returns(8L, ChainCheck::entries)
			.returns(5L, ChainCheck::earlier);
		assertThat(brokenBy("update journal_entry set action = 'ERASED' where number = 7")).as("newer").isEqualTo(7);
		assertThat(brokenBy("delete from journal_entry where number = 5")).as("the proved row itself").isEqualTo(5);
		assertThat(brokenBy("delete from journal_entry where number > 5")).isEqualTo(6);
		assertThat(brokenBy("update journal_entry set action = 'ERASED' where number = 3")).as("before").isNull();
		this.jdbc.sql("update journal_entry set action = 'ERASED' where number = 3").update();
		assertThat(this.journal.checkAll(new Who.System()).firstBroken()).isEqualTo(3);
		assertThat(this.journal.check().firstBroken()).as("from then on on each page").isEqualTo(3);
	}

	@Test
	void twoWhoCheckEverythingAtOnceDoNotMeet() throws Exception {
		note(3);
		var threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<ChainCheck>> checks = java.util.stream.IntStream.range(0, 12)
				.mapToObj((n) -> threads.submit(() -> this.journal.checkAll(new Who.System())))
				.toList();
			for (Future<ChainCheck> check : checks) {
				assertThat(check.get().isWhole()).isTrue();
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.journal.check()).matches(ChainCheck::isWhole).returns(15L, ChainCheck::entries);
	}

	private void note(int times) {
		for (int row = 0; row < times; row++) {
			this.journal.note(Action.CASE_READ, new Who.Staff(this.account), this.intake);
		}
	}

	@Test
	void anAlteredRowIsStillShown() {
		this.journal.note(Action.CASE_READ, new Who.Staff(this.account), this.intake);
		this.jdbc.sql("update journal_entry set action = 'NOTHING_KNOWN', kind = 'ghost'").update();
		assertThat(this.journal.before(Long.MAX_VALUE, 9)).singleElement()
			.returns(Action.UNREADABLE, JournalEntry::action)
			.returns("Somebody not signed in", JournalEntry::who);
		assertThat(this.journal.check().firstBroken()).isEqualTo(1);
	}

	private Long brokenBy(String tampering) {
		return new TransactionTemplate(this.transactions).execute((status) -> {
			status.setRollbackOnly();
			assertThat(this.jdbc.sql(tampering).update()).isPositive();
			return this.journal.check().firstBroken();
		});
	}

	@Test
	void forgettingSomebodyBreaksNothing() {
		this.journal.note(Action.INTAKE_SENT, new Who.Client(this.intake), this.intake);
		this.journal.forget(this.intake);
		assertThat(this.journal.check()).matches(ChainCheck::isWhole).returns(1L, ChainCheck::entries);
		assertThat(this.journal.about(this.intake)).isEmpty();
		assertThat(this.journal.before(Long.MAX_VALUE, 9)).singleElement()
			.returns("The client", JournalEntry::who)
			.returns(null, JournalEntry::intake);
	}

	@Test
	void keepsOneOrderWhenManyWriteAtOnce() throws Exception {
		var threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> notes = java.util.stream.IntStream.range(0, 40)
				.<Future<?>>mapToObj((row) -> threads
					.submit(() -> this.journal.note(Action.CASE_READ, new Who.Staff(this.account), this.intake)))
				.toList();
			for (Future<?> note : notes) {
				note.get();
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.journal.check()).matches(ChainCheck::isWhole).returns(40L, ChainCheck::entries);
	}

	@TestConfiguration
	static class Surroundings {

		@Bean
		Clock clock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

		@Bean
		StaffNames names() {
			return (account) -> java.util.Optional.of("Mara Lind");
		}

		@Bean(name = "messageSource")
		MessageSource messageSource() {
			ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
			messages.setBasenames("messages-journal");
			return messages;
		}

	}

}
