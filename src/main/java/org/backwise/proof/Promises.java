package org.backwise.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * What has to be true of every answer sheet, whatever the single rules say: the content
 * of {@code promises.yaml}, which comes with Backwise. Ids of the contract never change
 * meaning, so a practice's own files are held to it as well.
 */
record Promises(Map<String, String> safety, Map<String, String> reach, Map<String, Situation> situations,
		Map<String, Condition> limits, Clearance clearance, Calmest calm, More more, List<Condition> heeded,
		Floor floor, CarePromises care) {

	/** The claim that nothing is asked less. */
	static final String ASKED = "S-asked";

	private static final Promises KEPT = BuiltInFile.read("/knowledge/promises.yaml", Promises.class);

	private static final KnowledgeBase BUILT_IN = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	/**
	 * A situation.
	 */
	record Situation(String says, Map<Level, Condition> least) {

	}

	/**
	 * What holds after a clearance.
	 */
	record Clearance(List<String> never, Map<String, Condition> excludes, Condition notLifted) {

	}

	/**
	 * The technique that is never left out.
	 */
	record Calmest(String technique, Condition when) {

	}

	/**
	 * What never lowers or changes a level.
	 */
	record More(List<String> insteadOf, String gate) {

	}

	/**
	 * How far a practice's own rules may be milder.
	 */
	record Floor(String says, List<String> neverLoosened, List<String> roles) {

		Property claim() {
			return Property.holds("the-floor", Property.Kind.SAFETY, this.says);
		}

		boolean mayBeLoosened(String rule) {
			return this.neverLoosened.stream()
				.noneMatch((fixed) -> rule.equals(fixed) || (fixed.length() == 1 && rule.startsWith(fixed + "-")));
		}

	}

	static Promises kept() {
		return KEPT;
	}

	/** The rules that come with Backwise. */
	static KnowledgeBase builtIn() {
		return BUILT_IN;
	}

	/** The one situation in which the massage section decides a level. */
	Condition gate() {
		return situation(this.more.gate()).least().values().iterator().next();
	}

	Situation situation(String id) {
		Situation found = this.situations.get(id);
		if (found == null) {
			throw new IllegalArgumentException("promises.yaml has no situation " + id);
		}
		return found;
	}

	/** Every condition that a promise reads, those of the questions it means included. */
	Stream<Condition> conditions() {
		return Stream
			.of(this.situations.values().stream().flatMap((situation) -> situation.least().values().stream()),
					this.limits.values().stream(), this.clearance.excludes().values().stream(),
					Stream.of(this.clearance.notLifted(), this.calm.when()),
					BUILT_IN.questions().stream().flatMap(Question::conditions), this.care.conditions())
			.flatMap((conditions) -> conditions);
	}

	/** What is claimed under an id, and what it is about. */
	Property claim(String id) {
		if (this.situations.containsKey(id)) {
			return Property.holds(id, Property.Kind.SAFETY, situation(id).says());
		}
		String title = this.safety.get(id);
		if (title != null) {
			return Property.holds(id, Property.Kind.SAFETY, title);
		}
		title = this.reach.get(id);
		if (title == null) {
			throw new IllegalArgumentException("promises.yaml claims nothing under " + id);
		}
		return Property.holds(id, Property.Kind.REACH, title);
	}

}
