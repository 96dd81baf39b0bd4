package org.backwise.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.triage.Triage;

/**
 * What makes the care wait: an illness that others could catch, a skin that is sore in
 * many places. It is over when the client says so, asked in so many words.
 */
class Waits {

	private final Triage triage;

	private final Map<String, Set<String>> questions = new HashMap<>();

	private final Map<String, Set<String>> signs = new HashMap<>();

	Waits(Triage triage) {
		this.triage = triage;
		KnowledgeBase base = triage.knowledge();
		for (Referral rule : base.referrals()) {
			for (AtLevel at : rule.atLevels()) {
				if (at.level() == Level.WAIT) {
					at.when()
						.questions()
						.stream()
						.filter((question) -> !base.isAboutMassage(base.question(question)))
						.forEach((question) -> waits(rule.id(), question));
				}
			}
		}
	}

	private void waits(String rule, String question) {
		this.questions.computeIfAbsent(rule, (id) -> new HashSet<>()).add(question);
		for (Option option : this.triage.knowledge().question(question).options()) {
			if (fires(rule, Map.of(question, List.of(option.id())))) {
				this.signs.computeIfAbsent(question, (id) -> new HashSet<>()).add(option.id());
			}
		}
	}

	private boolean fires(String rule, Map<String, Object> sheet) {
		return this.triage.findings(this.triage.read(sheet))
			.stream()
			.anyMatch((finding) -> finding.rule().equals(rule) && finding.level() == Level.WAIT);
	}

	/** The questions that may make the care wait. */
	Set<String> questions() {
		return this.signs.keySet();
	}

	/** Whether the care waits for an option of a question to be over. */
	boolean isFor(String question, Object option) {
		return this.signs.getOrDefault(question, Set.of()).contains(option);
	}

	/**
	 * The questions whose answers make the care wait, though no clearance lifted it.
	 * @param sheet what is known, with the last answers
	 * @param cleared ids of rules that a clearance lifted
	 */
	List<String> of(Map<String, Object> sheet, List<String> cleared) {
		if (this.signs.keySet().stream().noneMatch((question) -> hasSign(question, sheet.get(question)))) {
			return List.of();
		}
		List<String> waited = new ArrayList<>();
		this.triage.findings(this.triage.read(sheet))
			.stream()
			.filter((finding) -> finding.level() == Level.WAIT && !cleared.contains(finding.rule()))
			.flatMap((finding) -> this.questions.getOrDefault(finding.rule(), Set.of()).stream())
			.filter((question) -> !waited.contains(question))
			.forEach(waited::add);
		return waited;
	}

	private boolean hasSign(String question, @Nullable Object answer) {
		return answer instanceof List<?> options && options.stream().anyMatch((option) -> isFor(question, option));
	}

}
