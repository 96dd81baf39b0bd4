package org.backwise.proof;

import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

/**
 * What has to be true of every answer sheet, whatever the single rules say: the content
 * of {@code promises.yaml}, which comes with Backwise. Ids of the contract never change
 * meaning, so a practice's own files are held to it as well.
 *
 * @param safety claims that keep people from harm, by id
 * @param reach claims that nothing in the files is there in vain, by id
 * @param warningLists a sign in these lists never leads to a plan
 * @param emergencyLists every sign in these lists is an emergency
 * @param heededLists a sign in these lists never leads to a plan that does not mind it
 * @param unsure what being unsure leads to
 * @param highestLevels the highest level of a rule, by its id or the letter of its id
 */
record Promises(Map<String, String> safety, Map<String, String> reach, List<String> warningLists,
		List<String> emergencyLists, List<String> heededLists, Unsure unsure, Map<String, Level> highestLevels) {

	private static final Promises KEPT = BuiltInFile.read("/knowledge/promises.yaml", Promises.class);

	/**
	 * What being unsure leads to.
	 *
	 * @param insteadOf the answers of a choice of one that it is compared with
	 * @param least the least level, by question
	 * @param limits questions about which it is a caution and leaves techniques out
	 * @param excludes the techniques left out then
	 * @param cautions questions about which it is a caution
	 */
	record Unsure(List<String> insteadOf, Map<String, Level> least, List<String> limits, List<String> excludes,
			List<String> cautions) {

	}

	static Promises kept() {
		return KEPT;
	}

	/** The highest level that a rule's id promises; null when it promises none. */
	@Nullable Level level(String rule) {
		Level own = this.highestLevels.get(rule);
		return (own == null && rule.matches("[A-Z]-\\d\\d")) ? this.highestLevels.get(rule.substring(0, 1)) : own;
	}

	/** What is claimed under an id, and what it is about. */
	Property claim(String id) {
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
