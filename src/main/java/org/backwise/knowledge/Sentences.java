package org.backwise.knowledge;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Puts the sentences of a language into what the rule files say, by id. An id without its
 * sentence, a sentence without its id and a sentence in a rule file are problems.
 */
class Sentences {

	private final ObjectMapper mapper;

	private final KnowledgeFiles files;

	private final String name;

	private final JsonNode words;

	private final List<String> problems;

	/** Sentences for which there is nothing to say them of. */
	private final List<String> idle = new ArrayList<>();

	/** Sentences of one language. */
	Sentences(ObjectMapper mapper, KnowledgeFiles files, String name, JsonNode words, List<String> problems) {
		this.mapper = mapper;
		this.files = files;
		this.name = name;
		this.words = words;
		this.problems = problems;
	}

	/** What is said of nothing: wrong, but no reason not to look at the rest. */
	List<String> idle() {
		return this.idle;
	}

	/** What a rule file says, with its sentences. */
	<T extends Record> T into(T content, String file) {
		String part = file.replace(".yaml", "");
		return into(content, this.words.path(part), this.name + ", " + part, file);
	}

	private <T extends Record> T into(T entry, JsonNode said, String where, String file) {
		RecordComponent[] components = entry.getClass().getRecordComponents();
		@Nullable Object[] values = new @Nullable Object[components.length];
		Set<String> known = new LinkedHashSet<>();
		for (int i = 0; i < components.length; i++) {
			String key = KnowledgeReader.kebab(components[i].getName());
			@Nullable Object value = KnowledgeReader.value(entry, components[i]);
			JsonNode words = said.path(key);
			boolean sentence = components[i].isAnnotationPresent(Sentence.class);
			if (sentence || holdsEntries(value)) {
				known.add(key);
			}
			if (sentence) {
				if (value != null) {
					this.problems.add(file + ", " + idOf(entry, key) + ": the sentence '" + key + "' stands in "
							+ this.name + ", not here");
				}
				values[i] = sentence(components[i], words, where, key);
			}
			else {
				values[i] = inner(value, words, where + ", " + key, file);
			}
		}
		unknown(said, known, where);
		return rebuilt(entry, components, values);
	}

	private @Nullable Object inner(@Nullable Object value, JsonNode words, String where, String file) {
		if (value instanceof Record inner && !(value instanceof Condition)) {
			return into(inner, words, where, file);
		}
		if (!(value instanceof List<?> list) || !holdsEntries(value)) {
			return value;
		}
		List<Record> filled = new ArrayList<>();
		Set<String> ids = new LinkedHashSet<>();
		for (Object item : list) {
			String id = idOf((Record) item, String.valueOf(filled.size() + 1));
			ids.add(id);
			filled.add(into((Record) item, words.path(id), where + ", " + id, file));
		}
		unknown(words, ids, where);
		return filled;
	}

	private @Nullable Object sentence(RecordComponent component, JsonNode words, String where, String key) {
		if (words.isMissingNode() || words.isNull()) {
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				this.problems.add(where + ": the sentence '" + key + "' is missing");
			}
			return null;
		}
		try {
			Object value = this.mapper.readerFor(this.mapper.constructType(component.getGenericType()))
				.readValue(this.mapper.treeAsTokens(words));
			boolean blank = words.isString() ? words.stringValue().isBlank()
					: words.valueStream().anyMatch((part) -> part.isString() && part.stringValue().isBlank());
			if (blank) {
				this.problems.add(where + ": the sentence '" + key + "' is empty");
			}
			if (value instanceof Record inner) {
				KnowledgeReader.requireKeys(inner, () -> where + ", " + key, this.files, this.problems, null);
			}
			return value;
		}
		catch (JacksonException ex) {
			this.problems.add(where + ": '" + key + "' has not the shape of this sentence");
			return null;
		}
	}

	private void unknown(JsonNode said, Set<String> known, String where) {
		if (!said.isMissingNode() && !said.isObject()) {
			this.problems.add(where + ": ids or names with their sentences are expected");
			return;
		}
		said.propertyNames()
			.stream()
			.filter((key) -> !known.contains(key))
			.forEach((key) -> this.idle.add(where + ": nothing is called '" + key
					+ "' in the rule files; the names here are: " + String.join(", ", known)));
	}

	/** Lists of entries, and entries, can hold sentences further in. */
	static boolean holdsEntries(@Nullable Object value) {
		return (value instanceof Record && !(value instanceof Condition))
				|| (value instanceof List<?> list && !list.isEmpty()
						&& list.stream().allMatch((item) -> item instanceof Record && !(item instanceof Condition)));
	}

	/** What the words call an entry: its id, of a notice its level. */
	private static String idOf(Record entry, String otherwise) {
		return Arrays.stream(entry.getClass().getRecordComponents())
			.filter((component) -> component.getName().equals("id") || component.getType() == Level.class)
			.findFirst()
			.map((component) -> KnowledgeReader.value(entry, component))
			.map(String::valueOf)
			.orElse(otherwise);
	}

	@SuppressWarnings("unchecked")
	static <T extends Record> T rebuilt(T entry, RecordComponent[] components, @Nullable Object[] values) {
		try {
			Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
			Constructor<?> constructor = entry.getClass().getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return (T) constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot build " + entry.getClass(), ex);
		}
	}

}
