package org.backwise.exports;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through a request body: strict JSON in UTF-8, one value and nothing after it. What
 * cannot be read is named and never repeated.
 */
class StrictJson {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/** No number of any question comes near this many digits. */
	private static final int MOST_DIGITS = 18;

	/** Lengths are bounded by the size of a request already; depth is not. */
	private final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(100)
				.maxNumberLength(Integer.MAX_VALUE)
				.maxNameLength(Integer.MAX_VALUE)
				.build())
			.build())
		.build();

	private final Phrases phrases;

	private final String empty;

	/** The phrase says what to send instead of nothing. */
	StrictJson(Phrases phrases, String empty) {
		this.phrases = phrases;
		this.empty = empty;
	}

	/** What a walk over the body finds, or what stands for a body that is no JSON. */
	<T> T read(byte @Nullable [] body, Function<JsonParser, T> walk, Function<ApiProblem, T> unreadable) {
		if (body == null || body.length == 0) {
			return unreadable.apply(malformed(this.empty));
		}
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			return unreadable.apply(malformed("exports.problem.not-utf-8"));
		}
		if (text.charAt(0) == BYTE_ORDER_MARK) {
			return unreadable.apply(malformed("exports.problem.byte-order-mark"));
		}
		try (JsonParser in = this.json.createParser(text)) {
			if (in.nextToken() == null) {
				return unreadable.apply(malformed(this.empty));
			}
			T found = walk.apply(in);
			return (in.nextToken() == null) ? found : unreadable.apply(malformed(in.currentTokenLocation()));
		}
		catch (JacksonException ex) {
			return unreadable.apply(malformed(ex.getLocation()));
		}
	}

	/** A whole number; a very long one stands for all that no question takes. */
	static BigInteger wholeNumber(JsonParser in) {
		return (in.getStringLength() > MOST_DIGITS) ? BigInteger.ONE.shiftLeft(Long.SIZE)
				: BigInteger.valueOf(in.getLongValue());
	}

	private ApiProblem malformed(@Nullable TokenStreamLocation place) {
		return (place == null || place.getLineNr() < 1) ? malformed("exports.problem.malformed")
				: ApiProblem.whole(ApiProblem.MALFORMED,
						this.phrases.say("exports.problem.malformed-at", place.getLineNr(), place.getColumnNr()));
	}

	private ApiProblem malformed(String key) {
		return ApiProblem.whole(ApiProblem.MALFORMED, this.phrases.say(key));
	}

	/** Stands for a value that no question takes, such as true, 41.0 and an object. */
	enum Unfit {

		VALUE

	}

}
