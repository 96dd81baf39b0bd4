package org.backwise.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import org.backwise.AtOnce;
import org.backwise.PostgresTest;
import org.backwise.TestDesk;
import org.backwise.cases.Case;
import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.Message.State;

import static org.assertj.core.api.Assertions.assertThat;

/** The same rows on PostgreSQL, where several instances may share one database. */
@SpringBootTest(properties = { "backwise.desk.address=https://desk.example", "backwise.mail.goes=false",
		"backwise.limits.enabled=false", "backwise.practice.name=Larkfield" })
@ContextConfiguration(initializers = PostgresTest.OwnDatabase.class)
@AutoConfigureMockMvc
@Import(TestDesk.class)
class PostgresOutboxTests extends OutboxScenario {

	@Test
	void severalInstancesSendEachOnce() throws Exception {
		ownerWants(Choice.NEW, Choice.MISSING);
		for (int i = 0; i < 40; i++) {
			this.people.planned("many-" + i);
		}
		Case client = inCare("mine", Choice.PLAN, Choice.CHECK_IN);
		this.outboxClock.lookNow();
		this.outboxClock.lookNow();
		Callable<Integer> one = this.drain::round;
		AtOnce.all(List.of(one, one, one));
		Set<String> ids = new HashSet<>();
		for (MimeMessage mail : got()) {
			assertThat(ids.add(mail.getMessageID())).isTrue();
		}
		assertThat(all()).extracting(Message::state).contains(State.SENT);
		assertThat(ids).hasSizeGreaterThanOrEqualTo(42);
		this.rows.over(State.SENT, 5);
		this.transaction.executeWithoutResult((status) -> this.rows.trouble(Trouble.SILENT, this.clock.instant(),
				this.clock.instant().minus(Drain.LONGEST)));
		this.outboxClock.pruneNow();
		this.transaction.executeWithoutResult((status) -> this.rows.forget(client.id()));
		assertThat(this.rows.about(client.id())).isEmpty();
	}

}
