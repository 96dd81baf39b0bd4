package org.backwise.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Judges HTML with the Nu checker, the one of the W3C. What it says of browsers is of
 * 2020, and left out.
 */
public final class NuChecker {

	private static final String OF_ITS_TIME = "is not supported in all browsers";

	private NuChecker() {
	}

	/**
	 * What is wrong with some pages.
	 * @param pages HTML by a name for it
	 * @param folder an empty folder to put them into
	 * @return the errors and warnings, each with the name of its page; empty when all are
	 * valid
	 */
	public static List<String> problems(Map<String, String> pages, Path folder) {
		List<String> names = List.copyOf(pages.keySet());
		try {
			for (int i = 0; i < names.size(); i++) {
				Files.writeString(folder.resolve(i + ".html"), pages.get(names.get(i)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String said = Judge.run("nu.validator.client.SimpleCommandLineValidator",
				List.of("--format", "json", folder.toString()));
		List<String> problems = new ArrayList<>();
		for (JsonNode message : new ObjectMapper().readTree(said.substring(said.indexOf("{\"messages\"")))
			.path("messages")) {
			if (message.path("message").asString().contains(OF_ITS_TIME)) {
				continue;
			}
			String file = message.path("url").asString().replaceAll(".*/", "").replace(".html", "");
			problems.add(names.get(Integer.parseInt(file)) + ": " + message.path("message").asString() + " "
					+ message.path("extract").asString());
		}
		return problems;
	}

}
