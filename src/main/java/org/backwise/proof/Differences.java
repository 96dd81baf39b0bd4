package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.proof.Difference.Change;
import org.backwise.proof.Difference.Direction;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.logicng.knowledgecompilation.bdds.BDD;

/**
 * Compares two knowledge bases by what they decide, not by how they are written. The door
 * for the therapist's desk and for the command line.
 */
public final class Differences {

	private final KnowledgeBase before;

	private final KnowledgeBase after;

	private final AnswerSpace space;

	private final FormulaFactory f;

	private final Prover sheets;

	private final Calm calm;

	private final List<Variable> standingOut;

	private @Nullable SheetCounter counter;

	private @Nullable BDD all;

	private Differences(KnowledgeBase before, KnowledgeBase after) {
		this.before = before;
		this.after = after;
		this.space = new AnswerSpace(before, after);
		this.f = this.space.factory();
		this.sheets = new Prover(this.f, this.space.valid());
		this.calm = new Calm(this.space);
		this.standingOut = this.calm.standingOut();
	}

	/**
	 * Finds every difference, counts the answer sheets behind it and shows the smallest.
	 * @param running the knowledge base in use
	 * @param candidate the one that may take its place
	 * @return what changes
	 * @throws IllegalArgumentException when a question is answered in another way, so
	 * that no sheets can be compared
	 */
	public static Difference between(KnowledgeBase running, KnowledgeBase candidate) {
		return new Differences(running, candidate).difference();
	}

	/**
	 * The smallest sheet on which a rule, a question, a match or a phase differs; nothing
	 * is counted, and points are not compared.
	 */
	static Optional<Example> firstBetween(KnowledgeBase one, KnowledgeBase other) {
		return new Differences(one, other).first();
	}

	private Optional<Example> first() {
		List<Formula> different = new ArrayList<>();
		for (String rule : referrals()) {
			different.add(less(rule, this.space.view(), this.space.candidate()));
			different.add(less(rule, this.space.candidate(), this.space.view()));
		}
		Formula plans = this.f.and(this.space.view().plan(), this.space.candidate().plan());
		for (String rule : cautions()) {
			different.add(this.f.and(plans, this.f
				.not(this.f.equivalence(fires(rule, this.space.view()), fires(rule, this.space.candidate())))));
		}
		for (String technique : techniques()) {
			different.add(this.f.and(plans, this.f.not(this.f.equivalence(this.space.view().rules().excluded(technique),
					this.space.candidate().rules().excluded(technique)))));
		}
		for (Question question : this.space.base().questions()) {
			different.add(this.f.not(this.f.equivalence(this.space.view().asked(question.id()),
					this.space.candidate().asked(question.id()))));
			question.options()
				.forEach((option) -> different
					.add(this.f.not(this.f.equivalence(this.space.view().offers(question.id(), option.id()),
							this.space.candidate().offers(question.id(), option.id())))));
		}
		different.add(this.f.and(plans, this.f.or(new GuideDifferences(this.space).formulas())));
		return smallest(this.f.or(different));
	}

	private Optional<Example> smallest(Formula formula) {
		return this.sheets.smallest(formula, this.standingOut).map(this.calm::example);
	}

	private Difference difference() {
		List<Change> rules = new ArrayList<>();
		referrals().forEach((rule) -> changes("Rule " + rule, less(rule, this.space.view(), this.space.candidate()),
				less(rule, this.space.candidate(), this.space.view()), rules));
		Formula plans = this.f.and(this.space.view().plan(), this.space.candidate().plan());
		for (String rule : cautions()) {
			Formula here = fires(rule, this.space.view());
			Formula there = fires(rule, this.space.candidate());
			changes("Rule " + rule, this.f.and(plans, here, this.f.not(there)),
					this.f.and(plans, there, this.f.not(here)), rules);
		}
		for (String technique : techniques()) {
			Formula here = this.space.view().rules().excluded(technique);
			Formula there = this.space.candidate().rules().excluded(technique);
			changes("Excluded: " + technique, this.f.and(plans, here, this.f.not(there)),
					this.f.and(plans, there, this.f.not(here)), rules);
		}
		cleared(rules);
		return new Difference(name(this.before), name(this.after), sheetCount(), outcomes(), List.copyOf(rules),
				new DifferenceNotes(this.before, this.after).all());
	}

	private static String name(KnowledgeBase base) {
		return base.about().version() + " (" + base.sha256().substring(0, 12) + ")";
	}

