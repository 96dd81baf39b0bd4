package org.backwise.proof;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.proof.PlainChoice.By;
import org.backwise.proof.ProofReport.Counts;
import org.backwise.proof.ProofReport.RuleProof;
import org.backwise.proof.ProofReport.StillPlanned;
import org.backwise.proof.ProofReport.Witness;
import org.backwise.proof.TechniqueTable.Place;
import org.jspecify.annotations.Nullable;
import org.logicng.knowledgecompilation.bdds.BDD;

/**
 * Settles what is true of a knowledge base for every answer sheet that exists. Built from
 * the same files as the decisions, by code that shares nothing with them.
 */
public final class Proof {

	private static final Duration NO_LIMIT = Duration.ofDays(1);

	private final ProofWork work;

	private final long end;

	private final long begin = System.nanoTime();

	private final List<Property> properties = new ArrayList<>();

	private final List<Witness> witnesses = new ArrayList<>();

	private final List<String> leftOut = new ArrayList<>();

	private List<RuleProof> rules = List.of();

	private List<StillPlanned> stillPlanned = List.of();

	private @Nullable Counts counts;

	private Proof(KnowledgeBase base, Duration budget) {
		this.end = this.begin + budget.toNanos();
		this.work = new ProofWork(base);
	}

	/**
	 * Proves and counts everything.
	 * @param base the knowledge base
	 * @return the whole report
	 */
	public static ProofReport of(KnowledgeBase base) {
		return within(base, NO_LIMIT);
	}

	/**
	 * Proves and counts what can be done in a time, safety first. What was not begun in
	 * time is named in the report.
	 * @param base the knowledge base
	 * @param budget how long it may take
	 * @return the report
	 */
	public static ProofReport within(KnowledgeBase base, Duration budget) {
		return new Proof(base, budget).report();
	}

	/** The safety properties alone, without counting. */
	static ProofReport safetyOf(KnowledgeBase base) {
		Proof proof = new Proof(base, NO_LIMIT);
		proof.safety(new SignProofs(proof.work), new ReachProofs(proof.work));
		return proof.made();
	}

	private ProofReport report() {
		SignProofs signs = new SignProofs(this.work);
		ReachProofs reach = new ReachProofs(this.work);
		safety(signs, reach);
		step("which signs still allow a plan", () -> this.stillPlanned = signs.stillPlanned());
		step("which outcomes and phases can be reached", () -> {
			this.witnesses.addAll(reach.outcomes());
			this.witnesses.addAll(reach.phases());
		});
		step("counting", this::count);
		step("the choice of technique", () -> techniques(signs, reach));
		return made();
	}

	private ProofReport made() {
		KnowledgeBase base = this.work.base();
		return new ProofReport(base.about().version(), base.sha256(), List.copyOf(this.properties), this.counts,
				this.rules, List.copyOf(this.witnesses), this.stillPlanned, List.copyOf(this.leftOut),
				Duration.ofNanos(System.nanoTime() - this.begin));
	}

	private void safety(SignProofs signs, ReachProofs reach) {
		OutcomeProofs outcomes = new OutcomeProofs(this.work);
		prove("one outcome for every sheet", outcomes::oneOutcome);
		prove("no plan against a rule", outcomes::noPlanAgainstARule);
		prove("a technique for every plan", outcomes::everyPlanHasATechnique);
		prove("early emergencies", outcomes::emergencyIsCertain);
		prove("danger is asked first", outcomes::dangerIsNotAskedLate);
		prove("warning signs", signs::warningSigns);
		prove("signs that are heeded", signs::heededSigns);
		prove("adding a sign", signs::addingASign);
		prove("exclusions add up", signs::addingASignToExclusions);
		prove("not sure is never lower", signs::unsureIsNeverLower);
		prove("not sure counts as stated", signs::unsureCountsAsStated);
		prove("not sure is never no", signs::unsureIsNeverNo);
		prove("levels of the rules' letters", outcomes::letterKeepsItsLevel);
		step("the smallest sheet for every rule", () -> {
			this.rules = reach.rules();
			this.properties.add(reach.everyRuleFires(this.rules));
		});
	}

	private void prove(String what, Supplier<Property> proof) {
		step(what, () -> this.properties.add(proof.get()));
	}

	private void step(String what, Runnable work) {
		if (System.nanoTime() > this.end) {
			this.leftOut.add(what);
		}
		else {
			work.run();
		}
	}

	private void count() {
		SheetCounter counter = new SheetCounter(this.work.space(), true);
		BDD valid = counter.diagram(this.work.space().valid());
		Map<String, BigInteger> byOutcome = new LinkedHashMap<>();
		for (Level level : Level.values()) {
			byOutcome.put(level.toString(), counter.count(valid.and(counter.diagram(this.work.rules().level(level)))));
		}
		byOutcome.put("care-plan", counter.count(valid.and(counter.diagram(this.work.plan()))));
		SheetCounter narrow = new SheetCounter(this.work.space(), false);
		this.counts = new Counts(counter.count(valid), narrow.count(narrow.diagram(this.work.space().valid())),
				java.util.Collections.unmodifiableMap(byOutcome), Map.of(), BigInteger.ZERO, 0);
	}

	private void techniques(SignProofs signs, ReachProofs reach) {
		KnowledgeBase base = this.work.base();
		TechniqueTable table = new TechniqueTable(this.work.space());
		if (!table.fill(new SheetCounter(this.work.space(), true), this.work::size)) {
			this.leftOut.add("the choice of technique (the massage section is too large to go through)");
			return;
		}
		Counts before = this.counts;
		if (before != null) {
			this.counts = new Counts(before.sheets(), before.sheetsByBands(), before.byOutcome(),
					java.util.Collections.unmodifiableMap(new LinkedHashMap<>(table.byPrimary())),
					table.sensitisedPlans(), table.places());
		}
		for (Technique technique : base.techniques().techniques()) {
			this.witnesses.add(witness("“" + technique.name() + "” leads", table.primaries().get(technique.id())));
		}
		for (By by : By.values()) {
			this.witnesses.add(witness(words(by), table.deciders().get(by)));
		}
		this.properties.add(excludedStaysOut(table));
		List<String> deciding = new ArrayList<>(reach.readByPhases());
		base.referrals().forEach((rule) -> rule.atLevels().forEach((at) -> deciding.addAll(at.when().questions())));
		base.cautions().stream().map(Rules.Caution::when).forEach((when) -> deciding.addAll(when.questions()));
		if (table.mainCauseMatters()) {
			deciding.add("main-cause");
		}
		if (table.mainComplaintMatters()) {
			deciding.add("main-complaint");
		}
		prove("every question matters",
				() -> reach.everyQuestionMatters(signs,
						deciding.stream()
							.filter((question) -> !this.work.space().isSafety(base.question(question))
									|| reach.readByPhases().contains(question))
							.toList()));
		this.properties.add(reach.everythingIsReached(this.witnesses));
	}

	private Property excludedStaysOut(TechniqueTable table) {
		String id = "excluded-stays-out";
		String title = "On every plan, neither the leading technique nor the alternative is one that anything excludes,"
				+ " so more exclusions never bring a technique back.";
		Place place = table.offersExcluded();
		return (place == null) ? Property.holds(id, Property.Kind.SAFETY, title)
				: Property.broken(id, Property.Kind.SAFETY, title, null, "A technique is offered that a rule excludes.",
						example(place).stream().toList());
	}

	private Witness witness(String what, @Nullable Place place) {
		return new Witness(what, (place != null) ? example(place).orElse(null) : null);
	}

	private Optional<Example> example(Place place) {
		return this.work.smallest(place.formula());
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
