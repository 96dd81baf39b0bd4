package org.backwise.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.proof.MassageSection.Start;
import org.backwise.proof.MassageSection.Test;
import org.backwise.proof.MassageSection.Walk;
import org.backwise.proof.PlainChoice.By;
import org.backwise.proof.PlainChoice.Choice;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;

/** The choice of technique on every plan that exists, with exact counts. */
class TechniqueTable {

	private final KnowledgeBase base;

	private final List<String> ids;

	private final PlainChoice choice;

	private final MassageSection section;

	private final List<Test> rows = new ArrayList<>();

	private final List<Test> bonuses = new ArrayList<>();

	private final List<Test> referrals = new ArrayList<>();

	private final List<List<Test>> exclusions = new ArrayList<>();

	private final Test sensitised;

	private final int[] mains;

	private final Map<String, BigInteger> byPrimary = new TreeMap<>();

	private final Map<By, Place> deciders = new EnumMap<>(By.class);

	private final Map<String, Place> primaries = new TreeMap<>();

	private BigInteger plans = BigInteger.ZERO;

	private BigInteger referred = BigInteger.ZERO;

	private BigInteger sensitisedPlans = BigInteger.ZERO;

	private long places;

	private int starts;

	private int startSize;

	private @Nullable Place offersExcluded;

	private final boolean[] mainMatters = new boolean[2];

	/** A place in the walk to show something: the smallest one found. */
	record Place(Formula formula, int size) {

	}

	TechniqueTable(AnswerSpace space) {
		this.base = space.base();
		TechniqueGuide guide = this.base.techniques();
		this.ids = guide.techniques().stream().map(Technique::id).toList();
		this.choice = new PlainChoice(guide);
		this.section = new MassageSection(space);
		guide.causes()
			.forEach((cause) -> this.rows
				.add(this.section.test(new Condition.Chose(this.base.roles().contributors(), cause.contributors()))));
		guide.indications().forEach((indication) -> this.rows.add(this.section.test(indication.when())));
		guide.bonuses().forEach((bonus) -> this.bonuses.add(this.section.test(bonus.when())));
		this.sensitised = this.section.test(guide.sensitised().when());
		this.mains = new int[] { this.section.place(this.base.roles().mainCause()),
				this.section.place(this.base.roles().mainComplaint()),
				this.section.place(this.base.roles().preference()) };
		this.base.referrals()
			.stream()
			.flatMap((rule) -> rule.atLevels().stream())
			.filter((at) -> readsMassage(space, at.when()))
			.forEach((at) -> this.referrals.add(this.section.test(at.when())));
		for (String technique : this.ids) {
			List<Formula> bySafety = new ArrayList<>();
			List<Test> tests = new ArrayList<>();
			this.base.cautions().stream().filter((rule) -> rule.excludes().contains(technique)).forEach((rule) -> {
				if (readsMassage(space, rule.when())) {
					tests.add(this.section.test(rule.when()));
				}
				else {
					bySafety.add(space.conditions().of(rule.when()));
				}
			});
			if (!bySafety.isEmpty()) {
				tests.add(this.section.fact(space.factory().or(bySafety)));
			}
			this.exclusions.add(tests);
		}
	}

	private boolean readsMassage(AnswerSpace space, Condition condition) {
		return condition.questions().stream().anyMatch((id) -> !space.isSafety(this.base.question(id)));
	}

	MassageSection section() {
		return this.section;
	}

	/**
	 * Fills the table.
	 * @param counter counts the starts
	 * @param size says how much stands out on the smallest sheet of a start
	 * @return false when the section is too large to be gone through
	 */
	boolean fill(SheetCounter counter, ToIntFunction<Formula> size) {
		if (!this.section.isSmallEnough()) {
			return false;
		}
		for (Start start : this.section.starts(counter)) {
			this.startSize = size.applyAsInt(start.formula());
			fill(start);
			this.starts++;
		}
		return true;
	}

	private void fill(Start start) {
		long[] primaryCounts = new long[this.ids.size() + 1];
		long[] others = new long[2];
		this.section.walk(start, (walk) -> {
			this.places++;
			if (isReferred(walk)) {
				others[0] += walk.count();
				return;
			}
			Inputs inputs = inputs(walk);
			Choice chosen = inputs.choose(this.choice);
			primaryCounts[chosen.primary() + 1] += walk.count();
			others[1] += inputs.sensitised ? walk.count() : 0;
			notice(start, walk, inputs, chosen);
		});
		for (int i = 0; i < primaryCounts.length; i++) {
			if (primaryCounts[i] > 0) {
				BigInteger count = start.count().multiply(BigInteger.valueOf(primaryCounts[i]));
				this.byPrimary.merge((i == 0) ? "none" : this.ids.get(i - 1), count, BigInteger::add);
				this.plans = this.plans.add(count);
			}
		}
		this.referred = this.referred.add(start.count().multiply(BigInteger.valueOf(others[0])));
		this.sensitisedPlans = this.sensitisedPlans.add(start.count().multiply(BigInteger.valueOf(others[1])));
	}

