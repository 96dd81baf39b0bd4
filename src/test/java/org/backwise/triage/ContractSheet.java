package org.backwise.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.triage.ContractQuestions.Asking;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as somebody would keep it who writes the rules by hand for speed: the options
 * of a question as the bits of a field, in the order of the contract; 0 or -1 for no
 * answer.
 */
public final class ContractSheet {

	private static final List<Asking> QUESTIONS = ContractQuestions.all();

	final int nerve, course, body, age, location, duration, onset, injury, pain, pattern, limb, disc, general, history,
			today, ongoing, skin, movement, seen, inflammatory, complaints, contributors, mainComplaint, mainCause,
			sensitivity, preference;

	final List<String> ignored;

	/** The answers as they were given, in the order of the contract. */
	final @Nullable Answer[] answers = new Answer[QUESTIONS.size()];

	ContractSheet(AnswerSheet sheet) {
		this(sheet, List.of());
	}

	/**
	 * What was read from a sheet.
	 * @param reading the answers that count, and those that do not
	 */
	public ContractSheet(Reading reading) {
		this(given(reading), reading.ignored());
	}

	private ContractSheet(AnswerSheet sheet, List<String> ignored) {
		this.ignored = ignored;
		int[] values = new int[QUESTIONS.size()];
		for (int i = 0; i < values.length; i++) {
			Asking question = QUESTIONS.get(i);
			values[i] = (question.highest() > 0) ? sheet.number(question.id()) : 0;
			if (sheet.has(question.id())) {
				List<String> chosen = sheet.chosen(question.id());
				List<String> ordered = question.options().stream().filter(chosen::contains).toList();
				for (String option : ordered) {
					values[i] |= 1 << question.options().indexOf(option);
				}
				this.answers[i] = (question.highest() > 0) ? new Answer.Amount(values[i]) : new Answer.Choice(ordered);
			}
		}
		this.nerve = values[0];
		this.course = values[1];
		this.body = values[2];
		this.age = values[3];
		this.location = values[4];
		this.duration = values[5];
		this.onset = values[6];
		this.injury = values[7];
		this.pain = values[8];
		this.pattern = values[9];
		this.limb = values[10];
		this.disc = values[11];
		this.general = values[12];
		this.history = values[13];
		this.today = values[14];
		this.ongoing = values[15];
		this.skin = values[16];
		this.movement = values[17];
		this.seen = values[18];
		this.inflammatory = values[19];
		this.complaints = values[20];
		this.contributors = values[21];
		this.mainComplaint = values[22];
		this.mainCause = values[23];
		this.sensitivity = values[24];
		this.preference = values[25];
	}

	private static AnswerSheet given(Reading reading) {
		Map<String, Object> answers = new LinkedHashMap<>();
		reading.answers()
			.given()
			.forEach((question, answer) -> answers.put(question,
					(answer instanceof Answer.Choice choice) ? choice.options() : ((Answer.Amount) answer).value()));
		return new AnswerSheet(answers);
	}

}
