package org.backwise.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Answer sheets at the edge of a rule, each with the contract's decision. */
final class EdgeSheets {

	private static final YAMLMapper YAML = YAMLMapper.builder().build();

	private EdgeSheets() {
	}

	/**
	 * A sheet at an edge.
	 *
	 * @param shows the mistake it shows
	 * @param decided what the contract decides
	 * @param answers the whole sheet
	 */
	record Edge(String shows, String decided, Map<String, Object> answers) {

	}

	static List<Edge> read(Path file) {
		return YAML.readValue(file, new TypeReference<List<Edge>>() {
		});
	}

	static void write(Path file, List<Edge> edges) throws IOException {
		Files.createDirectories(file.getParent());
		YAML.writeValue(file, edges);
	}

}
