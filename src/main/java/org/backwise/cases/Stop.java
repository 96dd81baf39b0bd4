package org.backwise.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Assessment.Finding;

/**
 * What stopped the care: one check-in, or several, where the client told more while it
 * rested. A later one takes back nothing of what an earlier one found.
 *
 * @param sheets every check-in that stops the care, in order, at least one
 */
public record Stop(List<CheckIn> sheets) {

	static Optional<Stop> of(List<CheckIn> since) {
		List<CheckIn> sheets = new ArrayList<>();
		for (CheckIn checkIn : since) {
			if (checkIn.decision().outcome().pauses()) {
				sheets.add(checkIn);
			}
			else if (checkIn.isReturn()) {
				sheets.clear();
			}
		}
		return sheets.isEmpty() ? Optional.empty() : Optional.of(new Stop(List.copyOf(sheets)));
	}

	/**
	 * The check-in that decides how urgent it is.
	 * @return the most urgent one, of several the last
	 */
	public CheckIn decides() {
		return this.sheets.stream()
			.reduce((one, next) -> one.decision().outcome().isStricterThan(next.decision().outcome()) ? one : next)
			.orElseThrow();
	}

	/**
	 * The safety answers of all of them.
	 * @param base the questions
	 * @return question id to answer; of several every sign
	 */
	public Map<String, Object> merged(KnowledgeBase base) {
		Map<String, Object> merged = new LinkedHashMap<>();
		this.sheets.forEach((sheet) -> sheet.merged()
			.forEach((id, answer) -> merged.merge(id, answer, (one, next) -> joined(id, one, next, base))));
		// what a finding rests on is not taken back by a later sheet that says nothing of
		// it
		this.sheets.forEach((sheet) -> sheet.decision()
			.findings()
			.stream()
			.flatMap((finding) -> finding.answers().keySet().stream())
			.filter((id) -> sheet.merged().containsKey(id) && !(sheet.merged().get(id) instanceof List<?>))
			.forEach((id) -> merged.put(id, sheet.merged().get(id))));
		return merged;
	}

	/** Signs are joined; "none" goes where there is one. */
	private static Object joined(String id, Object one, Object next, KnowledgeBase base) {
		if (!(one instanceof List<?> before) || !(next instanceof List<?> after) || !base.hasQuestion(id)) {
			return next;
		}
		Question question = base.question(id);
		Set<Object> both = new LinkedHashSet<>(before);
		both.addAll(after);
		List<String> none = question.options().stream().filter(Option::excludesOthers).map(Option::id).toList();
		if (!none.containsAll(both)) {
			both.removeIf(none::contains);
		}
		return List.copyOf(both);
	}

	/**
	 * What all of them found.
	 * @return each rule once, at its most urgent
	 */
	public List<Finding> findings() {
		Map<String, Finding> findings = new LinkedHashMap<>();
		this.sheets.stream()
			.flatMap((sheet) -> sheet.decision().findings().stream())
			.forEach((finding) -> findings.merge(finding.rule(), finding,
					(one, next) -> one.level().isMoreUrgentThan(next.level()) ? one : next));
		return List.copyOf(findings.values());
	}

	/**
	 * The rules of the follow-up that stopped it.
	 * @return ids
	 */
	public Set<String> rules() {
		Set<String> rules = new LinkedHashSet<>();
		this.sheets.forEach((sheet) -> sheet.decision()
			.rules()
			.stream()
			.filter((fired) -> fired.outcome() == sheet.decision().outcome())
			.map(FiredRule::rule)
			.map(Objects::requireNonNull)
			.forEach(rules::add));
		return rules;
	}

	@Override
	public String toString() {
		return "a stop";
	}

}
