package org.backwise.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.backwise.knowledge.KnowledgeReader;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A YAML file that comes with Backwise, read strictly and from nowhere else. */
final class BuiltInFile {

	static final YAMLMapper YAML = YAMLMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
		.addModule(KnowledgeReader.conditions())
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
		.build();

	private BuiltInFile() {
	}

	static <T> T read(String name, Class<T> type) {
		try (InputStream in = BuiltInFile.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException(name + " is missing.");
			}
			return YAML.readValue(in, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
