package org.backwise.trial;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Made-up intakes get into an empty database, decided by the real rules. */
class SeedCommandTests {

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.said);

	@Test
	void fillsAnEmptyDatabase() throws Exception {
		String url = "jdbc:h2:mem:seed;DB_CLOSE_DELAY=-1";
		assertThat(SeedCommand.run(List.of("1500", "--spring.datasource.url=" + url), this.out)).isZero();
		assertThat(SeedCommand.run(List.of("500", "--spring.datasource.url=" + url), this.out)).isZero();
		try (Connection connection = DriverManager.getConnection(url, "backwise", "")) {
			assertThat(count(connection, "care_case")).isEqualTo(2_000);
			assertThat(count(connection, "case_round where level is null")).isPositive()
				.isEqualTo(count(connection, "care_plan"));
			assertThat(count(connection, "case_round where level = 'see-doctor'")).isPositive();
			assertThat(count(connection, "care_session")).isPositive();
		}
		assertThat(this.said.toString()).contains("Made up 1500 intakes");
	}

	@Test
	void saysHowToUseIt() {
		for (String wrong : List.of("", "0", "-1", "many", "999999999999")) {
			assertThat(SeedCommand.run(List.of(wrong), this.out)).as(wrong).isEqualTo(2);
		}
		assertThat(SeedCommand.run(List.of(), this.out)).isEqualTo(2);
	}

	private static long count(Connection connection, String from) throws Exception {
		try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + from)) {
			rows.next();
			return rows.getLong(1);
		}
	}

}
