package org.backwise.outbox;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;

/** Words that a mail must not hold, taken from what the practice asks and decides. */
final class HealthWords {

	/** Words of every day that also stand among the options. */
	private static final Set<String> PLAIN = Set.of("a", "about", "after", "again", "all", "an", "and", "any", "are",
			"as", "at", "be", "been", "before", "but", "by", "can", "check", "come", "do", "few", "for", "from", "go",
			"has", "have", "here", "how", "i", "if", "in", "is", "it", "its", "last", "like", "look", "me", "more",
			"my", "near", "new", "next", "no", "none", "not", "of", "on", "one", "open", "or", "other", "our", "out",
			"page", "part", "plan", "please", "possible", "read", "session", "sessions", "so", "somebody", "something",
			"stop", "sure", "tell", "that", "the", "these", "this", "to", "today", "up", "was", "way", "what", "when",
			"where", "with", "you", "your", "case", "changed", "us", "did", "does", "than", "there", "they", "them",
			"answer", "answers", "yes", "day", "days", "week", "weeks", "month", "months", "year", "years", "cannot",
			"find", "link", "need", "needs", "now", "checked", "yours", "alone", "-");

	private HealthWords() {
	}

	static Set<String> of(KnowledgeBase base) {
		Set<String> words = new TreeSet<>(
				Set.of("pain", "massage", "back", "neck", "health", "doctor", "therapy", "treatment", "symptom",
						"symptoms", "pregnant", "pregnancy", "numbness", "injury", "muscle", "muscles"));
		Stream.of(Level.values()).forEach((level) -> add(words, level.toString()));
		Stream.of(FollowUp.Outcome.values()).filter(FollowUp.Outcome::pauses).forEach((one) -> add(words, one + ""));
		base.techniques().techniques().forEach((technique) -> add(words, technique.name()));
		base.questionnaire()
			.questions()
			.forEach((question) -> question.options().forEach((option) -> add(words, option.label())));
		words.removeAll(PLAIN);
		return words;
	}

	private static void add(Set<String> words, String text) {
		Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"))
			.filter((word) -> word.length() > 2)
			.forEach(words::add);
	}

}
