package org.backwise.exports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Says where a value is not what a schema of the description says. */
class SchemaCheck {

	/** What is understood here; another word in a schema is an error. */
	private static final Set<String> WORDS = Set.of("$ref", "type", "enum", "oneOf", "minimum", "maximum", "items",
			"minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "properties", "required",
			"additionalProperties", "propertyNames", "description", "format");

	private final JsonNode api;

	SchemaCheck(JsonNode api) {
		this.api = api;
	}

	List<String> problems(JsonNode schema, JsonNode value) {
		List<String> problems = new ArrayList<>();
		check(schema, value, "", problems);
		return problems;
	}

	private void check(JsonNode schema, JsonNode value, String at, List<String> problems) {
		schema.propertyNames().stream().filter((word) -> !WORDS.contains(word)).forEach((word) -> {
			throw new IllegalArgumentException("A schema says " + word);
		});
		if (schema.has("$ref")) {
			check(this.api.at(schema.get("$ref").stringValue().substring(1)), value, at, problems);
			return;
		}
		if (schema.has("oneOf")) {
			long fitting = schema.get("oneOf")
				.values()
				.stream()
				.filter((one) -> problems(one, value).isEmpty())
				.count();
			note(fitting == 1, at + " fits " + fitting, problems);
			return;
		}
		if (schema.has("type") && !isOfType(schema.get("type"), value)) {
			problems.add(at + " is no " + schema.get("type"));
			return;
		}
		note(!schema.has("enum") || schema.get("enum").values().contains(value), at + " is none of those", problems);
		if (value.isNumber()) {
			note(!schema.has("minimum") || value.intValue() >= schema.get("minimum").intValue(), at + " is low",
					problems);
			note(!schema.has("maximum") || value.intValue() <= schema.get("maximum").intValue(), at + " is high",
					problems);
		}
		if (value.isString()) {
			size(schema, "Length", value.stringValue().length(), at, problems);
		}
		if (value.isArray()) {
			size(schema, "Items", value.size(), at, problems);
			note(!schema.path("uniqueItems").booleanValue(false)
					|| new HashSet<>(value.values()).size() == value.size(), at + " repeats", problems);
			for (int i = 0; i < value.size(); i++) {
				check(schema.get("items"), value.get(i), at + "/" + i, problems);
			}
		}
		if (value.isObject()) {
			object(schema, value, at, problems);
		}
	}

	private void object(JsonNode schema, JsonNode value, String at, List<String> problems) {
		schema.path("required")
			.values()
			.forEach((key) -> note(value.has(key.stringValue()), at + " lacks " + key, problems));
		JsonNode others = schema.path("additionalProperties");
		for (String key : value.propertyNames()) {
			JsonNode known = schema.path("properties").path(key);
			if (!known.isMissingNode()) {
				check(known, value.get(key), at + "/" + key, problems);
			}
			else if (others.isObject()) {
				check(others, value.get(key), at + "/" + key, problems);
				String quoted = '"' + key + '"';
				note(!schema.has("propertyNames")
						|| schema.get("propertyNames").get("enum").toString().contains(quoted), at + " has " + key,
						problems);
			}
			else {
				problems.add(at + " has " + key);
			}
		}
	}

	private static void size(JsonNode schema, String of, int size, String at, List<String> problems) {
		note(!schema.has("min" + of) || size >= schema.get("min" + of).intValue(), at + " is short", problems);
		note(!schema.has("max" + of) || size <= schema.get("max" + of).intValue(), at + " is long", problems);
	}

	private static boolean isOfType(JsonNode type, JsonNode value) {
		if (type.isArray()) {
			return type.values().stream().anyMatch((one) -> isOfType(one, value));
		}
		return switch (type.stringValue()) {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "string" -> value.isString();
			case "integer" -> value.isIntegralNumber();
			case "boolean" -> value.isBoolean();
			case "null" -> value.isNull();
			default -> throw new IllegalArgumentException("A schema says " + type);
		};
	}

	private static void note(boolean good, String problem, List<String> problems) {
		if (!good) {
			problems.add(problem);
		}
	}

}
