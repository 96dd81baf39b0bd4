package org.backwise.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.triage.Reading.AskedQuestion;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/** Complete answer sheets of people who do not exist, most of them in ordinary health. */
class MadeUpSheets {

	private static final int ROUNDS = 60;

	private final Triage triage;

	private final Random random;

	MadeUpSheets(Triage triage, Random random) {
		this.triage = triage;
		this.random = random;
	}

	/** Answers page after page, as a client would. */
	Reading next() {
		Map<String, Object> sheet = new LinkedHashMap<>();
		Reading reading = this.triage.read(sheet);
		for (int i = 0; i < ROUNDS && !reading.isComplete(); i++) {
			for (String question : reading.missing()) {
				AskedQuestion asked = reading.asked()
					.stream()
					.filter((one) -> one.id().equals(question))
					.findFirst()
					.orElseThrow();
				sheet.put(question, answer(this.triage.knowledge(), asked));
			}
			reading = this.triage.read(sheet);
		}
		return reading;
	}

	private Object answer(KnowledgeBase base, AskedQuestion asked) {
		Question question = base.question(asked.id());
		Range range = question.range();
		if (range != null) {
			return range.from() + this.random.nextInt(range.to() - range.from() + 1);
		}
		List<String> alone = asked.options().stream().filter((id) -> question.option(id).excludesOthers()).toList();
		List<String> others = asked.options().stream().filter((id) -> !alone.contains(id)).toList();
		if (question.kind() == Kind.SINGLE) {
			return pick(asked.options());
		}
		boolean safety = !base.isAboutMassage(question);
		if (!alone.isEmpty() && (others.isEmpty() || this.random.nextInt(100) < (safety ? 93 : 20))) {
			return List.of(alone.get(0));
		}
		List<String> chosen = new ArrayList<>(List.of(pick(others)));
		String more = pick(others);
		if (!chosen.contains(more)) {
			chosen.add(more);
		}
		return question.options().stream().map(Option::id).filter(chosen::contains).toList();
	}

	private String pick(List<String> options) {
		return options.get(this.random.nextInt(options.size()));
	}

}
