package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.proof.PlainChoice.By;
import org.backwise.proof.ProofReport.Counts;
import org.backwise.proof.ProofReport.Witness;
import org.backwise.proof.TechniqueTable.Place;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.knowledgecompilation.bdds.BDD;

/** Counts every sheet and goes through every choice of a technique, for the build. */
final class Enumeration {

	private final ProofWork work;

	private final KnowledgeBase base;

	private final TechniqueTable table;

	private Enumeration(KnowledgeBase base) {
		this.work = new ProofWork(base);
		this.base = this.work.base();
		this.table = new TechniqueTable(this.work.space());
	}

	/** What is found; claims that are not true are missing from it. */
	static BuildNumbers of(KnowledgeBase base) {
		return new Enumeration(base).found();
	}

	private BuildNumbers found() {
		if (!this.table.fill(new SheetCounter(this.work.space(), true), this::size)) {
			throw new IllegalStateException("the massage section is too large to go through");
		}
		List<Witness> witnesses = new ArrayList<>();
		this.base.techniques()
			.techniques()
			.forEach((technique) -> witnesses
				.add(witness("“" + technique.name() + "” leads", this.table.primaries().get(technique.id()))));
		for (By by : By.values()) {
			witnesses.add(witness(words(by), this.table.deciders().get(by)));
		}
		List<String> proved = new ArrayList<>();
		if (everyQuestionMatters()) {
			proved.add("every-question-matters");
		}
		ReachProofs reach = new ReachProofs(this.work);
		List<Witness> all = new ArrayList<>(witnesses);
		all.addAll(reach.outcomes());
		all.addAll(reach.phases());
		if (all.stream().allMatch((witness) -> witness.example() != null)) {
			proved.add("everything-is-reached");
		}
		return new BuildNumbers(this.base.sha256(), counts(), witnesses, proved);
	}

	/** A choice that offers an excluded technique; null when there is none. */
	static @Nullable Example offersExcluded(KnowledgeBase base) {
		Enumeration enumeration = new Enumeration(base);
		enumeration.table.fill(new SheetCounter(enumeration.work.space(), true), (formula) -> 0);
		Place place = enumeration.table.offersExcluded();
		return (place != null) ? enumeration.work.smallest(place.formula()).orElseThrow() : null;
	}

	private int size(Formula formula) {
		return this.work.smallest(formula).map((example) -> example.lines().size()).orElse(0);
	}

	private Counts counts() {
		SheetCounter counter = new SheetCounter(this.work.space(), true);
		BDD valid = counter.diagram(this.work.space().valid());
		Map<String, BigInteger> byOutcome = new LinkedHashMap<>();
		for (Level level : Level.values()) {
			byOutcome.put(level.toString(), counter.count(valid.and(counter.diagram(this.work.rules().level(level)))));
		}
		byOutcome.put("care-plan", counter.count(valid.and(counter.diagram(this.work.plan()))));
		SheetCounter narrow = new SheetCounter(this.work.space(), false);
		return new Counts(counter.count(valid), narrow.count(narrow.diagram(this.work.space().valid())),
				Collections.unmodifiableMap(byOutcome), new LinkedHashMap<>(this.table.byPrimary()),
				this.table.sensitisedPlans(), this.table.places());
	}

	private Witness witness(String what, @Nullable Place place) {
		return new Witness(what, (place != null) ? this.work.smallest(place.formula()).orElse(null) : null);
	}

	/** A question of the safety section may matter by what comes of the section, too. */
	private boolean everyQuestionMatters() {
		TwoSheets pair = new TwoSheets(this.work);
		List<String> deciding = deciding();
		return this.base.questions()
			.stream()
			.allMatch((question) -> deciding.contains(question.id())
					|| this.work.space().isSafety(question) && mattersToSafety(pair, question));
	}

	private boolean mattersToSafety(TwoSheets pair, Question question) {
		var f = this.work.f();
		List<Formula> differs = new ArrayList<>();
		differs.add(pair.anotherLevel());
		Formula bothPossible = f.and(pair.before().planPossible(), pair.after().planPossible());
		this.base.cautions()
			.forEach((rule) -> differs.add(f.and(bothPossible, f
				.not(f.equivalence(pair.before().safetyRules().fires(rule), pair.after().safetyRules().fires(rule))))));
		return pair.isPossible(f.and(pair.sameBut(question), pair.before().asked(question), f.or(differs)));
	}

	/** Questions that phases read, and those of the massage section that decide. */
	private List<String> deciding() {
		List<String> byPhases = new ArrayList<>();
		this.base.plan()
			.phases()
			.stream()
			.flatMap((phase) -> phase.sessions().stream())
			.map(Count::when)
			.filter(Objects::nonNull)
			.forEach((when) -> byPhases.addAll(when.questions()));
		List<String> byRules = new ArrayList<>();
		this.base.referrals().forEach((rule) -> rule.atLevels().forEach((at) -> byRules.addAll(at.when().questions())));
		this.base.cautions().forEach((rule) -> byRules.addAll(rule.when().questions()));
		if (this.table.mainCauseMatters()) {
			byRules.add(this.base.roles().mainCause());
		}
		if (this.table.mainComplaintMatters()) {
			byRules.add(this.base.roles().mainComplaint());
		}
		byRules.removeIf((question) -> this.work.space().isSafety(this.base.question(question)));
		byPhases.addAll(byRules);
		return byPhases;
	}

	private static String words(By by) {
		return switch (by) {
			case ONLY_ONE -> "Only one technique is left, and there is no alternative";
			case POINTS -> "More points decide";
			case MAIN_COMPLAINT -> "A tie, broken by the document's match of the main complaint";
			case MAIN_CAUSE -> "A tie, broken by the document's match of the main cause";
			case GENTLER -> "A tie, broken by the gentler technique first";
			case PREFERENCE -> "The client's wish moves a technique to the front";
			case SENSITISED -> "A body on high alert: the gentlest technique leads";
		};
	}

}
