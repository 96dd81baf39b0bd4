package org.backwise.exports;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Short words for the JSON schemas that the description needs. */
final class Schemas {

	private Schemas() {
	}

	static Schema<Object> text() {
		return type("string");
	}

	static Schema<Object> bool() {
		return type("boolean");
	}

	static Schema<Object> oneOf(List<String> values) {
		Schema<Object> schema = text();
		values.forEach(schema::addEnumItemObject);
		return schema;
	}

	static Schema<Object> number(int from, @Nullable Integer to) {
		Schema<Object> schema = type("integer");
		schema.minimum(BigDecimal.valueOf(from));
		if (to != null) {
			schema.maximum(BigDecimal.valueOf(to));
		}
		return schema;
	}

	static Schema<Object> list(Schema<?> of) {
		Schema<Object> schema = type("array");
		schema.items(of);
		return schema;
	}

	/** Closed: no other keys. */
	static Schema<Object> object(Map<String, Schema<?>> properties, List<String> required) {
		Schema<Object> schema = type("object");
		properties.forEach(schema::addProperty);
		schema.required(required);
		schema.additionalProperties(false);
		return schema;
	}

	/** Closed: every key is always there. */
	static Schema<Object> object(Map<String, Schema<?>> properties) {
		return object(properties, List.copyOf(properties.keySet()));
	}

	/** Open: any key of a kind. */
	static Schema<Object> map(Schema<?> keys, Schema<?> values) {
		Schema<Object> schema = type("object");
		schema.propertyNames(keys);
		schema.additionalProperties(values);
		return schema;
	}

	static Schema<Object> orNull(Schema<Object> schema) {
		schema.addType("null");
		if (schema.getEnum() != null) {
			schema.addEnumItemObject(null);
		}
		return schema;
	}

	static Schema<Object> reference(String name) {
		Schema<Object> schema = new Schema<>(SpecVersion.V31);
		schema.set$ref("#/components/schemas/" + name);
		return schema;
	}

	private static Schema<Object> type(String type) {
		Schema<Object> schema = new Schema<>(SpecVersion.V31);
		schema.types(new LinkedHashSet<>(Set.of(type)));
		return schema;
	}

}
