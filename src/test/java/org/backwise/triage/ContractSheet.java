package org.backwise.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.triage.ContractQuestions.Asking;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as somebody would keep it who writes the rules by hand for speed: the options
 * of a question as the bits of a number, in the order of the contract; 0 or -1 for no
 * answer.
 */
public final class ContractSheet {

	static final int NERVE = 0, COURSE = 1, BODY = 3, AGE = 4, LOCATION = 5, DURATION = 6, ONSET = 7, INJURY = 8,
			PAIN = 9, PATTERN = 10, TREND = 11, LIMB = 12, DISC = 13, TEMPLE = 14, GENERAL = 15, HISTORY = 16,
			TODAY = 17, ONGOING = 18, SKIN = 19, MOVEMENT = 20, SEEN = 21, INFLAMMATORY = 22, COMPLAINTS = 23,
			STIFF = 24, CONTRIBUTORS = 25, MAIN_COMPLAINT = 26, MAIN_CAUSE = 27, SENSITIVITY = 28, PREFERENCE = 29,
			HABIT = 30;

	private static final List<Asking> QUESTIONS = ContractQuestions.all();

	final List<String> ignored;

	/** The answers as they were given, in the order of the contract. */
	final @Nullable Answer[] answers = new Answer[QUESTIONS.size()];

	private final int[] values = new int[QUESTIONS.size()];

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
		for (int i = 0; i < this.values.length; i++) {
			Asking question = QUESTIONS.get(i);
			this.values[i] = (question.highest() > 0) ? sheet.number(question.id()) : 0;
			if (sheet.has(question.id())) {
				List<String> chosen = sheet.chosen(question.id());
				List<String> ordered = question.options().stream().filter(chosen::contains).toList();
				for (String option : ordered) {
					this.values[i] |= 1 << question.options().indexOf(option);
				}
				this.answers[i] = (question.highest() > 0) ? new Answer.Amount(this.values[i])
						: new Answer.Choice(ordered);
			}
		}
	}

	/** The bits of some options of a question. */
	static int bits(int question, String options) {
		int bits = 0;
		for (String option : options.split(" ")) {
			int place = QUESTIONS.get(question).options().indexOf(option);
			if (place < 0) {
				throw new IllegalArgumentException("No option " + option);
			}
			bits |= 1 << place;
		}
		return bits;
	}

	/** The chosen ones of some options. */
	int chosen(int question, int options) {
		return this.values[question] & options;
	}

	boolean chose(int question, int options) {
		return (this.values[question] & options) != 0;
	}

	/** The number given, or -1. */
	int number(int question) {
		return this.values[question];
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
