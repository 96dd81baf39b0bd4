package org.backwise.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Judges PDF files with veraPDF in a process of its own: it needs classes that may not
 * stand beside ours. Where it lies is written by the build (pom.xml, execution verapdf).
 */
public final class VeraPdf {

	private static final Path CLASS_PATH = Path.of("target/verapdf.classpath");

	private static final Pattern VERDICT = Pattern.compile("^(PASS|FAIL|ERROR)\\s+(\\S+)", Pattern.MULTILINE);

	private static final int MOST_MINUTES = 5;

	private VeraPdf() {
	}

	/**
	 * What is wrong with some files.
	 * @param profile ua1 or 2a
	 * @param folder the folder with the files
	 * @return the names of the files, each with what veraPDF says; empty when all pass
	 */
	public static Map<String, String> failures(String profile, Path folder) {
		List<Path> files = files(folder);
		String said = run(profile, files);
		Map<String, String> failures = new TreeMap<>();
		files.forEach((file) -> failures.put(file.getFileName().toString(), "not judged: " + said.strip()));
		Matcher verdict = VERDICT.matcher(said);
		while (verdict.find()) {
			String name = Path.of(verdict.group(2)).getFileName().toString();
			if (verdict.group(1).equals("PASS")) {
				failures.remove(name);
			}
			else {
				failures.put(name, said.substring(verdict.start()).lines().limit(4).toList().toString());
			}
		}
		return failures;
	}

	private static List<Path> files(Path folder) {
		try (var all = Files.list(folder)) {
			return all.filter((file) -> file.toString().endsWith(".pdf")).map(Path::toAbsolutePath).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String run(String profile, List<Path> files) {
		assertThat(CLASS_PATH).as("written by the build: mvn process-test-resources").exists();
		List<String> command = new ArrayList<>();
		try {
			command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					Files.readString(CLASS_PATH), "org.verapdf.apps.GreenfieldCliWrapper", "-f", profile, "--format",
					"text", "-v"));
			files.forEach((file) -> command.add(file.toString()));
			Path said = Files.createTempFile("verapdf", ".txt");
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(said.toFile())
				.start();
			try {
				assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as("veraPDF takes too long").isTrue();
			}
			finally {
				process.destroyForcibly();
			}
			return Files.readString(said, StandardCharsets.UTF_8);
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
