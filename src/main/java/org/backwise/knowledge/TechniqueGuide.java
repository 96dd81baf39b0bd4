package org.backwise.knowledge;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How a technique is chosen: the content of {@code techniques.yaml}.
 *
 * @param techniques in the document's order
 * @param levelsOfAction the three levels on which touch works
 * @param allTouch the sentence that all touch acts on all three
 * @param causes the four causes
 * @param generalGoal the re-education goal that goes for everyone
 * @param indications the six indications
 * @param points row (cause or indication) to technique to points
 * @param bonuses extra points
 * @param mainCounts how often the main cause and the main complaint count
 * @param preference what a client's preference does
 * @param gentlerFirst technique ids, the gentlest first
 * @param sensitised what the sensitised pattern does
 * @param complementary what leads after a clearance
 * @param beginGently what is said when the first session is gentler, with a placeholder
 * for the technique
 * @param judgement how the points were made
 * @param noWinner what trials found on the kinds of massage
 * @param choiceView what the document says on the choice of technique
 */
public record TechniqueGuide(List<Technique> techniques, List<LevelOfAction> levelsOfAction, @Sentence String allTouch,
		List<Cause> causes, @Sentence String generalGoal, List<Indication> indications,
		Map<String, Map<String, Integer>> points, List<Bonus> bonuses, int mainCounts, Preference preference,
		List<String> gentlerFirst, Sensitised sensitised, Complementary complementary, @Sentence String beginGently,
		@Sentence String judgement, @Sentence String noWinner, @Sentence String choiceView) {

	/** The points that mark the document's own match of a row and a technique. */
	public static final int OWN_MATCH = 3;

	/**
	 * When an indication, extra points or the sensitised pattern hold.
	 * @return the conditions
	 */
	public Stream<Condition> conditions() {
		return Stream
			.of(this.indications.stream().map(Indication::when), this.bonuses.stream().map(Bonus::when),
					Stream.of(this.sensitised.when()))
			.flatMap((conditions) -> conditions);
	}

	/**
	 * A technique.
	 *
	 * @param id its id in the contract
	 * @param code its short code
	 * @param name what it is called
	 * @param what what it is
	 * @param suits what it suits, after the document
	 * @param actsOn ids of the levels of action, the main one first
	 * @param evidence the honest label
	 * @param sources tags of the sources
	 */
	public record Technique(String id, String code, @Sentence String name, @Sentence String what,
			@Sentence String suits, List<String> actsOn, @Sentence String evidence, List<String> sources) {
	}

	/**
	 * A level on which touch works.
	 *
	 * @param id its id
	 * @param title its title
	 * @param means what it means
	 */
	public record LevelOfAction(String id, @Sentence String title, @Sentence String means) {
	}

	/**
	 * A cause of back pain.
	 *
	 * @param id its id in the contract
	 * @param code its short code
	 * @param name the therapist's word
	 * @param clientName the client's words
	 * @param contributors options of the question {@code contributors} that point to it
	 * @param mechanism how it works
	 * @param goal the re-education goal
	 * @param goalShort the goal in a few words
	 * @param sources tags of the sources
	 */
	public record Cause(String id, String code, @Sentence String name, @Sentence String clientName,
			List<String> contributors, @Sentence String mechanism, @Sentence String goal, @Sentence String goalShort,
			List<String> sources) {
	}

	/**
	 * Something that massage may suit.
	 *
	 * @param id its id, also that of the main complaint
	 * @param code its short code
	 * @param name what it is called
	 * @param when when it holds
	 */
	public record Indication(String id, String code, @Sentence String name, Condition when) {
	}

	/**
	 * Extra points.
	 *
	 * @param id its id
	 * @param technique id of the technique
	 * @param points how many
	 * @param when when
	 * @param because why
	 * @param source where it comes from
	 */
	public record Bonus(String id, String technique, int points, Condition when, @Sentence String because,
			Origin source) {
	}

	/**
	 * What a preference does.
	 *
	 * @param within how many points below the best a preferred technique may be
	 * @param techniques option of the question {@code preference} to technique
	 * @param because why
	 */
	public record Preference(int within, Map<String, String> techniques, @Sentence String because) {
	}

	/**
	 * The sensitised pattern: a prompt for the therapist, never a diagnosis.
	 *
	 * @param when when it holds
	 * @param primary the technique that then leads
	 * @param forClient words for the client
	 * @param forTherapist words for the therapist
	 * @param sources tags of the sources
	 */
	public record Sensitised(Condition when, String primary, @Sentence String forClient, @Sentence String forTherapist,
			List<String> sources) {
	}

	/**
	 * What leads after a clearance.
	 *
	 * @param primary the technique
	 * @param excludes ids of the techniques that every such plan leaves out
	 * @param text why
	 */
	public record Complementary(String primary, @Nullable List<String> excludes, @Sentence @Nullable String text) {

		/**
		 * The techniques that every such plan leaves out.
		 * @return ids of techniques, none when nothing is said
		 */
		@Override
		public List<String> excludes() {
			return (this.excludes != null) ? this.excludes : List.of();
		}

	}

}
