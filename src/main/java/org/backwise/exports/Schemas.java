package org.backwise.exports;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Short words for the JSON schemas that the description needs. */
final class Schemas {

	private Schemas() {
	}

	static JsonSchema text() {
		return type("string");
	}

	static JsonSchema bool() {
		return type("boolean");
	}

	static JsonSchema oneOf(List<String> values) {
		return text().with("enum", values);
	}

	static JsonSchema number(int from, @Nullable Integer to) {
		JsonSchema schema = type("integer").with("minimum", from);
		return (to != null) ? schema.with("maximum", to) : schema;
	}

	static JsonSchema list(JsonSchema of) {
		return type("array").with("items", of);
	}

	/** Closed: no other keys. */
	static JsonSchema object(Map<String, JsonSchema> properties, List<String> required) {
		JsonSchema schema = type("object").with("properties", properties).with("additionalProperties", false);
		return required.isEmpty() ? schema : schema.with("required", required);
	}

	/** Closed: every key is always there. */
	static JsonSchema object(Map<String, JsonSchema> properties) {
		return object(properties, List.copyOf(properties.keySet()));
	}

	/** Open: any key of a kind. */
	static JsonSchema map(JsonSchema keys, JsonSchema values) {
		return type("object").with("propertyNames", keys).with("additionalProperties", values);
	}

	static JsonSchema reference(String name) {
		return new JsonSchema().with("$ref", "#/components/schemas/" + name);
	}

	private static JsonSchema type(String type) {
		return new JsonSchema().with("type", type);
	}

}
