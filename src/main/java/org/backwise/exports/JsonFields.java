package org.backwise.exports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An object of a body, asked key by key. What is missing or of another type is noted, and
 * something harmless stands in its place, so that one look names everything.
 */
class JsonFields {

	/** No plan has more of anything. */
	static final int MOST = 99;

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private final String path;

	private final @Nullable Map<?, ?> values;

	private final ProblemList problems;

	private final Set<String> known = new HashSet<>();

	/** Nothing is noted about an object that is not there: its own key was. */
	private JsonFields(String path, @Nullable Map<?, ?> values, ProblemList problems) {
		this.path = path;
		this.values = values;
		this.problems = problems;
	}

	static JsonFields of(@Nullable Object value, String path, ProblemList problems) {
		if (value instanceof Map<?, ?> values) {
			return new JsonFields(path, values, problems);
		}
		problems.add(path, ApiProblem.WRONG_TYPE, "problem.object-type");
		return new JsonFields(path, null, problems);
	}

	JsonFields object(String key) {
		return isThere(key) ? of(value(key), under(key), this.problems)
				: new JsonFields(under(key), null, this.problems);
	}

	List<JsonFields> objects(String key) {
		if (!isThere(key)) {
			return List.of();
		}
		if (!(value(key) instanceof List<?> entries)) {
			this.problems.add(under(key), ApiProblem.WRONG_TYPE, "problem.list-type");
			return List.of();
		}
		List<JsonFields> objects = new ArrayList<>();
		for (Object entry : entries) {
			objects.add(of(entry, ProblemList.under(under(key), objects.size()), this.problems));
		}
		return objects;
	}

	/**
	 * Question id to answer; null when there are none. An answer of null is one that no
	 * question takes.
	 */
	@Nullable Map<String, Object> answers(String key) {
		if (!isThere(key)) {
			return null;
		}
		if (!(value(key) instanceof Map<?, ?> given)) {
			this.problems.add(under(key), ApiProblem.WRONG_TYPE, "problem.sheet-type");
			return null;
		}
		Map<String, Object> answers = new LinkedHashMap<>();
		given.forEach((question, answer) -> answers.put((String) question,
				(answer != null) ? answer : StrictJson.Unfit.VALUE));
		return Collections.unmodifiableMap(answers);
	}

	int count(String key) {
		if (!isThere(key)) {
			return 0;
		}
		Object value = value(key);
		if (!(value instanceof Number)) {
			this.problems.add(under(key), ApiProblem.WRONG_TYPE, "problem.count-type");
			return 0;
		}
		if (value instanceof Integer count && count >= 0 && count <= MOST) {
			return count;
		}
		this.problems.add(under(key), ApiProblem.OUT_OF_RANGE, "problem.count-range", MOST);
		return 0;
	}

	boolean yes(String key) {
		if (!isThere(key)) {
			return false;
		}
		if (value(key) instanceof Boolean yes) {
			return yes;
		}
		this.problems.add(under(key), ApiProblem.WRONG_TYPE, "problem.yes-type");
		return false;
	}

	/** The one of some things whose id stands there; null when there is none. */
	<T> @Nullable T named(String key, List<T> things) {
		String id = text(key);
		Optional<T> named = things.stream().filter((thing) -> thing.toString().equals(id)).findFirst();
		if (id != null && named.isEmpty()) {
			this.problems.add(under(key), ApiProblem.UNKNOWN_ID, "problem.unknown-id",
					things.stream().map(Object::toString).collect(Collectors.joining(", ")));
		}
		return named.orElse(null);
	}

	@Nullable String text(String key) {
		if (!isThere(key)) {
			return null;
		}
		if (value(key) instanceof String text) {
			return text;
		}
		this.problems.add(under(key), ApiProblem.WRONG_TYPE, "problem.text-type");
		return null;
	}

	@Nullable LocalDate day(String key) {
		String text = text(key);
		if (text == null) {
			return null;
		}
		try {
			if (DAY.matcher(text).matches()) {
				return LocalDate.parse(text);
			}
		}
		catch (DateTimeParseException ex) {
			// no day of the calendar, such as the 30th of February
		}
		this.problems.add(under(key), ApiProblem.IMPOSSIBLE_DATE, "problem.day");
		return null;
	}

	/** The value of a key that may be left out or null. */
	@Nullable Object mayBe(String key) {
		this.known.add(key);
		return value(key);
	}

	/** Whether a key that may be left out says something. */
	boolean says(String key) {
		return mayBe(key) != null;
	}

	/** Notes all keys that nobody asked for. */
	void close() {
		if (this.values != null) {
			this.values.keySet()
				.stream()
				.map(String.class::cast)
				.filter((key) -> !this.known.contains(key))
				.forEach((key) -> this.problems.addOf(key, under(key), ApiProblem.UNKNOWN_KEY,
						"problem.unknown-key-here"));
		}
	}

	String path() {
		return this.path;
	}

	String under(String key) {
		return ProblemList.under(this.path, key);
	}

	private boolean isThere(String key) {
		this.known.add(key);
		if (this.values == null) {
			return false;
		}
		if (!this.values.containsKey(key)) {
			this.problems.add(under(key), ApiProblem.MISSING_KEY, "problem.missing-key-here", key);
			return false;
		}
		return true;
	}

	private @Nullable Object value(String key) {
		return (this.values != null) ? this.values.get(key) : null;
	}

}
