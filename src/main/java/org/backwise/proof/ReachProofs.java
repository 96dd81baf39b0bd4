package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.PlanGuide.Extra;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.proof.ProofReport.RuleProof;
import org.backwise.proof.ProofReport.Witness;
import org.backwise.proof.RuleFormulas.Firing;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** The smallest sheets on which rules fire, and with which outcomes and phases come. */
class ReachProofs {

	private final ProofWork work;

	private final KnowledgeBase base;

	private final FormulaFactory f;

	ReachProofs(ProofWork work) {
		this.work = work;
		this.base = work.base();
		this.f = work.f();
	}

	List<RuleProof> rules() {
		List<RuleProof> found = new ArrayList<>();
		this.work.rules().firings().forEach((firing) -> found.add(rule(firing)));
		this.base.cautions().forEach((caution) -> found.add(rule(caution)));
		return found;
	}

	private RuleProof rule(Firing firing) {
		Set<String> read = firing.rule()
			.atLevels()
			.stream()
			.flatMap((at) -> at.when().questions().stream())
			.collect(Collectors.toSet());
		Formula others = this.f.or(this.base.referrals()
			.stream()
			.filter((rule) -> !rule.equals(firing.rule()))
			.map((rule) -> this.work.rules().fires(rule, firing.level()))
			.toList());
		Optional<Example> alone = this.work.smallest(this.f.and(firing.when(), this.f.not(others)), read);
		Optional<Example> example = alone.isPresent() ? alone : this.work.smallest(firing.when(), read);
		List<String> coveredBy = (alone.isPresent() || example.isEmpty()) ? List.of() : this.base.referrals()
			.stream()
			.filter((rule) -> !rule.equals(firing.rule()))
			.filter((rule) -> !this.work
				.isPossible(this.f.and(firing.when(), this.f.not(this.work.rules().fires(rule, firing.level())))))
			.map((rule) -> rule.id())
			.toList();
		return new RuleProof(firing.rule().id(), firing.rule().title(), firing.level(), example.orElse(null),
				alone.isPresent(), coveredBy);
	}

	/** A caution with words of its own is never covered: its words are shown. */
	private RuleProof rule(Caution caution) {
		Set<String> read = caution.when().questions();
		Formula fires = this.f.and(this.work.rules().fires(caution), this.work.plan());
		List<Formula> addsNothing = caution.excludes()
			.stream()
			.map((technique) -> this.f.or(this.base.cautions()
				.stream()
				.filter((other) -> !other.equals(caution) && other.excludes().contains(technique))
				.map((other) -> this.work.rules().fires(other))
				.toList()))
			.toList();
		Formula alone = (caution.caution() != null) ? fires : this.f.and(fires, this.f.not(this.f.and(addsNothing)));
		Optional<Example> example = this.work.smallest(alone, read);
		boolean decides = example.isPresent();
		return new RuleProof(caution.id(), caution.title(), null,
				decides ? example.get() : this.work.smallest(fires, read).orElse(null), decides, List.of());
	}

	Optional<Failure> deadRule(List<RuleProof> rules) {
		return rules.stream()
			.filter((rule) -> !rule.canFire())
			.findFirst()
			.map((rule) -> new Failure(rule.rule(), "Rule " + rule.rule()
					+ ((rule.level() != null) ? " can never fire at " + rule.level() : " can never fire on a plan")
					+ ": no answer sheet makes its condition true.", List.of()));
	}

	/** The level or the plan that each outcome needs. */
	List<Witness> outcomes() {
		List<Witness> found = new ArrayList<>();
		for (Level level : Level.values()) {
			found.add(new Witness("The outcome “" + level + "”",
					this.work.smallest(this.work.rules().level(level)).orElse(null)));
		}
		found.add(new Witness("A care plan", this.work.smallest(this.work.plan()).orElse(null)));
		return found;
	}

	/** Every number of sessions that a phase can have; zero when it is left out. */
	List<Witness> phases() {
		List<Witness> found = new ArrayList<>();
		for (Phase phase : this.base.plan().phases()) {
			for (Sessions sessions : sessions(phase)) {
				Set<String> read = phase.sessions()
					.stream()
					.flatMap((count) -> (count.when() != null) ? count.when().questions().stream()
							: java.util.stream.Stream.of())
					.filter((question) -> !question.equals(this.base.roles().location()))
					.collect(Collectors.toSet());
				found.add(new Witness("Phase “" + phase.name() + "”: " + sessions.words(),
						this.work.smallest(this.f.and(this.work.plan(), sessions.when()), read).orElse(null)));
			}
		}
		return found;
	}

	/** A number of sessions and what leads to it. */
	private record Sessions(String words, Formula when) {

	}

	private List<Sessions> sessions(Phase phase) {
		ConditionFormulas conditions = this.work.space().conditions();
		Formula part = (phase.when() != null) ? conditions.of(phase.when()) : this.f.verum();
		List<Sessions> found = new ArrayList<>();
		Formula open = part;
		Extra extra = phase.extra();
		Formula more = (extra != null) ? conditions.of(extra.when()) : this.f.falsum();
		for (Count count : phase.sessions()) {
			Formula when = (count.when() != null) ? conditions.of(count.when()) : this.f.verum();
			Formula here = this.f.and(open, when);
			found.add(new Sessions(count.sessions() + " sessions", this.f.and(here, this.f.not(more))));
			if (extra != null) {
				found.add(new Sessions(Math.min(extra.atMost(), count.sessions() + extra.sessions()) + " sessions ("
						+ count.sessions() + " and what long-lasting pain adds)", this.f.and(here, more)));
			}
			open = this.f.and(open, this.f.not(when));
		}
		if (phase.when() != null) {
			found.add(new Sessions("left out", this.f.not(part)));
		}
		return found;
	}

}
