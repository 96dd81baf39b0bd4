package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A made-up language: English with every sentence in brackets. */
public final class Bracketed {

	private Bracketed() {
	}

	/**
	 * The words of the language.
	 * @return the text of a file of words
	 */
	public static String words() {
		YAMLMapper yaml = YAMLMapper.builder().disable(YAMLWriteFeature.SPLIT_LINES).build();
		Map<String, Object> english = yaml.readValue(KnowledgeFiles.builtIn().text("words/en.yaml"),
				new TypeReference<LinkedHashMap<String, Object>>() {
				});
		return yaml.writeValueAsString(bracketed(english));
	}

	private static Object bracketed(Object words) {
		if (words instanceof Map<?, ?> map) {
			Map<Object, Object> all = new LinkedHashMap<>();
			map.forEach((key, value) -> all.put(key, bracketed(value)));
			return all;
		}
		if (words instanceof List<?> list) {
			List<Object> all = new ArrayList<>();
			list.forEach((value) -> all.add(bracketed(value)));
			return all;
		}
		return (words instanceof String text) ? "[" + text + "]" : words;
	}

}