	private void notice(Start start, Walk walk, Inputs inputs, Choice chosen) {
		int size = this.startSize + this.section.size(walk);
		note(this.deciders, chosen.by(), start, walk, size);
		if (chosen.primary() != PlainChoice.NONE) {
			note(this.primaries, this.ids.get(chosen.primary()), start, walk, size);
		}
		boolean bad = chosen.primary() == PlainChoice.NONE || (inputs.excluded >> chosen.primary() & 1) != 0
				|| (chosen.alternative() != PlainChoice.NONE && (inputs.excluded >> chosen.alternative() & 1) != 0);
		if (bad && (this.offersExcluded == null || size < this.offersExcluded.size())) {
			this.offersExcluded = new Place(this.section.formula(start, walk), size);
		}
		if (!this.mainMatters[0] || !this.mainMatters[1]) {
			tryOtherMains(walk, inputs, chosen);
		}
	}

	private <K> void note(Map<K, Place> notes, K key, Start start, Walk walk, int size) {
		Place known = notes.get(key);
		if (known == null || size < known.size()) {
			notes.put(key, new Place(this.section.formula(start, walk), size));
		}
	}

	/** Another main cause or complaint on the same sheet leads to another technique. */
	private void tryOtherMains(Walk walk, Inputs inputs, Choice chosen) {
		int causes = this.base.techniques().causes().size();
		for (int row = 0; row < this.rows.size(); row++) {
			if ((inputs.rows >> row & 1) != 0) {
				boolean cause = row < causes;
				boolean askedFor = walk.option(this.mains[cause ? 0 : 1]) != null;
				Inputs other = cause ? inputs.withCause(row) : inputs.withComplaint(row);
				if (askedFor && other.choose(this.choice).primary() != chosen.primary()) {
					this.mainMatters[cause ? 0 : 1] = true;
				}
			}
		}
	}

	private boolean isReferred(Walk walk) {
		for (Test referral : this.referrals) {
			if (referral.on(walk)) {
				return true;
			}
		}
		return false;
	}

	/** What the choice depends on, at one place. */
	record Inputs(int rows, int mainCause, int mainComplaint, int bonuses, boolean sensitised, int preferred,
			int excluded) {

		Choice choose(PlainChoice choice) {
			int[] scores = choice.scores(this.rows, this.mainCause, this.mainComplaint, this.bonuses);
			return choice.choose(scores, this.mainCause, this.mainComplaint, this.sensitised, this.preferred,
					this.excluded);
		}

		Inputs withCause(int row) {
			return new Inputs(this.rows, row, this.mainComplaint, this.bonuses, this.sensitised, this.preferred,
					this.excluded);
		}

		Inputs withComplaint(int row) {
			return new Inputs(this.rows, this.mainCause, row, this.bonuses, this.sensitised, this.preferred,
					this.excluded);
		}

	}

	private Inputs inputs(Walk walk) {
		int rowBits = bits(this.rows, walk);
		TechniqueGuide guide = this.base.techniques();
		String cause = walk.option(this.mains[0]);
		String complaint = walk.option(this.mains[1]);
		String preference = walk.option(this.mains[2]);
		String preferred = (preference != null) ? guide.preference().techniques().get(preference) : null;
		int excluded = 0;
		for (int i = 0; i < this.exclusions.size(); i++) {
			for (Test test : this.exclusions.get(i)) {
				excluded |= test.on(walk) ? 1 << i : 0;
			}
		}
		return new Inputs(rowBits, (cause != null) ? row(cause, 0) : this.choice.onlyCause(rowBits),
				(complaint != null) ? row(complaint, guide.causes().size()) : this.choice.onlyIndication(rowBits),
				bits(this.bonuses, walk), this.sensitised.on(walk),
				(preferred != null) ? this.ids.indexOf(preferred) : PlainChoice.NONE, excluded);
	}

	private int row(String id, int from) {
		TechniqueGuide guide = this.base.techniques();
		List<String> all = (from == 0) ? guide.causes().stream().map(TechniqueGuide.Cause::id).toList()
				: guide.indications().stream().map(TechniqueGuide.Indication::id).toList();
		return from + all.indexOf(id);
	}

	private static int bits(List<Test> tests, Walk walk) {
		int bits = 0;
		for (int i = 0; i < tests.size(); i++) {
			bits |= tests.get(i).on(walk) ? 1 << i : 0;
		}
		return bits;
	}

	Map<String, BigInteger> byPrimary() {
		return this.byPrimary;
	}

	BigInteger plans() {
		return this.plans;
	}

	/** Sheets that only a rule of the massage section refers. */
	BigInteger referred() {
		return this.referred;
	}

	BigInteger sensitisedPlans() {
		return this.sensitisedPlans;
	}

	Map<By, Place> deciders() {
		return this.deciders;
	}

	Map<String, Place> primaries() {
		return this.primaries;
	}

	@Nullable Place offersExcluded() {
		return this.offersExcluded;
	}

	boolean mainCauseMatters() {
		return this.mainMatters[0];
	}

	boolean mainComplaintMatters() {
		return this.mainMatters[1];
	}

	long places() {
		return this.places;
	}

	int starts() {
		return this.starts;
	}

}
