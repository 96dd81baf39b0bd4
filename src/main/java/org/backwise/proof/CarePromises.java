package org.backwise.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;

/**
 * What has to be true of every check-in: the part of {@code promises.yaml} about care
 * over time.
 *
 * @param says claims that are proved as they are named
 * @param least situations that lead at least to an outcome
 * @param unless where a situation does not
 * @param askedAgain which lists of signs are asked again, and what opens them
 * @param knownWorse answers about a known finding that are heeded
 * @param knownCalm the other ones
 * @param reactions reactions to a massage, from mild to bad
 * @param noMatter questions that never change an outcome for safety
 * @param instead the answers to a choice of one that being unsure is compared with
 * @param back the moment after a pause
 */
record CarePromises(Map<String, String> says, Map<String, Situation> least, Map<String, Condition> unless,
		AskedAgain askedAgain, List<String> knownWorse, List<String> knownCalm, List<String> reactions,
		List<String> noMatter, List<String> instead,
		@com.fasterxml.jackson.annotation.JsonProperty("return") Condition back) {

	/** The questions of a check-in as they come with Backwise. */
	private static final class BuiltIn {

		private static final KnowledgeBase QUESTIONS = CheckInQuestions.of(Promises.builtIn());

		private BuiltIn() {
		}

	}

	/**
	 * A situation.
	 */
	record Situation(String says, Map<Outcome, Condition> least) {

	}

	/**
	 * The lists asked at every check-in, the question that opens others with the options
	 * that do, and those that are asked once only.
	 */
	record AskedAgain(List<String> always, String groups, Map<String, List<String>> openedBy, List<String> once) {

	}

	static KnowledgeBase questions() {
		return BuiltIn.QUESTIONS;
	}

	/** Every condition that a promise reads. */
	Stream<Condition> conditions() {
		return Stream
			.of(Stream.of(this.back), this.unless.values().stream(),
					this.least.values().stream().flatMap((situation) -> situation.least().values().stream()))
			.flatMap((conditions) -> conditions);
	}

	boolean claims(String id) {
		return this.says.containsKey(id) || this.least.containsKey(id);
	}

	/** What is claimed under an id. */
	Property claim(String id) {
		Situation situation = this.least.get(id);
		String title = (situation != null) ? situation.says() : this.says.get(id);
		if (title == null) {
			throw new IllegalArgumentException("promises.yaml claims nothing of care under " + id);
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

}
