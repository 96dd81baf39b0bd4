package org.backwise.trial;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import org.backwise.triage.Answer;

/** Writes an answer as the application stores it: a list of option ids, or a number. */
class AnswerWriter extends ValueSerializer<Answer> {

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
