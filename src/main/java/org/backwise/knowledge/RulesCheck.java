package org.backwise.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.jspecify.annotations.Nullable;

/**
 * Checks each rule by itself: its levels, what it leaves out, its sentences and sources.
 */
class RulesCheck {

	private final KnowledgeBase base;

	private final KnowledgeCheck check;

	RulesCheck(KnowledgeBase base, KnowledgeCheck check) {
		this.base = base;
		this.check = check;
	}

	void check() {
		referrals();
		cautions();
		signposts();
	}

	private void referrals() {
		for (Referral rule : this.base.referrals()) {
			boolean one = rule.level() != null && rule.when() != null && rule.levels() == null;
			boolean several = rule.level() == null && rule.when() == null && rule.levels() != null
					&& rule.levels().size() > 1;
			if (!one && !several) {
				this.check.problem("red-flags.yaml", "rule", rule.id(),
						"has either 'level' and 'when', or 'levels' with two or more entries");
				continue;
			}
			Level before = null;
			for (AtLevel at : rule.atLevels()) {
				if (before != null && !before.isMoreUrgentThan(at.level())) {
					this.check.problem("red-flags.yaml", "rule", rule.id(),
							"the most urgent level comes first, each level once");
				}
				before = at.level();
				this.check.readCondition("red-flags.yaml", "rule", rule.id(), at.when());
			}
			this.check.sources("red-flags.yaml", "rule", rule.id(), rule.source(), rule.sources());
			if (rule.warnWhen() != null) {
				this.check.condition("red-flags.yaml", "rule", rule.id(), rule.warnWhen());
			}
			boolean liftable = rule.atLevels().stream().map(AtLevel::level).anyMatch(Level::mayBeCleared);
			if (rule.cleared() != null && !liftable) {
				this.check.problem("red-flags.yaml", "rule", rule.id(), "emergency and urgent are never cleared");
			}
			if (rule.cleared() != null) {
				this.check.techniques("red-flags.yaml", rule.id(), rule.cleared().excludes());
			}
		}
	}

	private void cautions() {
		for (Caution rule : this.base.cautions()) {
			this.check.readCondition("cautions.yaml", "rule", rule.id(), rule.when());
			this.check.sources("cautions.yaml", "rule", rule.id(), rule.source(), rule.sources());
			this.check.techniques("cautions.yaml", rule.id(), rule.excludes());
			if ((rule.caution() == null) != (rule.question() == null)) {
				this.check.problem("cautions.yaml", "rule", rule.id(), "'caution' and 'question' go together");
			}
			says(rule);
			if (rule.givesWayTo() != null) {
				this.check.known("cautions.yaml", "rule", rule.id(), "rule", rule.givesWayTo(),
						KnowledgeCheck.ids(this.base.referrals(), Referral::id));
			}
			if (rule.caution() == null && rule.excludes().isEmpty()) {
				this.check.problem("cautions.yaml", "rule", rule.id(), "says nothing and excludes nothing");
			}
		}
	}

	private void signposts() {
		this.base.signposts().forEach((signpost) -> {
			this.check.readCondition("cautions.yaml", "signpost", signpost.id(), signpost.when());
			this.check.sources("cautions.yaml", "signpost", signpost.id(), null, signpost.sources());
		});
	}

	/**
	 * A caution without its words would be lost, and a change of words needs nobody's
	 * approval.
	 */
	private void says(Caution rule) {
		Map<String, @Nullable String> said = new LinkedHashMap<>();
		said.put("caution", rule.caution());
		said.put("question", rule.question());
		said.put("see-doctor-advice", rule.seeDoctorAdvice());
		List<String> says = Objects.requireNonNullElse(rule.says(), List.of());
		says.forEach(
				(key) -> this.check.known("cautions.yaml", "rule", rule.id(), "such sentence", key, said.keySet()));
		said.forEach((key, sentence) -> {
			if (!this.check.isOldShape() && (sentence != null) != says.contains(key)) {
				this.check.problem("cautions.yaml", "rule", rule.id(),
						"the sentence '" + key + "' and its name in 'says' go together");
			}
		});
	}

}