	private Set<String> referrals() {
		Set<String> ids = new LinkedHashSet<>();
		this.before.referrals().forEach((rule) -> ids.add(rule.id()));
		this.after.referrals().forEach((rule) -> ids.add(rule.id()));
		return ids;
	}

	private Set<String> cautions() {
		Set<String> ids = new LinkedHashSet<>();
		this.before.cautions().forEach((rule) -> ids.add(rule.id()));
		this.after.cautions().forEach((rule) -> ids.add(rule.id()));
		return ids;
	}

	private Set<String> techniques() {
		Set<String> ids = new LinkedHashSet<>();
		this.before.techniques().techniques().forEach((technique) -> ids.add(technique.id()));
		this.after.techniques().techniques().forEach((technique) -> ids.add(technique.id()));
		return ids;
	}

	/** A rule fires at some level in one view, and at none as urgent in the other. */
	private Formula less(String rule, SheetView one, SheetView other) {
		List<Formula> parts = new ArrayList<>();
		for (Level level : Level.values()) {
			parts.add(this.f.and(fires(rule, level, one), this.f.not(fires(rule, level, other))));
		}
		return this.f.and(this.f.or(parts), isDecidedByMassage(rule, one) ? other.planPossible() : this.f.verum());
	}

	/** Where the massage section is not even asked, its rules are not missed. */
	private boolean isDecidedByMassage(String id, SheetView view) {
		return view.base()
			.referrals()
			.stream()
			.filter((rule) -> rule.id().equals(id))
			.flatMap((rule) -> rule.atLevels().stream())
			.flatMap((at) -> at.when().questions().stream())
			.anyMatch((question) -> view.base().isAboutMassage(view.base().question(question)));
	}

	private Formula fires(String id, Level level, SheetView view) {
		return view.base()
			.referrals()
			.stream()
			.filter((rule) -> rule.id().equals(id))
			.findFirst()
			.map((rule) -> view.rules().fires(rule, level))
			.orElse(this.f.falsum());
	}

	private Formula fires(String id, SheetView view) {
		return view.base()
			.cautions()
			.stream()
			.filter((rule) -> rule.id().equals(id))
			.findFirst()
			.map((rule) -> view.rules().fires(rule))
			.orElse(this.f.falsum());
	}

	private void changes(String what, Formula looser, Formula tighter, List<Change> found) {
		change(Direction.LOOSER, what, looser, found);
		change(Direction.TIGHTER, what, tighter, found);
	}

	private void change(Direction direction, String what, Formula formula, List<Change> found) {
		smallest(formula).ifPresent((example) -> found.add(new Change(direction, what, count(formula), example)));
	}

	private List<Change> outcomes() {
		List<@Nullable Level> levels = new ArrayList<>(List.of(Level.values()));
		levels.add(null);
		List<Change> found = new ArrayList<>();
		for (int from = 0; from < levels.size(); from++) {
			for (int to = 0; to < levels.size(); to++) {
				if (from != to) {
					Formula both = this.f.and(this.space.view().rules().level(levels.get(from)),
							this.space.candidate().rules().level(levels.get(to)));
					change((from < to) ? Direction.LOOSER : Direction.TIGHTER,
							ProofWork.name(levels.get(from)) + " becomes " + ProofWork.name(levels.get(to)), both,
							found);
				}
			}
		}
		return List.copyOf(found);
	}

	/** What stays excluded after a therapist's clearance. */
	private void cleared(List<Change> found) {
		for (Referral rule : this.before.referrals()) {
			this.after.referrals().stream().filter((other) -> other.id().equals(rule.id())).forEach((other) -> {
				List<String> here = (rule.cleared() != null) ? rule.cleared().excludes() : List.of();
				List<String> there = (other.cleared() != null) ? other.cleared().excludes() : List.of();
				String what = "Rule " + rule.id() + ", excluded after a clearance";
				if (!there.containsAll(here)) {
					change(Direction.LOOSER, what, fires(rule.id(), Level.WAIT, this.space.view()), found);
				}
				if (!here.containsAll(there)) {
					change(Direction.TIGHTER, what, fires(rule.id(), Level.WAIT, this.space.candidate()), found);
				}
			});
		}
	}

	private BigInteger sheetCount() {
		return counter().count(diagram());
	}

	private BigInteger count(Formula formula) {
		return counter().count(diagram().and(counter().diagram(formula)));
	}

	private SheetCounter counter() {
		if (this.counter == null) {
			this.counter = new SheetCounter(this.space, true);
		}
		return this.counter;
	}

	private BDD diagram() {
		if (this.all == null) {
			this.all = counter().diagram(this.space.valid());
		}
		return this.all;
	}

}
