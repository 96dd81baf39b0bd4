package org.backwise.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is said to whoever answers for another person, and whom it means. */
public final class OfAnother {

	/**
	 * Where “you” is whoever reads: they ticked and told, they call and ask, they go on
	 * with the answers; and “I” is who speaks for the client on the phone, or is not
	 * sure.
	 */
	private static final List<Pattern> READER = Stream.of(
			// what the reader ticks, says and sends
			"you (can )?tick(ed)?( here)?", "you told us", "you said", "you (are|were) not sure", "were you unsure",
			"the answers (you|i) gave", "you sent", "you can answer", "you are answering for", "you answered for",
			"i'm not sure", "i don't know",
			// what the reader is told and does
			"(we )?tell you", "if you can\\b", "while you wait", "if you cannot get one", "you can ask that team",
			"until you find", "thank you", "can you look", "if that is not you", "i have just answered",
			"i answered questions", "i was told")
		.map((words) -> Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE))
		.toList();

	private static final Pattern CLIENT = Pattern.compile("\\b(you|your|yours|yourself|i|my|me|mine|myself)\\b",
			Pattern.CASE_INSENSITIVE);

	private OfAnother() {
	}

	/**
	 * Whether a sentence calls the client “you” or “I”.
	 * @param sentence what is shown
	 * @return false when those words mean whoever reads it
	 */
	public static boolean speaksToTheClient(String sentence) {
		String rest = sentence.replace('’', '\'');
		for (Pattern reader : READER) {
			rest = reader.matcher(rest).replaceAll("");
		}
		return CLIENT.matcher(rest).find();
	}

}
