package org.backwise.trial;

import java.io.PrintStream;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

import org.backwise.care.PlansAsRows;
import org.backwise.knowledge.KnowledgeFiles;

/**
 * The command line {@code seed-intakes <number>}: puts made-up, decided intakes into the
 * database that the settings name. Other settings follow as usual, such as
 * {@code --spring.datasource.url=…}.
 */
public final class SeedCommand {

	/** The first argument that asks for this command. */
	public static final String NAME = "seed-intakes";

	private static final String NUMBER = "[1-9][0-9]{0,7}";

	private SeedCommand() {
	}

	/**
	 * Runs the command.
	 * @param arguments what follows the command's name: how many, and settings
	 * @param out where it says what it did
	 * @return the exit code: 0 when all are there, 2 when the arguments are wrong
	 */
	public static int run(List<String> arguments, PrintStream out) {
		if (arguments.isEmpty() || !arguments.get(0).matches(NUMBER)) {
			out.println("Usage: " + NAME + " <number> [settings such as --spring.datasource.url=…]");
			return 2;
		}
		int number = Integer.parseInt(arguments.get(0));
		try (ConfigurableApplicationContext database = new SpringApplicationBuilder(Database.class)
			.web(WebApplicationType.NONE)
			.run(arguments.subList(1, arguments.size()).toArray(String[]::new))) {
			new Seeder(database.getBean(DataSource.class), KnowledgeFiles.builtIn(), out).seed(number);
		}
		return 0;
	}

	/** Only the database and its tables; no page, no job, no other room. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
	@Import(PlansAsRows.class)
	static class Database {

	}

}
