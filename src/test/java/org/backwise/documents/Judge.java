package org.backwise.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a program that judges what we make, in a process of its own: it needs classes that
 * may not stand beside ours. Where they lie is written by the build (pom.xml, execution
 * judges).
 */
final class Judge {

	private static final Path CLASS_PATH = Path.of("target/judges.classpath");

	private static final int MOST_MINUTES = 5;

	private Judge() {
	}

	/** All that it says. */
	static String run(String program, List<String> arguments) {
		assertThat(CLASS_PATH).as("written by the build: mvn process-test-resources").exists();
		try {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
							Files.readString(CLASS_PATH), program));
			command.addAll(arguments);
			Path said = Files.createTempFile("judged", ".txt");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(said.toFile())
				.start();
			try {
				assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as("%s takes too long", program).isTrue();
				return Files.readString(said, StandardCharsets.UTF_8);
			}
			finally {
				process.destroyForcibly();
				Files.delete(said);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
