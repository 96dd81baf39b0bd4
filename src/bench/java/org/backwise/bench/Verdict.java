package org.backwise.bench;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.backwise.triage.Assessment;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;

/** What a general rule engine says: which rules fired, and the scores. */
public class Verdict {

	/** Rules that stop or delay massage, with the level at which they fired. */
	final Set<String> findings = new TreeSet<>();

	/** Rules that limit a plan. */
	final Set<String> cautions = new TreeSet<>();

	/** For each technique its points. */
	int @Nullable [] scores;

	/**
	 * Notes a rule that stops or delays massage.
	 * @param rule its id and its level
	 */
	public void found(String rule) {
		this.findings.add(rule);
	}

	/**
	 * Notes a rule that limits a plan.
	 * @param rule its id
	 */
	public void limits(String rule) {
		this.cautions.add(rule);
	}

	/** What the DMN file says, from the results of its decisions. */
	@SuppressWarnings("unchecked")
	static Verdict of(DMNContext context, List<String> techniques) {
		Verdict verdict = new Verdict();
		Map<String, Object> triage = (Map<String, Object>) context.get("triage");
		((Map<String, List<String>>) triage.get("findings"))
			.forEach((level, rules) -> rules.forEach((rule) -> verdict.found(rule + " " + level.replace('_', '-'))));
		((List<String>) triage.get("cautions")).forEach(verdict::limits);
		Map<String, BigDecimal> scores = (Map<String, BigDecimal>) triage.get("scores");
		verdict.scores = techniques.stream()
			.mapToInt((technique) -> scores.get(technique.replace('-', '_')).intValueExact())
			.toArray();
		return verdict;
	}

	boolean agreesWith(Assessment assessment) {
		Verdict ours = of(assessment);
		return this.findings.equals(ours.findings) && (!assessment.hasCarePlan()
				|| (this.cautions.equals(ours.cautions) && Arrays.equals(this.scores, ours.scores)));
	}

	private static Verdict of(Assessment assessment) {
		Verdict verdict = new Verdict();
		assessment.findings().forEach((finding) -> verdict.found(finding.rule() + " " + finding.level()));
		assessment.cautions().forEach((caution) -> verdict.limits(caution.rule()));
		Assessment.TechniqueChoice technique = assessment.technique();
		if (technique != null) {
			verdict.scores = technique.scores().values().stream().mapToInt(Integer::intValue).toArray();
		}
		return verdict;
	}

}
