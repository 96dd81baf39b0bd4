package org.backwise.proof;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

/**
 * What was proved of a knowledge base, for every answer sheet that exists.
 *
 * @param version version of the knowledge base
 * @param sha256 its fingerprint
 * @param properties what is to be true, and whether it is
 * @param counts how many sheets there are; null when there was no time to count
 * @param rules every rule at each of its levels, with the smallest sheet on which it
 * fires
 * @param witnesses the smallest sheet for each thing that can come out
 * @param care the smallest person for each thing that can come out of a check-in
 * @param stillPlanned signs with which a plan is still possible
 * @param leftOut what was left out for want of time
 * @param took how long it took
 */
public record ProofReport(String version, String sha256, List<Property> properties, @Nullable Counts counts,
		List<RuleProof> rules, List<Witness> witnesses, List<Witness> care, List<StillPlanned> stillPlanned,
		List<String> leftOut, Duration took) {

	/**
	 * Exact numbers. A number such as an age counts with each of its values.
	 *
	 * @param sheets how many answer sheets exist
	 * @param sheetsByBands how many when numbers that no rule tells apart count as one
	 * @param byOutcome level or {@code care-plan} to how many sheets lead to it
	 * @param byTechnique technique that leads to how many plans; empty when not counted
	 * @param onHighAlert plans with the sensitised pattern
	 * @param combinations how many combinations the choice of technique was gone through
	 * for
	 */
	public record Counts(BigInteger sheets, BigInteger sheetsByBands, Map<String, BigInteger> byOutcome,
			Map<String, BigInteger> byTechnique, BigInteger onHighAlert, long combinations) {
	}

	/**
	 * A rule at one of its levels.
	 *
	 * @param rule its id
	 * @param title what it is about
	 * @param level the level; null for a caution
	 * @param example the smallest sheet on which it fires, and decides where it can; null
	 * when it can never fire
	 * @param decides whether there is a sheet on which no other rule says as much
	 * @param coveredBy rules that each say as much on every sheet; empty when only
	 * several together do
	 */
	public record RuleProof(String rule, String title, @Nullable Level level, @Nullable Example example,
			boolean decides, List<String> coveredBy) {

		/**
		 * Whether there is a sheet on which it fires.
		 * @return false for a rule that is dead
		 */
		public boolean canFire() {
			return this.example != null;
		}

	}

	/**
	 * Something that can come out.
	 *
	 * @param what in plain words
	 * @param example the smallest sheet that leads to it; null when there is none
	 */
	public record Witness(String what, @Nullable Example example) {
	}

	/**
	 * A sign with which a plan is still possible.
	 *
	 * @param question short name of the question
	 * @param sign the sign
	 * @param cautions rules that limit every such plan; empty when none does
	 * @param example the smallest sheet with it that gets a plan
	 */
	public record StillPlanned(String question, String sign, List<String> cautions, Example example) {
	}

	/**
	 * The safety properties that are not true.
	 * @return empty when the rules are safe to run
	 */
	public List<Property> brokenSafety() {
		return this.properties.stream()
			.filter((property) -> !property.holds() && property.kind() == Property.Kind.SAFETY)
			.toList();
	}

	/**
	 * All properties that are not true.
	 * @return empty when everything was proved
	 */
	public List<Property> broken() {
		return this.properties.stream().filter((property) -> !property.holds()).toList();
	}

	/**
	 * Rules that never decide alone, at one of their levels.
	 * @return the rules another one covers on every sheet
	 */
	public List<RuleProof> covered() {
		return this.rules.stream().filter((rule) -> rule.canFire() && !rule.decides()).toList();
	}

}
