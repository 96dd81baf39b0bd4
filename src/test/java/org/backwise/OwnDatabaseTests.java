package org.backwise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every test that starts the application names its database. Without a name it would open
 * that of whoever runs the tests, in {@code ./data}: the one the README's first command
 * made, or makes next.
 */
class OwnDatabaseTests {

	private static final Pattern STARTS = Pattern.compile("(?m)^@(SpringBootTest|ApplicationModuleTest)\\b");

	private static final Pattern NAMES = Pattern.compile("spring\\.datasource\\.url=|PostgresTest\\.OwnDatabase");

	@Test
	void noTestOpensTheDatabaseOfWhoeverRunsIt() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
			List<Path> starting = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> STARTS.matcher(text(file)).find())
				.toList();
			assertThat(starting).hasSizeGreaterThan(10)
				.allSatisfy((file) -> assertThat(text(file)).containsPattern(NAMES));
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
