package org.backwise.exports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.backwise.triage.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a request body: strict JSON in UTF-8, with the key {@code answers} and, where the
 * question is "and after a clearance?", the key {@code cleared}. Goes on after a problem
 * wherever it can, so that all of them are named at once.
 */
class SheetReader {

	private static final String ANSWERS = "answers";

	private static final String CLEARED = "cleared";

	private final StrictJson json;

	private final Phrases phrases;

	SheetReader(Phrases phrases) {
		this.phrases = phrases;
		this.json = new StrictJson(phrases, "exports.problem.empty");
	}

	Sheet read(byte @Nullable [] body) {
		return this.json.read(body, (in) -> new Walk(in).sheet(),
				(problem) -> new Sheet(null, Set.of(), List.of(problem)));
	}

	/** Goes through one body from its first token to its last. */
	private final class Walk {

		private final JsonParser in;

		private final List<ApiProblem> problems = new ArrayList<>();

		private final Map<String, @Nullable Object> answers = new LinkedHashMap<>();

		private final Set<String> cleared = new LinkedHashSet<>();

		private boolean hasKey;

		private boolean hasSheet;

		Walk(JsonParser in) {
			this.in = in;
		}

		Sheet sheet() {
			if (this.in.currentToken() == JsonToken.START_OBJECT) {
				eachKey(this::topLevel);
				if (!this.hasKey) {
					note(null, ApiProblem.MISSING_KEY, "exports.problem.missing-key");
				}
			}
			else {
				this.in.skipChildren();
				note(null, ApiProblem.WRONG_TYPE, "exports.problem.not-an-object");
			}
			return new Sheet(this.hasSheet ? this.answers : null, this.cleared, this.problems);
		}

		private void topLevel(String key) {
			if (key.equals(CLEARED)) {
				cleared();
				return;
			}
			if (!key.equals(ANSWERS)) {
				this.in.skipChildren();
				note(key, ApiProblem.UNKNOWN_KEY, "exports.problem.unknown-key");
				return;
			}
			this.hasKey = true;
			if (this.in.currentToken() == JsonToken.START_OBJECT) {
				this.hasSheet = true;
				eachKey((question) -> this.answers.put(question, value()));
			}
			else {
				this.in.skipChildren();
				note(null, ApiProblem.WRONG_TYPE, "exports.problem.answers-type");
			}
		}

		private void cleared() {
			if (this.in.currentToken() != JsonToken.START_ARRAY) {
				this.in.skipChildren();
				note(CLEARED, ApiProblem.WRONG_TYPE, "exports.problem.cleared-type");
				return;
			}
			for (Object rule : list()) {
				if (!(rule instanceof String id)) {
					note(CLEARED, ApiProblem.WRONG_TYPE, "exports.problem.cleared-type");
				}
				else if (!this.cleared.add(id)) {
					note(id, ApiProblem.name(Problem.Kind.EMPTY_OR_REPEATED), "exports.problem.cleared-repeated");
				}
			}
		}

		/** Stops at the value of every key of the object that the parser is at. */
		private void eachKey(Consumer<String> visitor) {
			Set<String> seen = new HashSet<>();
			while (this.in.nextToken() == JsonToken.PROPERTY_NAME) {
				String key = this.in.currentName();
				this.in.nextToken();
				if (!seen.add(key)) {
					note(key, ApiProblem.REPEATED_KEY, "exports.problem.repeated-key");
				}
				visitor.accept(key);
			}
		}

		/**
		 * Text, whole numbers and lists stay; anything else is a value of no known type.
		 */
		private @Nullable Object value() {
			return switch (this.in.currentToken()) {
				case VALUE_STRING -> this.in.getString();
				case VALUE_NUMBER_INT -> StrictJson.wholeNumber(this.in);
				case VALUE_NULL -> null;
				case START_ARRAY -> list();
				default -> {
					this.in.skipChildren();
					yield StrictJson.Unfit.VALUE;
				}
			};
		}

		private List<@Nullable Object> list() {
			List<@Nullable Object> entries = new ArrayList<>();
			while (this.in.nextToken() != JsonToken.END_ARRAY) {
				boolean nested = this.in.currentToken() == JsonToken.START_ARRAY;
				if (nested) {
					this.in.skipChildren();
				}
				entries.add(nested ? StrictJson.Unfit.VALUE : value());
			}
			return entries;
		}

		private void note(@Nullable String name, String kind, String phrase) {
			this.problems.add(new ApiProblem(name, kind, SheetReader.this.phrases.say(phrase)));
		}

	}

}
