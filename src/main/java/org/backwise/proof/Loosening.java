package org.backwise.proof;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules.Loosened;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;

/** What a practice's folder lists as loosened, and whether it may. */
class Loosening {

	private static final Promises.Floor FLOOR = Promises.kept().floor();

	private final KnowledgeBase own;

	private final Set<String> milder;

	/** What a folder lists. */
	Loosening(KnowledgeBase own, Set<String> milder) {
		this.own = own;
		this.milder = milder;
	}

	/** Entries that may not stand in the list. */
	List<Failure> faults() {
		List<Failure> faults = new ArrayList<>();
		for (Loosened entry : this.own.loosened()) {
			fault(entry).ifPresent((words) -> faults
				.add(new Failure(entry.rule(), "loosened.yaml, rule " + entry.rule() + ": " + words, List.of())));
		}
		return faults;
	}

	private Optional<String> fault(Loosened entry) {
		if (!isRule(Promises.builtIn(), entry.rule())) {
			return Optional.of("there is no such rule in the rules that come with Backwise.");
		}
		if (!FLOOR.mayBeLoosened(entry.rule())) {
			return Optional.of("this rule can never be loosened.");
		}
		if (!FLOOR.roles().contains(entry.role().toLowerCase(Locale.ROOT))) {
			return Optional.of("“" + entry.role() + "” cannot sign; the role is one of: "
					+ String.join(", ", FLOOR.roles()) + ".");
		}
		if (!isDate(entry.date())) {
			return Optional.of("“" + entry.date() + "” is no date; write it as 2026-11-26.");
		}
		if (!this.milder.contains(entry.rule())) {
			return Optional.of("this rule is not milder than the one that comes with Backwise; take the entry out.");
		}
		return Optional.empty();
	}

	private static boolean isDate(String date) {
		try {
			LocalDate.parse(date);
			return true;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static boolean isRule(KnowledgeBase base, String rule) {
		return base.referrals().stream().anyMatch((own) -> own.id().equals(rule))
				|| base.cautions().stream().anyMatch((own) -> own.id().equals(rule));
	}

	/** The built-in rules with those that may be loosened as the folder has them. */
	KnowledgeBase floor(KnowledgeBase builtIn) {
		Set<String> rules = this.own.loosened()
			.stream()
			.filter((entry) -> fault(entry).isEmpty())
			.map(Loosened::rule)
			.collect(Collectors.toSet());
		return builtIn.with(builtIn.questionnaire(),
				Floor.taken(builtIn.referrals(), this.own.referrals(), Referral::id, rules),
				Floor.taken(builtIn.cautions(), this.own.cautions(), Caution::id, rules));
	}

	/** The same with what can be done about it. */
	Failure advised(Failure failure, List<Property> promises) {
		String rule = failure.rule();
		if (rule == null || !isRule(Promises.builtIn(), rule)) {
			return failure;
		}
		List<String> broken = FLOOR.mayBeLoosened(rule) ? brokenAlone(rule, promises) : List.of();
		String advice = !broken.isEmpty() ? " It can never be loosened: promise " + String.join(", ", broken) + "."
				: FLOOR.mayBeLoosened(rule)
						? " Make it as strict again. Or, when a clinician has decided this and signs for it, list it in"
								+ " loosened.yaml in this folder:\n        loosened:\n          - { rule: " + rule
								+ ", what: \"…\", name: \"…\", role: \"…\", date: \"2026-11-26\", reason: \"…\" }"
						: " It can never be loosened.";
		return new Failure(rule, failure.words() + advice, failure.examples());
	}

	/** The broken promises that would be broken if this were the only milder rule. */
	private List<String> brokenAlone(String rule, List<Property> promises) {
		List<String> ids = promises.stream().map(Property::id).filter(PromiseProofs::isOfLevelsOrPlans).toList();
		if (ids.isEmpty()) {
			return List.of();
		}
		PromiseProofs proofs = new PromiseProofs(new ProofWork(this.own.with(this.own.questionnaire(),
				Floor.taken(Promises.builtIn().referrals(), this.own.referrals(), Referral::id, Set.of(rule)),
				Floor.taken(Promises.builtIn().cautions(), this.own.cautions(), Caution::id, Set.of(rule)))));
		return ids.stream().filter((id) -> proofs.proof(id).isPresent()).toList();
	}

}
