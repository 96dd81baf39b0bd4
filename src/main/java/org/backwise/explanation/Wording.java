package org.backwise.explanation;

/** Fits texts of the knowledge base into a sentence. */
final class Wording {

	private Wording() {
	}

	/** Words with a capital, to begin a line. */
	static String beginning(String words) {
		return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** A sentence without its full stop. */
	static String quoted(String sentence) {
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

}
