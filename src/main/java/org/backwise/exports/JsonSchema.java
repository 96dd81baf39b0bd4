package org.backwise.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A JSON schema, with its keywords as they are written. */
final class JsonSchema {

	private final Map<String, Object> keywords = new LinkedHashMap<>();

	JsonSchema with(String keyword, Object value) {
		this.keywords.put(keyword, value);
		return this;
	}

	JsonSchema description(String words) {
		return with("description", words);
	}

	/** Takes null as well. */
	JsonSchema orNull() {
		this.keywords.computeIfPresent("type", (keyword, type) -> List.of(type, "null"));
		this.keywords.computeIfPresent("enum", (keyword, values) -> {
			List<@Nullable Object> also = new ArrayList<>((List<?>) values);
			also.add(null);
			return also;
		});
		return this;
	}

	@JsonValue
	Map<String, Object> keywords() {
		return this.keywords;
	}

}
