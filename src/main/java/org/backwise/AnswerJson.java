package org.backwise;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

import org.springframework.boot.jackson.JacksonComponent;

import org.backwise.triage.Answer;

/** An answer in JSON: a list of option ids, or a number. */
@JacksonComponent
class AnswerJson {

	/** Writes an answer. */
	static class Writer extends ValueSerializer<Answer> {

		@Override
		public void serialize(Answer answer, JsonGenerator out, SerializationContext context) {
			if (answer instanceof Answer.Amount amount) {
				out.writeNumber(amount.value());
				return;
			}
			out.writeStartArray();
			((Answer.Choice) answer).options().forEach(out::writeString);
			out.writeEndArray();
		}

	}

	/** Reads an answer that was written before. */
	static class Reader extends ValueDeserializer<Answer> {

		@Override
		public Answer deserialize(JsonParser in, DeserializationContext context) {
			if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
				return new Answer.Amount(in.getIntValue());
			}
			List<String> options = new ArrayList<>();
			while (in.nextToken() != JsonToken.END_ARRAY) {
				options.add(in.getString());
			}
			return new Answer.Choice(options);
		}

	}

}
