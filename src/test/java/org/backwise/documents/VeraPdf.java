package org.backwise.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges PDF files with veraPDF. */
public final class VeraPdf {

	private static final Pattern VERDICT = Pattern.compile("^(PASS|FAIL|ERROR)\\s+(\\S+)", Pattern.MULTILINE);

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
		List<String> arguments = new ArrayList<>(List.of("-f", profile, "--format", "text", "-v"));
		files.forEach((file) -> arguments.add(file.toString()));
		String said = Judge.run("org.verapdf.apps.GreenfieldCliWrapper", arguments);
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

}
