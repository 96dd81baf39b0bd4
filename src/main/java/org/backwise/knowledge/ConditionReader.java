package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

import org.backwise.knowledge.Rules.Term;

/** Turns the readable form of a condition into a {@link Condition}. */
class ConditionReader extends ValueDeserializer<Condition> {

	/** The terms that a condition may use, by their ids. */
	static final String TERMS = "terms";

	private static final Pattern NUMBERS = Pattern
		.compile("(at least|at most|under) (\\d{1,3})|(\\d{1,3}) to (\\d{1,3})");

	/** Terms in which the terms above them are written out. */
	static List<Term> resolved(List<Term> terms, Map<String, Condition> known) {
		List<Term> resolved = new ArrayList<>();
		for (Term term : terms) {
			Condition when = term.when().fold(new Resolved(known));
			known.putIfAbsent(term.id(), when);
			resolved.add(new Term(term.id(), term.says(), when));
		}
		return List.copyOf(resolved);
	}

	@Override
	public Condition deserialize(JsonParser parser, DeserializationContext context) {
		TokenStreamLocation start = parser.currentTokenLocation();
		JsonNode node = context.readTree(parser);
		try {
			return condition(node, terms(context));
		}
		catch (IllegalArgumentException ex) {
			throw new ConditionException(parser, ex.getMessage(), start);
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Condition> terms(DeserializationContext context) {
		Map<String, Condition> terms = (Map<String, Condition>) context.getAttribute(TERMS);
		return (terms != null) ? terms : Map.of();
	}

	private static Condition condition(JsonNode node, Map<String, Condition> terms) {
		if (!node.isObject() || node.size() != 1) {
			throw new IllegalArgumentException("a condition has exactly one key, such as { onset: gradual }; use"
					+ " 'all:' or 'any:' to join several");
		}
		String key = node.propertyNames().iterator().next();
		JsonNode value = node.get(key);
		return switch (key) {
			case "all" -> new Condition.AllOf(parts(key, value, terms));
			case "any" -> new Condition.AnyOf(parts(key, value, terms));
			case "is" -> is(text(key, value), terms);
			default -> atom(key, value);
		};
	}

	private static Condition is(String term, Map<String, Condition> terms) {
		return new Condition.Is(term, terms.getOrDefault(term, Condition.NEVER));
	}

	private static List<Condition> parts(String key, JsonNode value, Map<String, Condition> terms) {
		if (!value.isArray() || value.size() < 2) {
			throw new IllegalArgumentException("'" + key + ":' needs a list of two or more conditions");
		}
		return value.valueStream().map((part) -> condition(part, terms)).toList();
	}

	private static Condition atom(String question, JsonNode value) {
		if (value.isArray()) {
			List<String> options = value.valueStream().map((option) -> text(question, option)).toList();
			if (options.isEmpty() || options.stream().distinct().count() != options.size()) {
				throw new IllegalArgumentException("'" + question + ":' has an empty or repeated list of options");
			}
			return new Condition.Chose(question, options);
		}
		String text = text(question, value);
		if (text.equals("any sign")) {
			return new Condition.AnySign(question);
		}
		Matcher numbers = NUMBERS.matcher(text);
		if (!numbers.matches()) {
			return new Condition.Chose(question, List.of(text));
		}
		if (numbers.group(3) != null) {
			return new Condition.Within(question, Integer.parseInt(numbers.group(3)),
					Integer.parseInt(numbers.group(4)));
		}
		int number = Integer.parseInt(numbers.group(2));
		return switch (numbers.group(1)) {
			case "at least" -> new Condition.Within(question, number, Integer.MAX_VALUE);
			case "at most" -> new Condition.Within(question, 0, number);
			default -> new Condition.Within(question, 0, number - 1);
		};
	}

	private static String text(String key, JsonNode value) {
		if (!value.isString()) {
			throw new IllegalArgumentException("'" + key + ":' needs an option id, a list of them, 'any sign', or"
					+ " a number in words such as 'at least 65' (put \"yes\" and \"no\" in quotes)");
		}
		return value.stringValue();
	}

	/**
	 * A condition with its terms written out.
	 *
	 * @param terms what they stand for, by their ids
	 */
	private record Resolved(Map<String, Condition> terms) implements Condition.Fold<Condition> {

		@Override
		public Condition all(List<Condition> parts) {
			return new Condition.AllOf(parts);
		}

		@Override
		public Condition any(List<Condition> parts) {
			return new Condition.AnyOf(parts);
		}

		@Override
		public Condition chose(Condition.Chose chose) {
			return chose;
		}

		@Override
		public Condition anySign(Condition.AnySign sign) {
			return sign;
		}

		@Override
		public Condition within(Condition.Within within) {
			return within;
		}

		@Override
		public Condition term(Condition.Is is, Condition meaning) {
			return ConditionReader.is(is.term(), this.terms);
		}

	}

	/** A condition that cannot be understood, with its line. */
	private static final class ConditionException extends DatabindException {

		private static final long serialVersionUID = 1L;

		ConditionException(JsonParser parser, String message, TokenStreamLocation location) {
			super(parser, message, location);
		}

	}

}
