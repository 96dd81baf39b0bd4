package org.backwise.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PatienceTests {

	@Test
	void whoWaitedInVainDoesNotWaitAgain() {
		Patience patience = Patience.hurried(Duration.ofSeconds(4));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> patience.await(() -> {
			throw new SQLException("stopped", "57014");
		}));
		assertThatExceptionOfType(SQLTransientConnectionException.class)
			.isThrownBy(() -> patience.await(() -> "an answer"));
	}

	@Test
	void whatWasRefusedForItselfEndsNoPatience() throws SQLException {
		Patience patience = Patience.hurried(Duration.ofSeconds(4));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> patience.await(() -> {
			throw new SQLException("there is one", "23505");
		}));
		assertThat(patience.await(() -> "an answer")).isEqualTo("an answer");
	}

	@Test
	void slowAnswersAddUp() throws Exception {
		Patience patience = Patience.hurried(Duration.ofMillis(400));
		patience.await(() -> pause(200));
		assertThat(patience.next()).isBetween(250L, 300L);
		patience.await(() -> pause(250));
		assertThatExceptionOfType(SQLTransientConnectionException.class)
			.isThrownBy(() -> patience.await(() -> "an answer"));
		assertThat(patience.tidy(() -> "tidied")).isEqualTo("tidied");
	}

	@Test
	void whatTakesLongByNatureMayGoOnWithShortAnswers() throws Exception {
		Patience patience = Patience.unhurried(Duration.ofMillis(300));
		for (int i = 0; i < 3; i++) {
			patience.await(() -> pause(150));
		}
		assertThat(patience.next()).isEqualTo(300);
	}

	private static String pause(long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return "";
	}

}
