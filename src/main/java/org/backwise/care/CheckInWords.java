package org.backwise.care;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * The questions of a check-in in the words for one client: what they leave open is filled
 * in.
 *
 * @param date the day of the last check-in, or of the questionnaire
 * @param told what was ticked about the health
 * @param habit the name of the small habit, empty for none
 * @param asks ids of the questions about the things that matter, in order
 * @param activities the things that matter, in the client's own words
 */
public record CheckInWords(String date, String told, String habit, List<String> asks, List<String> activities) {

	/**
	 * A question as this client reads it.
	 * @param question a question of a check-in
	 * @return the same without open places
	 */
	public Question of(Question question) {
		int number = this.asks.indexOf(question.id());
		String activity = (number >= 0 && number < this.activities.size()) ? this.activities.get(number) : "";
		return new Question(question.id(), question.page(), question.kind(), filled(question.ask(), activity),
				question.shortName(), orNull(question.hint(), activity), question.why(), question.asked(),
				question.onlyIf(), question.unansweredCountsAs(), question.mayStayBlank(),
				question.chooseOneOfOffered(), question.range(), question.missing(),
				question.options().stream().map((option) -> of(option, activity)).toList(), question.drawing());
	}

	private Option of(Option option, String activity) {
		return new Option(option.id(), filled(option.label(), activity), orNull(option.means(), activity),
				option.alone(), option.gate(), option.offered(), option.heading(),
				orNull(option.labelForChild(), activity), orNull(option.meansForChild(), activity));
	}

	private @Nullable String orNull(@Nullable String text, String activity) {
		return (text != null) ? filled(text, activity) : null;
	}

	/** What the client wrote comes last, so that nothing in it is filled in. */
	private String filled(String text, String activity) {
		return text.replace("{date}", this.date)
			.replace("{told}", this.told)
			.replace("{habit}", this.habit)
			.replace("{activity}", activity);
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "words of a check-in";
	}

}
