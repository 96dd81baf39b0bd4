package org.backwise.exports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a body as a tree of maps, lists, texts, whole numbers, true, false and null. Any
 * other value is one that nothing here takes.
 */
class TreeReader {

	private final StrictJson json;

	TreeReader(Phrases phrases, String empty) {
		this.json = new StrictJson(phrases, empty);
	}

	/** The tree; what stands for a body that is no JSON when there is a problem. */
	@Nullable Object read(byte @Nullable [] body, ProblemList problems) {
		return this.json.<@Nullable Object>read(body, (in) -> value(in, ProblemList.WHOLE, problems), (problem) -> {
			problems.add(new ApiProblem(null, problem.kind(), problem.message(), ProblemList.WHOLE));
			return StrictJson.Unfit.VALUE;
		});
	}

	private static @Nullable Object value(JsonParser in, String path, ProblemList problems) {
		return switch (in.currentToken()) {
			case START_OBJECT -> object(in, path, problems);
			case START_ARRAY -> list(in, path, problems);
			case VALUE_STRING -> in.getString();
			case VALUE_NUMBER_INT -> number(StrictJson.wholeNumber(in));
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case VALUE_NULL -> null;
			default -> StrictJson.Unfit.VALUE;
		};
	}

	private static Map<String, @Nullable Object> object(JsonParser in, String path, ProblemList problems) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		while (in.nextToken() == JsonToken.PROPERTY_NAME) {
			String key = in.currentName();
			in.nextToken();
			if (values.containsKey(key)) {
				problems.addOf(key, ProblemList.under(path, key), ApiProblem.REPEATED_KEY, "problem.repeated-key");
			}
			values.put(key, value(in, ProblemList.under(path, key), problems));
		}
		return values;
	}

	private static List<@Nullable Object> list(JsonParser in, String path, ProblemList problems) {
		List<@Nullable Object> entries = new ArrayList<>();
		while (in.nextToken() != JsonToken.END_ARRAY) {
			entries.add(value(in, ProblemList.under(path, entries.size()), problems));
		}
		return entries;
	}

	/** As the rules keep numbers, where it fits. */
	private static Number number(BigInteger number) {
		return (number.bitLength() < Integer.SIZE) ? number.intValue() : number;
	}

}
