package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How a language says a condition aloud, with what is put in at the names in braces.
 *
 * @param and joins two conditions that must both hold
 * @param or joins two of which one must hold
 * @param group marks a joined condition inside another one
 * @param option an option as it is quoted
 * @param nextOption joins options in a list
 * @param lastOption joins the last one
 * @param answered one of the options was chosen
 * @param anySign any sign was ticked
 * @param signs so many signs were ticked
 * @param number a number was given
 * @param atLeast an amount with a lowest value
 * @param atMost an amount with a highest value
 * @param between an amount with both
 * @param term a named term holds
 * @param atDesk the same said to a therapist, who is not the one who answers; null in
 * words from before there was such a way
 * @param smallInside whether a name loses its capital inside a sentence
 */
public record Phrases(String and, String or, String group, String option, String nextOption, String lastOption,
		String answered, String anySign, String signs, String number, String atLeast, String atMost, String between,
		String term, @Nullable AtDesk atDesk, boolean smallInside) {

	private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

	/**
	 * What is said otherwise to a therapist.
	 *
	 * @param answered one of the options was chosen
	 * @param anySign any sign was ticked
	 * @param signs so many signs were ticked
	 * @param term a named term holds
	 */
	public record AtDesk(String answered, String anySign, String signs, String term) {
	}

	/** How it is said to a therapist. */
	Phrases toTherapist() {
		return (this.atDesk == null) ? this
				: new Phrases(this.and, this.or, this.group, this.option, this.nextOption, this.lastOption,
						this.atDesk.answered(), this.atDesk.anySign(), this.atDesk.signs(), this.number, this.atLeast,
						this.atMost, this.between, this.atDesk.term(), null, this.smallInside);
	}

	/**
	 * A name as it stands inside a sentence.
	 * @param name a name with a capital
	 * @param language tag of the language
	 * @return the same without its capital, unless it is an abbreviation or the language
	 * keeps it
	 */
	public String inside(String name, String language) {
		boolean isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
		return (this.smallInside && isWord)
				? name.substring(0, 1).toLowerCase(Locale.forLanguageTag(language)) + name.substring(1) : name;
	}

	/** Puts values in at their names: name, value, name, value. */
	static String fill(String phrase, String... values) {
		return PLACE.matcher(phrase)
			.replaceAll((place) -> Matcher.quoteReplacement(values[Arrays.asList(values).indexOf(place.group(1)) + 1]));
	}

	/**
	 * What is left out or put in beyond what is there: a condition said otherwise than it
	 * holds.
	 */
	List<String> problems() {
		List<String> problems = new ArrayList<>();
		check(problems, "and", this.and, "one", "other");
		check(problems, "or", this.or, "one", "other");
		check(problems, "group", this.group, "condition");
		check(problems, "option", this.option, "option");
		check(problems, "next-option", this.nextOption, "one", "other");
		check(problems, "last-option", this.lastOption, "one", "other");
		check(problems, "answered", this.answered, "options", "question");
		check(problems, "any-sign", this.anySign, "question");
		check(problems, "signs", this.signs, "amount", "question");
		check(problems, "number", this.number, "question", "amount");
		check(problems, "at-least", this.atLeast, "from");
		check(problems, "at-most", this.atMost, "to");
		check(problems, "between", this.between, "from", "to");
		check(problems, "term", this.term, "term");
		if (this.atDesk != null) {
			check(problems, "at-desk, answered", this.atDesk.answered(), "options", "question");
			check(problems, "at-desk, any-sign", this.atDesk.anySign(), "question");
			check(problems, "at-desk, signs", this.atDesk.signs(), "amount", "question");
			check(problems, "at-desk, term", this.atDesk.term(), "term");
		}
		return problems;
	}

	private static void check(List<String> problems, String key, String phrase, String... places) {
		List<String> found = PLACE.matcher(phrase).results().map((place) -> place.group(1)).sorted().toList();
		List<String> wanted = Arrays.stream(places).sorted().toList();
		if (!found.equals(wanted)) {
			problems
				.add("phrases: '" + key + "' needs each of {" + String.join("}, {", places) + "} once, and no other");
		}
	}

}
